import { expect } from 'vitest';
import { roles } from '../../app/domain/access/roles';
import { type Lifecycle, type Mover, next } from '../../app/domain/lifecycle/machine';

/** Per state and act: where it leads, and who may (space separated). What is not listed is refused. */
type Expected<State extends string, Act extends string> = Record<
  State,
  Partial<Record<Act, [to: State, who: string]>>
>;

const movers: readonly Mover[] = [...roles, 'applicant'];

/** May someone in this capacity do `act` from `from`? */
export function mayMove<State extends string, Act extends string>(
  table: Lifecycle<State, Act>,
  from: State,
  act: Act,
  mover: Mover,
): boolean {
  return table.some((row) => row.from === from && row.act === act && row.who.includes(mover));
}

/** Tries every act from every state by everyone, and walks from `initial` to every state. */
export function expectLifecycle<State extends string, Act extends string>(
  table: Lifecycle<State, Act>,
  initial: State,
  states: readonly State[],
  acts: readonly Act[],
  expected: Expected<State, Act>,
): void {
  const cells = states.flatMap((state) => Object.keys(expected[state]));
  expect(table, 'one edge a cell').toHaveLength(cells.length);
  for (const from of states) {
    for (const act of acts) {
      const cell = expected[from][act];
      const name = `${from} –${act}→`;
      if (cell) expect(next(table, from, act), name).toBe(cell[0]);
      else expect(() => next(table, from, act), name).toThrow('transitionRefused');
      const allowed = movers.filter((mover) => mayMove(table, from, act, mover));
      expect(allowed.sort(), `${name} by`).toEqual(cell ? cell[1].split(' ').sort() : []);
    }
  }
  expect(reachable(table, initial)).toEqual(new Set(states));
}

function reachable<State extends string>(table: Lifecycle<State, string>, initial: State): Set<State> {
  const reached = new Set([initial]);
  // A Set visits what is added while it is walked.
  for (const from of reached) for (const edge of table) if (edge.from === from) reached.add(edge.to);
  return reached;
}
