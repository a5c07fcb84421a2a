import { type Cents, cents, zero } from '../money/cents';
import { type AccountKind, accountKinds, onNormalSide } from './accounts';
import { attribute, type Standing } from './attribution';
import { type Budget, balancesOf, budgetOf } from './balance';
import { movedBy } from './entry';
import { type EntryKind } from './kinds';
import { type Kolom } from './kolom';
import { type Leg, type Share, sideOf, totalOf } from './posting';
import {
  advanceLegs,
  grantLegs,
  paymentLegs,
  paymentOrderLegs,
  pledgeLegs,
  receiptLegs,
  reservationLegs,
} from './rules';
import { attributeClaim, clawbackLegs, type Grant, settle, settlementLegs } from './settlement';

/** The entries of the example, in their order. */
export const exampleKinds = [
  'pledge',
  'receipt',
  'reservation',
  'grant',
  'advance',
  'paymentOrder',
  'payment',
  'settlement',
  'clawback',
] as const satisfies EntryKind[];

/** An entry of the example, as the acts of the fund book make it. */
export type ExampleEntry = Readonly<{ kind: (typeof exampleKinds)[number]; legs: readonly Leg[] }>;

/** One account in one entry: its side, and what moved per source, in cents. */
export type ExampleLine = Readonly<{
  account: AccountKind;
  side: 'debit' | 'credit';
  shares: readonly Share[];
  total: Cents;
}>;

/** The sources of the example, named after their kolom, with what each promises in cents. */
export const exampleSources: readonly (Share & { sourceId: Kolom })[] = [
  { sourceId: 'wmo', cents: cents(15_000_00) },
  { sourceId: 'jeugd', cents: cents(10_000_00) },
  { sourceId: 'leefbaarheid', cents: cents(5_000_00) },
];

/** What the council grants, what is paid in advance, and what it cost in the end (domain.md §5.6, E4b), in cents. */
export const exampleAmounts = {
  granted: cents(4_000_00),
  advanced: cents(3_000_00),
  spent: cents(2_612_75),
} as const;

const pool = { areaId: 'wijk', year: 2026 };
const grant: Grant = {
  pool,
  grantId: 'initiatief',
  taskField: '6.1',
  kolomOf: (sourceId) => sourceId as Kolom,
};

/** How a euro travels, from the promise to the settled grant: every entry of E4b, by the functions that book it. */
export function exampleJournal(): ExampleEntry[] {
  const { grantId } = grant;
  const { granted, advanced, spent } = exampleAmounts;
  const reserved = attribute(granted, unused(exampleSources));
  const advance = attribute(advanced, unused(reserved));
  const settled = settle(spent, reserved, advance);
  const back = attributeClaim(totalOf(settled.claimed), unused(settled.claimed));
  const grantOf = { reserved, granted, pool, applicationId: grantId, grantId };
  const legs: Record<ExampleEntry['kind'], Leg[]> = {
    pledge: pledgeLegs(exampleSources, pool),
    receipt: receiptLegs(exampleSources),
    reservation: reservationLegs(reserved, pool, grantId),
    grant: grantLegs(grantOf),
    advance: advanceLegs(advance, pool, grantId),
    paymentOrder: paymentOrderLegs(advance, pool, grantId),
    payment: paymentLegs(advance, pool, grantId),
    settlement: settlementLegs(grant, settled, reserved, advance),
    clawback: clawbackLegs(back, grant),
  };
  return exampleKinds.map((kind) => ({ kind, legs: legs[kind] }));
}

/** An entry's lines: one for each account and side, debit first, with the part of every source of the example. */
export function linesOf({ legs }: Pick<ExampleEntry, 'legs'>): ExampleLine[] {
  return (['debit', 'credit'] as const).flatMap((side) => {
    const own = legs.filter((leg) => sideOf(leg) === side);
    const found = new Set(own.map((leg) => leg.account.kind));
    const kinds = (Object.keys(accountKinds) as AccountKind[]).filter((kind) => found.has(kind));
    return kinds.map((account) => {
      const on = own.filter((leg) => leg.account.kind === account);
      const shares = exampleSources.map(({ sourceId }) => ({
        sourceId,
        cents: movedBy(on.filter((leg) => leg.sourceId === sourceId)),
      }));
      return { account, side, shares, total: totalOf(shares) };
    });
  });
}

/** What stands where when all is booked: the balance of every kind of account on its normal side, in cents. */
export function exampleEnd(): { on: Map<AccountKind, Cents>; budget: Budget } {
  const balances = balancesOf(exampleJournal().flatMap(({ legs }) => legs));
  const on = new Map<AccountKind, Cents>();
  for (const { account, cents: standing } of balances) {
    on.set(account.kind, cents((on.get(account.kind) ?? 0n) + onNormalSide(account.kind, standing)));
  }
  return { on, budget: budgetOf(balances) };
}

function unused(shares: readonly Share[]): Standing[] {
  return shares.map(({ sourceId, cents: weight }) => ({ sourceId, weight, attributed: zero }));
}
