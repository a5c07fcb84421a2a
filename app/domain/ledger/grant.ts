import { add, type Cents, cents, subtract, sum } from '../money/cents';
import { type AccountKind, onNormalSide, uncollectable } from './accounts';

/** Why less is settled than was granted: the four grounds of 4:46 lid 2 Awb, in the order of the law. */
export const settlementGrounds = ['notDone', 'obligations', 'wrongInformation', 'wrongGrant'] as const;
export type SettlementGround = (typeof settlementGrounds)[number];

/** Where a grant stands; what the books say, so it is never stored. */
export const grantPhases = ['granted', 'advanced', 'settled', 'claimed', 'closed'] as const;
export type GrantPhase = (typeof grantPhases)[number];

/**
 * A grant's sub-accounts in cents on their normal side; `paid` is what left the bank, as its statements tell, and did not
 * come back.
 */
export type GrantStanding = Readonly<{
  committed: Cents;
  advance: Cents;
  payable: Cents;
  underWay: Cents;
  claim: Cents;
  blocked: Cents;
  cost: Cents;
  paid: Cents;
  phase: GrantPhase;
}>;

/** The most that may be advanced of a grant, in cents: a whole percentage of it, rounded down. */
export function highestAdvance(granted: Cents, advancePct: number): Cents {
  return cents((granted * BigInt(advancePct)) / 100n);
}

/** Sums a grant's balances per kind of account and says in which phase it is; `settled` says whether it was settled. */
export function grantStanding(
  balances: readonly { kind: AccountKind; cents: Cents }[],
  settled: boolean,
): GrantStanding {
  const on = (kind: AccountKind) =>
    sum(balances.filter((row) => row.kind === kind).map((row) => cents(onNormalSide(kind, row.cents))));
  const advance = on('advance');
  const payable = on('payable');
  const underWay = on('underWay');
  const claim = on('claim');
  const cost = on('cost');
  return {
    committed: on('committed'),
    advance,
    payable,
    underWay,
    claim,
    blocked: on('blocked'),
    cost,
    paid: subtract(sum([advance, cost, claim]), add(payable, underWay)),
    phase: phaseOf({ settled, advance, unpaid: add(payable, underWay), claim }),
  };
}

function phaseOf(now: { settled: boolean; advance: Cents; unpaid: Cents; claim: Cents }): GrantPhase {
  if (!now.settled) return now.advance > 0n ? 'advanced' : 'granted';
  if (now.claim > 0n) return 'claimed';
  return now.unpaid > 0n ? 'settled' : 'closed';
}

type SubAccount = { sourceId: string; kind: AccountKind; detail: string | null; cents: Cents };

/** What was paid and settled of a grant for each of its sources; cents. What was written off was not settled by anybody. */
export function moneyPerSource<Source extends { id: string }>(
  sources: readonly Source[],
  accounts: readonly SubAccount[],
  settled: boolean,
): (Source & { paid: Cents; settled: Cents })[] {
  return sources.map((source) => {
    const own = accounts.filter(({ sourceId }) => sourceId === source.id);
    const spent = own.filter(({ kind, detail }) => kind === 'cost' && detail !== uncollectable);
    return { ...source, paid: grantStanding(own, settled).paid, settled: sum(spent.map((row) => row.cents)) };
  });
}
