import fc from 'fast-check';
import { type AccountKind, onNormalSide } from '~/domain/ledger/accounts';
import { attribute, type Standing } from '~/domain/ledger/attribution';
import { type EntryKind } from '~/domain/ledger/kinds';
import { type Leg, type Share, totalOf } from '~/domain/ledger/posting';
import {
  advanceLegs,
  grantLegs,
  paymentLegs,
  paymentOrderLegs,
  pledgeLegs,
  receiptLegs,
  reservationLegs,
} from '~/domain/ledger/rules';
import {
  attributeClaim,
  clawbackLegs,
  type Grant,
  settle,
  settlementLegs,
  unpaid,
  writeOffLegs,
} from '~/domain/ledger/settlement';
import { type Cents, cents, max, zero } from '~/domain/money/cents';

/** An entry as the domain makes it. */
export type Booked = Readonly<{ kind: EntryKind; legs: Leg[] }>;

/** The life of one grant; each part is in thousandths of what is then possible, so that every plan can be played. */
export type Plan = Readonly<{
  pledged: readonly bigint[];
  requested: bigint;
  granted: bigint;
  advances: readonly bigint[];
  settled: { of: 'granted' | 'advanced'; part: bigint };
  /** How the claim ends, part by part; what is left of it then comes back at last. */
  ends: readonly { part: bigint; writeOff: boolean }[];
}>;

const part = fc.oneof(fc.constantFrom(0n, 1000n), fc.bigInt(0n, 1000n));
const large = fc.oneof({ weight: 1, arbitrary: part }, { weight: 3, arbitrary: fc.bigInt(500n, 1000n) });

export const plans: fc.Arbitrary<Plan> = fc.record({
  pledged: fc
    .array(fc.oneof(fc.bigInt(0n, 20n), fc.bigInt(0n, 10n ** 9n)), { minLength: 1, maxLength: 5 })
    .filter((amounts) => amounts.some((amount) => amount > 0n)),
  requested: large,
  granted: large,
  advances: fc.array(large, { maxLength: 3 }),
  settled: fc.record({ of: fc.constantFrom('granted' as const, 'advanced' as const), part }),
  ends: fc.array(fc.record({ part, writeOff: fc.boolean() }), { maxLength: 3 }),
});

export const pool = { areaId: 'soes', year: 2026 };

export const grant: Grant = {
  pool,
  grantId: 'grant',
  taskField: '6.1',
  kolomOf: (sourceId) => (sourceId === 's0' ? 'wmo' : 'jeugd'),
};

/** The sources of E4 (domain.md §5.6). */
const sourceIds = ['wmo', 'jeugd', 'leef'];

/** The grant of E4: 4,000.00 from 15,000 / 10,000 / 5,000. */
export const e4Grant: Grant = {
  pool,
  grantId: 'g',
  taskField: '6.1',
  kolomOf: (sourceId) => (sourceId === 'wmo' || sourceId === 'jeugd' ? sourceId : 'leefbaarheid'),
};

/** Shares of the sources of E4, in their order; none for a source that has nothing. */
export function shares(...amounts: number[]): Share[] {
  return sourceIds
    .map((sourceId, index) => ({ sourceId, cents: cents(amounts[index] ?? 0) }))
    .filter((share) => share.cents > 0n);
}

/** Amounts in the order of the sources of E4, zero for a source that has nothing. */
export function amounts(list: readonly Share[]): number[] {
  return sourceIds.map((sourceId) => Number(list.find((share) => share.sourceId === sourceId)?.cents ?? 0));
}

/** What legs do to each account, all sources together: side, code and euros; debit before credit, zero left out. */
export function accountLines(legs: readonly Leg[]): string[] {
  const codes = [...new Set(legs.map((leg) => leg.account.code))];
  const moves = codes.map((code) => ({
    code,
    moved: Number(totalOf(legs.filter((leg) => leg.account.code === code))) / 100,
  }));
  return [
    ...moves.filter(({ moved }) => moved > 0).map(({ code, moved }) => `D ${code} ${moved.toFixed(2)}`),
    ...moves.filter(({ moved }) => moved < 0).map(({ code, moved }) => `C ${code} ${(-moved).toFixed(2)}`),
  ];
}

