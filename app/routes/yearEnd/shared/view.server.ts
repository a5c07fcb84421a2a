import { type Preparation, preparationOf } from '#db/reads/yearEnd/preparation';
import { yearEndResult } from '#db/reads/yearEnd/result';
import { type ReservationRow, type YearEndRow } from './tables';
import { calendarDateIn, yearOf } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { totalOf } from '~/domain/ledger/posting';
import { pageOf } from '~/domain/paging';
import { pageIn } from '~/http/address.server';
import { type Visit } from '~/http/visit.server';
import { add } from '~/domain/money/cents';
import { type PlannedPool, previewYearEnd } from '~/usecases/yearEnd/preview-year-end.server';

/** The year in the address. Throws 'notFound' for what is no year. */
export function yearIn({ params: { year = '' } }: Visit): number {
  if (!/^2[01]\d\d$/.test(year)) throw new DomainError('notFound');
  return Number(year);
}

/** Which step of a year end one is at. */
export type Stage = 'notOver' | 'open' | 'booked' | 'closed';

/** The end of a year as it stands now: what is planned, or what was done. */
export async function yearEndOf(visit: Visit) {
  const year = yearIn(visit);
  const { db, today, actor } = visit.context;
  const { pools, hash, carried, returned, reserved, booked, closed, commitments, receivables } =
    await previewYearEnd(visit.context, year);
  const over = year < yearOf(today);
  const stage: Stage = closed ? 'closed' : !over ? 'notOver' : booked ? 'booked' : 'open';
  const result = await yearEndResult(db, year);
  const last = await preparationOf(db, year);
  const own = last?.preparedBy === actor.personId;
  return {
    year,
    stage,
    hash,
    ready: last?.state === 'prepared' ? readyOf(last, hash, own) : null,
    /** Who made the year end ready leaves closing the year to another. */
    mayClose: !(last?.state === 'confirmed' && own),
    sums: { rest: add(carried, returned), carried, returned, reserved },
    planned: pools.flatMap(rowsOf),
    reservations: pageOf(pools.flatMap(reservationsOf), pageIn(visit, 'reserveringen'), 25),
    done: result.map(({ source, sourceYear, ...row }): YearEndRow => ({
      ...row,
      source: named(source, sourceYear, year),
      rest: add(row.carried, row.returned),
    })),
    commitments,
    receivables,
  };
}

/** A year end that waits, and whose turn it is: it was made ready by who looks, by another, or with other figures. */
function readyOf({ previewHash, preparer: name, preparedAt }: Preparation, hash: string, own: boolean) {
  const turn: 'stale' | 'own' | 'other' = previewHash !== hash ? 'stale' : own ? 'own' : 'other';
  return { turn, name, on: calendarDateIn(preparedAt) };
}

function rowsOf({ pool, plan }: PlannedPool): YearEndRow[] {
  return plan.parts.flatMap(({ sourceId, ...amounts }) => {
    const left = pool.left.find((each) => each.sourceId === sourceId);
    if (!left) return [];
    const expired = left.expiresOn !== null && yearOf(left.expiresOn) <= pool.year;
    const rule = { name: expired ? ('expired' as const) : left.rollover, pct: left.maxPct };
    const source = named(left.source, left.sourceYear, pool.year);
    return [{ wijk: pool.wijk, sourceId, source, ...amounts, rule }];
  });
}

/** Money that stayed from an earlier year has that year beside its source. */
const named = (source: string, sourceYear: number, year: number) =>
  sourceYear === year ? source : `${source} (${sourceYear})`;

function reservationsOf({ pool }: PlannedPool): ReservationRow[] {
  return pool.reserved.map(({ number, title, carryOver, shares }) => ({
    ...{ number, title, carryOver, wijk: pool.wijk },
    cents: totalOf(shares),
  }));
}
