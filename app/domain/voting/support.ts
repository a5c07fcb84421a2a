import { cents, sum } from '../money/cents';
import { equalShares, type Shares } from './equal-shares';
import { compareFractions, fraction, type Fraction, nothing } from './fraction';
import { type Price, Purses } from './purses';
import { type Race } from './race';

/** When a project could no longer be paid: after so many payments (0: from the start), and what its supporters had. */
export type Loss = Readonly<{ afterRounds: number; left: Fraction }>;

/**
 * How near a project came (voting.md §6): the largest part of its cost that its supporters would have paid at the price
 * of any round, or with all they had at the end. 1 is just won, 2 is twice what was needed.
 */
export type Standing = Readonly<{ support: Fraction; loss?: Loss }>;

/** How near a project came while it had not won; a winner is taken out of the race and the rest counted again. */
export function standingOf(race: Race, shares: Shares, project: number): Standing {
  const won = shares.purses.roundOf[project]! >= 0;
  const run = won ? countWithout(race, shares, project) : shares;
  const cost = race.costs[project]!;
  let support = nothing;
  let loss: Loss | undefined;
  for (const { purses, winner, price } of replay(race, run)) {
    const left = purses.leftOf(project);
    if (left < cost * purses.denominator) loss ??= lossAt(purses, left);
    const own = winner === undefined ? undefined : priceFor(race, shares, project, winner, price);
    const paid = own
      ? fraction(purses.wouldPay(project, own), purses.denominator * own.over)
      : lossAt(purses, left).left;
    const part = fraction(paid.top, paid.over * cost);
    if (compareFractions(part, support) > 0) support = part;
  }
  return won ? { support } : { support, loss };
}

function lossAt(purses: Purses, left: bigint): Loss {
  return { afterRounds: purses.paid.length, left: fraction(left, purses.denominator) };
}

/** The outcome stands for itself here, so it may cost more than the budget. */
function countWithout(race: Race, { utility, endowment }: Shares, project: number): Shares {
  const contenders = race.contenders.filter((other) => other !== project);
  const budget = cents(race.election.budget + sum(race.election.projects.map(({ cost }) => cost)));
  return equalShares({ ...race, contenders, election: { ...race.election, budget } }, utility, endowment)!;
}

/** What a project must ask to be as good for the money as a winner. */
function priceFor(
  { costs }: Race,
  { utility }: Shares,
  project: number,
  winner: number,
  price: Price,
): Price {
  if (utility === 'cardinality') return price;
  return { top: price.top * costs[project]!, over: price.over * costs[winner]! };
}

type Moment = { purses: Purses } & (
  { winner: number; price: Price } | { winner?: undefined; price?: undefined }
);

/** The purses before each payment, and once more at the end, without a winner. */
function* replay(race: Race, { purses: ended, endowment }: Shares): Generator<Moment> {
  const purses = new Purses(race.people, race.costs, endowment);
  for (const [round, winner] of ended.paid.entries()) {
    const price = { top: ended.prices[round]! * purses.denominator, over: ended.denominator };
    yield { purses, winner, price };
    purses.pay(winner, price);
  }
  yield { purses };
}
