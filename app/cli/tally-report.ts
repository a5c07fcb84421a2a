import { approximate, fraction, type Fraction, fractionText, times } from '~/domain/voting/fraction';
import { reasonsOf, roundsOf } from '~/domain/voting/reasons';
import { type Outcome } from '~/domain/voting/tally';

type Asked = { rule: string; mode: string; explain: boolean };

/** An outcome as one plain object: ids for places, whole units of the currency for amounts, exact where it matters. */
export function report(outcome: Outcome, { rule, mode, explain }: Asked): object {
  const { race, shares, ties, tiesMet, steps, stop } = outcome;
  const ids = (places: readonly number[]) => places.map((place) => race.election.projects[place]?.id);
  return {
    rule,
    mode,
    voters: race.voters,
    budget: amount(race.election.budget),
    selected: ids(outcome.selected),
    total: amount(outcome.total),
    completed: ids(outcome.completed),
    completedTotal: amount(outcome.completedTotal),
    endowment: shares ? fractionText(inUnits(shares.endowment)) : null,
    steps,
    stop: stop ?? null,
    ties: ties.map(({ round, projects, decidedBy }) => ({ round, projects: ids(projects), decidedBy })),
    tiesMet,
    overBudget: ids(race.overBudget),
    ...(explain ? explained(outcome, ids) : {}),
  };
}

function explained(outcome: Outcome, ids: (places: readonly number[]) => (string | undefined)[]): object {
  const { race, shares } = outcome;
  const id = (place: number) => ids([place])[0];
  const rounds = shares ? roundsOf(race, shares) : [];
  return {
    rounds: rounds.map(({ project, payment, effectiveVotes, payers }) => ({
      id: id(project),
      payment: fractionText(inUnits(payment)),
      effectiveVotes: approximate(effectiveVotes),
      ...payers,
    })),
    projects: reasonsOf(outcome).map(({ project, fate, round, support, loss, wentTo }) => ({
      id: id(project),
      fate,
      round: round ?? null,
      supportPercent: support ? percent(support) : null,
      lostAfterRounds: loss?.afterRounds ?? null,
      left: loss ? rounded(loss.left) : null,
      wentTo: wentTo.map((other) => ({ id: id(other.project), amount: rounded(other.amount) })),
    })),
  };
}

function inUnits(minor: Fraction): Fraction {
  return times(minor, fraction(1n, 100n));
}

/** A whole amount as a number; as text where a number would lose cents. */
function amount(minor: bigint): number | string {
  const text = `${minor / 100n}.${`${minor % 100n}`.padStart(2, '0')}`;
  return minor <= Number.MAX_SAFE_INTEGER ? Number(text) : text;
}

/** Rounded down to the cent. */
function rounded({ top, over }: Fraction): number | string {
  return amount(top / over);
}

/** Rounded down to a tenth: what falls short of 100 never shows as 100. */
function percent({ top, over }: Fraction): number {
  return Number((top * 1000n) / over) / 10;
}
