import { type Fraction } from './fraction';
import { type Price, Purses } from './purses';
import { type Race } from './race';
import { settle, type Tie } from './ties';

/** What a voter is said to gain by a project: its cost, or one, times the score given (voting.md §3). */
export type Utility = 'cost' | 'cardinality';

/** Equal shares counted once at one endowment: who won in which order, and everybody's purses at the end. */
export type Shares = Readonly<{
  utility: Utility;
  endowment: Fraction;
  purses: Purses;
  selected: readonly number[];
  total: bigint;
  ties: readonly Tie[];
}>;

/** `least` (in units) is never above the price: it only rises, for purses only shrink. */
type Contender = { project: number; worth: bigint; weight: number; least: number };
type Offer = { contender: Contender; price: Price; inUnits: number };

/**
 * Counts equal shares at an endowment. Ends early, with `undefined`, as soon as the winners cost more than the budget:
 * such an outcome never stands. `guess` names who probably wins each round; a good one saves time, a bad one costs some,
 * and none changes the outcome.
 */
export function equalShares(
  race: Race,
  utility: Utility,
  endowment: Fraction,
  guess: readonly number[] = [],
): Shares | undefined {
  const purses = new Purses(race.people, race.costs, endowment);
  const selected = [...race.free];
  const ties: Tie[] = [];
  let total = 0n;
  let line = race.contenders.map((project) => contender(race, purses, utility, project));
  for (;;) {
    line.sort((a, b) => a.least / a.weight - b.least / b.weight);
    const likely = line.findIndex(({ project }) => project === guess[selected.length]);
    if (likely > 0) line.unshift(...line.splice(likely, 1));
    const offers = bestOffers(purses, line);
    if (!offers) return { utility, endowment, purses, selected, total, ties };
    const tied = offers.map(({ contender: { project } }) => project);
    const [winner, tie] = settle(tied, selected.length, race.preference);
    if (tie) ties.push(tie);
    purses.pay(winner, offers[tied.indexOf(winner)]!.price);
    selected.push(winner);
    total += race.costs[winner]!;
    if (total > race.election.budget) return undefined;
    line = line.filter(({ project, least }) => project !== winner && least < Infinity);
  }
}

function contender(race: Race, purses: Purses, utility: Utility, project: number): Contender {
  const worth = utility === 'cost' ? race.costs[project]! : 1n;
  const least = purses.lowest(project, race.preference.votes[project]!);
  return { project, worth, weight: Number(worth), least };
}

/** Everybody who offers most for the money: the smallest price by worth; undefined when nobody can be paid any more. */
function bestOffers(purses: Purses, line: Contender[]): [Offer, ...Offer[]] | undefined {
  let best: [Offer, ...Offer[]] | undefined;
  for (const contender of line) {
    if (best && isBeaten(purses, contender, best[0])) continue;
    const price = purses.priceOf(contender.project, contender.least);
    contender.least = price ? purses.unitsOf(price) : Infinity;
    if (!price) continue;
    const offer = { contender, price, inUnits: contender.least };
    const order = best ? compareOffers(offer, best[0]) : -1;
    if (order < 0) best = [offer];
    else if (order === 0) best!.push(offer);
  }
  return best;
}

/** Whether a contender surely asks more for its worth than the best offer so far. */
function isBeaten(purses: Purses, contender: Contender, best: Offer): boolean {
  const at = (best.inUnits + 2 ** -50) * (contender.weight / best.contender.weight) * (1 + 1e-12);
  if (contender.least > at) return true;
  const above = purses.above(contender.project, at);
  if (above === undefined) return false;
  contender.least = above;
  return true;
}

function compareOffers(a: Offer, b: Offer): number {
  const left = a.price.top * b.price.over * b.contender.worth;
  const right = b.price.top * a.price.over * a.contender.worth;
  return left < right ? -1 : left > right ? 1 : 0;
}
