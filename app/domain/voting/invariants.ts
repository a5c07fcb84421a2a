import { ejrViolations } from './ejr';
import { type Shares } from './equal-shares';
import { spendingOf } from './payments';
import { type Race } from './race';

/** What must be true of every count (voting.md §7). */
export type Invariant =
  | 'winnerTwice'
  | 'winnerOverBudget'
  | 'totalWrong'
  | 'totalOverBudget'
  | 'projectStillFits'
  | 'projectStillAffordable'
  | 'priceFell'
  | 'winnerNotPaid'
  | 'purseOverdrawn'
  | 'paidOtherThanAsked'
  | 'proportionalityBroken';

type Result = Readonly<{ selected: readonly number[]; total: bigint }>;

/** What is wrong with a list of winners; `full` when nothing that still fits may be left out. */
export function brokenByWinners(race: Race, { selected, total }: Result, full: boolean): Invariant[] {
  const { costs, overBudget, election } = race;
  const won = new Set(selected);
  const cost = selected.reduce((sum, project) => sum + costs[project]!, 0n);
  const found: Invariant[] = [];
  if (won.size < selected.length) found.push('winnerTwice');
  if (overBudget.some((project) => won.has(project))) found.push('winnerOverBudget');
  if (cost !== total) found.push('totalWrong');
  if (total > election.budget) found.push('totalOverBudget');
  if (full && costs.some((left, project) => !won.has(project) && total + left <= election.budget)) {
    found.push('projectStillFits');
  }
  return found;
}

/**
 * What is wrong with a count by equal shares, checked exactly and voter by voter against the rule itself: everybody
 * pays the asked price or, when that is more, all that is left; every winner is paid; nothing that could still be paid
 * is left; prices by worth never fall; and no group can claim more (EJR+ up to one).
 */
export function brokenByShares(race: Race, shares: Shares): Invariant[] {
  const found = new Set(brokenByWinners(race, shares, false));
  const { purses, selected, utility } = shares;
  const received = race.costs.map(() => 0n);
  const leftFor = race.costs.map(() => 0n);
  race.people.voters.forEach((count, ballot) => {
    const voters = BigInt(count);
    let purse = purses.endowment;
    const { payments, left } = spendingOf(race, shares, ballot);
    const paid = new Map(payments.map(({ round, amount }) => [round, amount]));
    for (const { round, project, asked } of asks(race, shares, ballot)) {
      const amount = paid.get(round) ?? 0n;
      if (amount !== (purse < asked ? purse : asked)) found.add('paidOtherThanAsked');
      purse -= amount;
      received[project]! += amount * voters;
    }
    if (purse < 0n || purse !== left) found.add('purseOverdrawn');
    for (const project of choicesOf(race, ballot)) leftFor[project]! += left * voters;
  });
  const won = new Set(selected);
  for (const project of race.contenders) {
    const cost = race.costs[project]! * purses.denominator;
    if (won.has(project) ? received[project] !== cost : received[project] !== 0n) found.add('winnerNotPaid');
    if (!won.has(project) && leftFor[project]! >= cost) found.add('projectStillAffordable');
  }
  if (pricesFell(race, shares)) found.add('priceFell');
  if (ejrViolations(race, utility, selected).length > 0) found.add('proportionalityBroken');
  return [...found];
}

function choicesOf({ people }: Race, ballot: number): Int32Array {
  return people.ballotProject.subarray(people.ballotStart[ballot], people.ballotStart[ballot + 1]);
}

type Ask = { round: number; project: number; asked: bigint };

/** What each round asked of a voter, in order of the rounds. */
function asks({ people }: Race, { purses }: Shares, ballot: number): Ask[] {
  const found: Ask[] = [];
  for (let place = people.ballotStart[ballot]!; place < people.ballotStart[ballot + 1]!; place += 1) {
    const project = people.ballotProject[place]!;
    const round = purses.roundOf[project]!;
    if (round < 0) continue;
    found.push({ round, project, asked: purses.prices[round]! * BigInt(people.ballotScore[place]!) });
  }
  return found.sort((a, b) => a.round - b.round);
}

function pricesFell({ costs }: Race, { purses, utility }: Shares): boolean {
  const worth = (round: number) => (utility === 'cost' ? costs[purses.paid[round]!]! : 1n);
  return purses.prices.some(
    (price, round) => round > 0 && price * worth(round - 1) < purses.prices[round - 1]! * worth(round),
  );
}
