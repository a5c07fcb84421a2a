import { type CalendarDate, yearOf } from '../calendar';
import { allocateInOrder } from '../money/allocate';
import { add, cents, type Cents, max, min, subtract, sum, zero } from '../money/cents';
import { accounts, type Pool } from './accounts';
import { credit, debit, type Leg, type Share, totalOf } from './posting';

/** What happens to money of a source that is left at the end of a year (domain.md §5.4). */
export const rollovers = ['lapses', 'percentage', 'stays'] as const;
export type Rollover = (typeof rollovers)[number];

/** A source's rule for the end of the year; `maxPct` counts for 'percentage' alone. */
export type RolloverRule = Readonly<{
  rollover: Rollover;
  maxPct: number;
  expiresOn: CalendarDate | null;
}>;

/**
 * A source when a year ends: its rule, what it promised that year to all pools together, and what the end of that year
 * carried over of it before, from whichever pool; cents.
 */
export type SourceAtYearEnd = RolloverRule &
  Readonly<{ sourceId: string; promised: Cents; carriedBefore: Cents }>;

/** What a source has left in a pool, in cents. */
export type Left = SourceAtYearEnd & Readonly<{ rest: Cents }>;

/** Where the rest of a source goes: on to the next year, or back to the funder. */
export type YearEndPart = Readonly<{ sourceId: string; rest: Cents; carried: Cents; returned: Cents }>;

/**
 * What a source's rule does with its rests, one a pool (domain.md E6): all goes back, at most a part of what was promised
 * stays, or all stays. Money that may not be used after the year goes back whatever the rule says. The part counts over
 * the whole promise: what may stay is divided over the pools by their rests, left-over cents to the largest remainder,
 * ties to the first pool.
 */
export function partsAtYearEnd(
  source: SourceAtYearEnd,
  rests: readonly Cents[],
  year: number,
): YearEndPart[] {
  const whole = sum(rests);
  const stays = min(whole, mayStay(source, whole, year));
  const carried = whole > 0n ? allocateInOrder(stays, rests) : rests;
  return rests.map((rest, index) => {
    const part = carried[index] ?? zero;
    return { sourceId: source.sourceId, rest, carried: part, returned: subtract(rest, part) };
  });
}

/** What is set apart for an application that was not decided about before the year ended. */
export type Reserved = Readonly<{ applicationId: string; shares: readonly Share[] }>;

/** One pool at the end of its year: what is left per source, and what is reserved; `carryOver` is the fund's rule. */
export type PoolAtYearEnd = Readonly<{
  left: readonly Left[];
  reserved: readonly (Reserved & { carryOver: boolean })[];
}>;

/** What the end of the year does with a pool: reservations that end and go on, and where the rest of each source goes. */
export type YearEndPlan = Readonly<{ released: Reserved[]; kept: Reserved[]; parts: YearEndPart[] }>;

/**
 * Plans the end of a year for its pools, one plan each, in their order: reservations go on or are released by the rule of
 * their fund, and then every source's rest, with what was released, goes where its rule says (domain.md §5.4). Sources
 * without a rest are left out.
 */
export function planYearEnd(year: number, pools: readonly PoolAtYearEnd[]): YearEndPlan[] {
  const rests = pools.map(restsOf);
  const partOf = new Map(bySource(rests.flat()).flatMap((own) => partsOf(own, year)));
  return pools.map(({ reserved }, index) => ({
    released: reserved.filter(({ carryOver }) => !carryOver),
    kept: reserved.filter(({ carryOver }) => carryOver),
    parts: (rests[index] ?? []).flatMap((left) => partOf.get(left) ?? []).filter(({ rest }) => rest > 0n),
  }));
}

/** The legs of one pool's year end (JAAREINDE); none when nothing was left. */
export function yearEndLegs(
  pool: Pool,
  parts: readonly YearEndPart[],
  reservations: readonly Reserved[],
): Leg[] {
  const next = { ...pool, year: pool.year + 1 };
  const moves = parts.flatMap(({ sourceId, rest, carried, returned }) => [
    debit(accounts.available(pool), { sourceId, cents: rest }),
    credit(accounts.available(next), { sourceId, cents: carried }),
    credit(accounts.returned(sourceId), { sourceId, cents: returned }),
  ]);
  const kept = reservations.flatMap(({ applicationId, shares }) =>
    shares.flatMap((share) => [
      debit(accounts.reserved(pool, applicationId), share),
      credit(accounts.reserved(next, applicationId), share),
    ]),
  );
  return [...moves, ...kept].filter((leg) => leg.cents !== 0n);
}

/** What every source has left in a pool once the reservations that end are released. */
function restsOf({ left, reserved }: PoolAtYearEnd): Left[] {
  const released = reserved.filter(({ carryOver }) => !carryOver).flatMap(({ shares }) => shares);
  return left.map((source) => {
    const own = released.filter(({ sourceId }) => sourceId === source.sourceId);
    return { ...source, rest: add(source.rest, totalOf(own)) };
  });
}

function bySource(rests: readonly Left[]): [Left, ...Left[]][] {
  const found = new Map<string, [Left, ...Left[]]>();
  for (const left of rests) {
    const own = found.get(left.sourceId);
    if (own) own.push(left);
    else found.set(left.sourceId, [left]);
  }
  return [...found.values()];
}

function partsOf(own: readonly [Left, ...Left[]], year: number): [Left, YearEndPart][] {
  const parts = partsAtYearEnd(
    own[0],
    own.map(({ rest }) => rest),
    year,
  );
  return own.flatMap((left, index) => {
    const part = parts[index];
    return part ? [[left, part]] : [];
  });
}

function mayStay({ promised, carriedBefore, ...rule }: SourceAtYearEnd, whole: Cents, year: number): Cents {
  if (rule.expiresOn !== null && yearOf(rule.expiresOn) <= year) return zero;
  if (rule.rollover === 'lapses') return zero;
  if (rule.rollover === 'stays') return whole;
  return max(zero, subtract(cents((promised * BigInt(rule.maxPct)) / 100n), carriedBefore));
}
