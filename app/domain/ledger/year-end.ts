import { type CalendarDate, yearOf } from '../calendar';
import { add, cents, type Cents, max, min, subtract, zero } from '../money/cents';
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

/** What a source has left in a pool, what it once promised there, and what of that was carried over before; cents. */
export type Left = Readonly<{ sourceId: string; rest: Cents; promised: Cents; carriedBefore: Cents }>;

/** Where the rest of a source goes: on to the next year, or back to the funder. */
export type YearEndPart = Readonly<{ sourceId: string; rest: Cents; carried: Cents; returned: Cents }>;

/**
 * What a source's rule does with its rest (domain.md E6): all goes back, at most a part of what was promised stays, or
 * all stays. Money that may not be used after the year goes back whatever the rule says.
 */
export function partAtYearEnd(left: Left, rule: RolloverRule, year: number): YearEndPart {
  const { sourceId, rest } = left;
  const carried = min(rest, mayStay(left, rule, year));
  return { sourceId, rest, carried, returned: subtract(rest, carried) };
}

/** What is set apart for an application that was not decided about before the year ended. */
export type Reserved = Readonly<{ applicationId: string; shares: readonly Share[] }>;

/** One pool at the end of its year: what is left per source, and what is reserved; `carryOver` is the fund's rule. */
export type PoolAtYearEnd = Readonly<{
  year: number;
  left: readonly (Left & RolloverRule)[];
  reserved: readonly (Reserved & { carryOver: boolean })[];
}>;

/** What the end of the year does with a pool: reservations that end and go on, and where the rest of each source goes. */
export type YearEndPlan = Readonly<{ released: Reserved[]; kept: Reserved[]; parts: YearEndPart[] }>;

/**
 * Plans the end of a pool's year: reservations go on or are released by the rule of their fund, and then every source's
 * rest, with what was released, goes where its rule says (domain.md §5.4). Sources without a rest are left out.
 */
export function planYearEnd({ year, left, reserved }: PoolAtYearEnd): YearEndPlan {
  const released = reserved.filter(({ carryOver }) => !carryOver);
  const back = released.flatMap(({ shares }) => shares);
  const parts = left
    .map((source) => {
      const own = back.filter(({ sourceId }) => sourceId === source.sourceId);
      return partAtYearEnd({ ...source, rest: add(source.rest, totalOf(own)) }, source, year);
    })
    .filter(({ rest }) => rest > 0n);
  return { released, kept: reserved.filter(({ carryOver }) => carryOver), parts };
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

function mayStay({ rest, promised, carriedBefore }: Left, rule: RolloverRule, year: number): Cents {
  if (rule.expiresOn !== null && yearOf(rule.expiresOn) <= year) return zero;
  if (rule.rollover === 'lapses') return zero;
  if (rule.rollover === 'stays') return rest;
  return max(zero, subtract(cents((promised * BigInt(rule.maxPct)) / 100n), carriedBefore));
}