/** What stands on one kind of account per source, in cents on its normal side; without the sources that have nothing. */
export function sharesOn(legs: readonly Leg[], kind: AccountKind): Share[] {
  const sums = new Map<string, bigint>();
  for (const leg of legs) {
    if (leg.account.kind === kind) sums.set(leg.sourceId, (sums.get(leg.sourceId) ?? 0n) + leg.cents);
  }
  return [...sums]
    .filter(([, standing]) => standing !== 0n)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sourceId, standing]) => ({ sourceId, cents: cents(onNormalSide(kind, standing)) }));
}

/** Each share as a weight of which nothing is used yet. */
export function unused(shares: readonly Share[]): Standing[] {
  return shares.map(({ sourceId, cents: weight }) => ({ sourceId, weight, attributed: zero }));
}

/** Every entry of a grant from the pledge to its last cent, in the order in which they are booked. */
export function played(plan: Plan): Booked[] {
  const booked: Booked[] = [];
  const on: On = (kind) =>
    sharesOn(
      booked.flatMap(({ legs }) => legs),
      kind,
    );
  for (const step of [promise, decide, advance, settleUp, collect]) {
    for (const next of step(plan, on)) booked.push(next);
  }
  return booked;
}

type On = (kind: AccountKind) => Share[];

function* promise({ pledged, requested }: Plan, on: On): Generator<Booked> {
  const shares = pledged.map((amount, index) => ({ sourceId: `s${index}`, cents: cents(amount) }));
  yield { kind: 'pledge', legs: pledgeLegs(shares, pool) };
  yield { kind: 'receipt', legs: receiptLegs(on('receivable')) };
  const reserved = attribute(aCentOrMore(on('available'), requested), unused(on('available')));
  yield { kind: 'reservation', legs: reservationLegs(reserved, pool, 'application') };
}

function* decide({ granted }: Plan, on: On): Generator<Booked> {
  const reserved = on('reserved');
  const amount = aCentOrMore(reserved, granted);
  const ids = { applicationId: 'application', grantId: grant.grantId };
  yield { kind: 'grant', legs: grantLegs({ reserved, granted: amount, pool, ...ids }) };
}

function* advance({ advances }: Plan, on: On): Generator<Booked> {
  for (const each of advances) {
    const left = totalOf(on('committed')) - totalOf(on('advance'));
    const amount = cents((left * each) / 1000n);
    if (amount === 0n) continue;
    const shares = attribute(amount, unpaid(on('committed'), on('advance')));
    yield { kind: 'advance', legs: advanceLegs(shares, pool, grant.grantId) };
    yield* pay(on);
  }
}

function* settleUp({ settled }: Plan, on: On): Generator<Booked> {
  const committed = on('committed');
  const advanced = on('advance');
  const whole = totalOf(settled.of === 'granted' ? committed : advanced);
  const amount = cents((whole * settled.part) / 1000n);
  const legs = settlementLegs(grant, settle(amount, committed, advanced), committed, advanced);
  yield { kind: 'settlement', legs };
  yield* pay(on);
}

function* collect({ ends }: Plan, on: On): Generator<Booked> {
  const claimed = on('claim');
  for (const { part: each, writeOff } of [...ends, { part: 1000n, writeOff: false }]) {
    const open = on('claim');
    if (open.length === 0) return;
    const standings = claimed.map(({ sourceId, cents: weight }) => {
      const left = open.find((share) => share.sourceId === sourceId)?.cents ?? zero;
      return { sourceId, weight, attributed: cents(weight - left) };
    });
    const shares = attributeClaim(aCentOrMore(open, each), standings);
    yield writeOff
      ? { kind: 'writeOff', legs: writeOffLegs(shares, grant) }
      : { kind: 'clawback', legs: clawbackLegs(shares, grant) };
  }
}

function* pay(on: On): Generator<Booked> {
  const waiting = on('payable');
  if (waiting.length === 0) return;
  yield { kind: 'paymentOrder', legs: paymentOrderLegs(waiting, pool, grant.grantId) };
  yield { kind: 'payment', legs: paymentLegs(waiting, pool, grant.grantId) };
}

function aCentOrMore(shares: readonly Share[], thousandths: bigint): Cents {
  return max(cents(1), cents((totalOf(shares) * thousandths) / 1000n));
}
