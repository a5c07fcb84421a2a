import { type Shares } from './equal-shares';
import { type Race } from './race';

/** What one voter paid for one winner; `round` is its place among the paid winners, `amount` over the denominator. */
export type Payment = Readonly<{ round: number; project: number; amount: bigint }>;

/** Where one voter's endowment went, all over the denominator of the purses. */
export type Spending = Readonly<{ payments: readonly Payment[]; left: bigint }>;

/**
 * What a voter with this (merged) ballot paid in each round, worked out from the prices alone: the score times the
 * price, all that was left in the round that emptied the purse, and nothing after it.
 */
export function spendingOf(race: Race, { purses }: Shares, merged: number): Spending {
  const { ballotStart, ballotProject, ballotScore } = race.people;
  const wanted: Payment[] = [];
  for (let place = ballotStart[merged]!; place < ballotStart[merged + 1]!; place += 1) {
    const project = ballotProject[place]!;
    const round = purses.roundOf[project]!;
    if (round >= 0)
      wanted.push({ round, project, amount: purses.prices[round]! * BigInt(ballotScore[place]!) });
  }
  const payments: Payment[] = [];
  const emptied = purses.emptiedAt[merged]!;
  let left = purses.endowment;
  for (const payment of wanted.sort((a, b) => a.round - b.round)) {
    if (emptied >= 0 && payment.round > emptied) break;
    const amount = payment.round === emptied ? left : payment.amount;
    payments.push({ ...payment, amount });
    left -= amount;
  }
  return { payments, left };
}
