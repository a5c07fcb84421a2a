import { type Shares } from './equal-shares';
import { fraction, type Fraction, times } from './fraction';
import { spendingOf } from './payments';
import { type Race } from './race';
import { type Loss, standingOf } from './support';
import { type Outcome } from './tally';

/** Why a project won or lost; for each a sentence can be made (voting.md §6). */
export type Fate =
  | 'free'
  | 'paidByShares'
  | 'byVotes'
  | 'filledUp'
  | 'overBudget'
  | 'withoutVotes'
  | 'notAffordable'
  | 'doesNotFit';

/** How supporters paid a winner: so many in full, so many with all they had left, so many had nothing any more. */
export type Payers = Readonly<{ inFull: number; allTheyHad: number; nothing: number }>;

/** A round of equal shares: the winner, the full payment per point in minor units, and the votes that made it win. */
export type Round = Readonly<{
  project: number;
  payment: Fraction;
  effectiveVotes: Fraction;
  payers: Payers;
}>;

/**
 * Why one project won or lost. `support` is effective support as a part of what was needed (1: just enough); `loss` says
 * when its supporters could no longer pay it; `wentTo` what they paid for winners, in minor units; `round` is its place
 * among the rounds. The last four only where equal shares counted.
 */
export type Reason = Readonly<{
  project: number;
  fate: Fate;
  round?: number;
  support?: Fraction;
  loss?: Loss;
  wentTo: readonly Readonly<{ project: number; amount: Fraction }>[];
}>;

/** The rounds of a count by equal shares, in order. */
export function roundsOf(race: Race, { purses }: Shares): Round[] {
  return purses.paid.map((project, round) => {
    const payment = times(purses.paymentOf(round), fraction(BigInt(race.election.scoreScale)));
    const effectiveVotes = fraction(race.costs[project]! * payment.over, payment.top);
    return { project, payment, effectiveVotes, payers: payersOf(race, purses.emptiedAt, project, round) };
  });
}

function payersOf({ people }: Race, emptiedAt: Int32Array, project: number, round: number): Payers {
  const payers = { inFull: 0, allTheyHad: 0, nothing: 0 };
  for (let place = people.backStart[project]!; place < people.backStart[project + 1]!; place += 1) {
    const emptied = emptiedAt[people.backBallot[place]!]!;
    const kind = emptied === round ? 'allTheyHad' : emptied < 0 || emptied > round ? 'inFull' : 'nothing';
    payers[kind] += people.backVoters[place]!;
  }
  return payers;
}

/** For each project of an outcome why it won or lost. */
export function reasonsOf(outcome: Outcome): Reason[] {
  const { race, shares } = outcome;
  if (!shares)
    return race.costs.map((_, project) => ({ project, fate: fateOf(outcome, project), wentTo: [] }));
  const spent = spentOn(race, shares);
  const counted = new Set(race.contenders);
  return race.costs.map((_, project) => ({
    project,
    fate: fateOf(outcome, project),
    wentTo: shares.purses.paid.flatMap((winner, round) => {
      const amount = spent[project]![round]!;
      const other = winner !== project && amount > 0n;
      return other ? [{ project: winner, amount: fraction(amount, shares.purses.denominator) }] : [];
    }),
    ...(counted.has(project) ? standingOf(race, shares, project) : {}),
    ...(shares.purses.paid.includes(project) ? { round: shares.purses.paid.indexOf(project) } : {}),
  }));
}

function fateOf({ race, rule, shares, selected, winners }: Outcome, project: number): Fate {
  const byShares = rule.method === 'shares' && selected.every((winner) => winners.includes(winner));
  if (winners.includes(project)) {
    if (!byShares) return 'byVotes';
    if (!selected.includes(project)) return 'filledUp';
    return race.free.includes(project) ? 'free' : 'paidByShares';
  }
  if (race.overBudget.includes(project)) return 'overBudget';
  if (race.preference.votes[project] === 0) return 'withoutVotes';
  return shares && byShares ? 'notAffordable' : 'doesNotFit';
}

/** What the supporters of each project paid in each round, over the denominator. */
function spentOn(race: Race, shares: Shares): bigint[][] {
  const { ballotStart, ballotProject, voters } = race.people;
  const spent = race.costs.map(() => shares.purses.paid.map(() => 0n));
  voters.forEach((count, ballot) => {
    const { payments } = spendingOf(race, shares, ballot);
    for (const project of ballotProject.subarray(ballotStart[ballot], ballotStart[ballot + 1])) {
      for (const { round, amount } of payments) spent[project]![round]! += amount * BigInt(count);
    }
  });
  return spent;
}
