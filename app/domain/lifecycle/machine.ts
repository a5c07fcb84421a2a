import { type Role } from '../access/roles';
import { DomainError } from '../errors';

/** A role, or the people who submitted the initiative: being applicant is a relation, not a role. */
export type Mover = Role | 'applicant';

/** One edge of a lifecycle: by this act, from this state to that one, by these people. */
export interface Transition<State extends string, Act extends string> {
  from: State;
  act: Act;
  to: State;
  who: readonly Mover[];
  /** What else changes with the move. */
  marker?: 'toStadsraad' | 'noQuorum';
}

export type Lifecycle<State extends string, Act extends string> = readonly Transition<State, Act>[];

/** The edge that leaves `from` by `act`. Throws `transitionRefused` when the table has none. */
export function transition<State extends string, Act extends string>(
  table: Lifecycle<State, Act>,
  from: State,
  act: Act,
): Transition<State, Act> {
  const edge = table.find((row) => row.from === from && row.act === act);
  if (!edge) throw new DomainError('transitionRefused', { detail: { from, act } });
  return edge;
}

/** The state after `act`. Throws `transitionRefused` when the table has no such edge. */
export function next<State extends string, Act extends string>(
  table: Lifecycle<State, Act>,
  from: State,
  act: Act,
): State {
  return transition(table, from, act).to;
}

/** The states from which `act` can be done, in table order. */
export function statesBefore<State extends string, Act extends string>(
  table: Lifecycle<State, Act>,
  act: Act,
): State[] {
  return table.filter((row) => row.act === act).map((row) => row.from);
}
