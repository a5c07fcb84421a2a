import { poolsAtYearEnd } from '#db/reads/yearEnd/figures';
import { type Transaction } from '#db/client';
import { recordAct } from '#db/writes/audit/audit';
import { type Booking } from '#db/writes/ledger/journal';
import { lockJournals } from '#db/writes/ledger/lock';
import { calendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { hashOf, planned } from '../preview-year-end.server';
import { type Progress } from '~/usecases/money/parts/progress.server';
import { bookPoolYearEnd } from './year-end.server';

/**
 * Books the end of a year in all wijken, as it was shown to who asked for it; dated the last day of that year.
 * Throws 'yearChanged' (something was booked since), 'periodClosed'.
 */
export async function runYearEnd(
  tx: Transaction,
  booking: Booking,
  { id, year, previewHash }: { id: string; year: number; previewHash: string },
  progress: Progress,
): Promise<void> {
  const wijken = await poolsAtYearEnd(tx, { year });
  await lockJournals(
    tx,
    wijken.map(({ areaId }) => areaId),
  );
  const pools = await planned(tx, year);
  if (hashOf(pools) !== previewHash) throw new DomainError('yearChanged');
  const lastDay = { ...booking, today: calendarDate(`${year}-12-31`) };
  for (const [index, { pool, plan }] of pools.entries()) {
    await bookPoolYearEnd(tx, lastDay, pool, plan, `yearEnd:${id}:${pool.poolId}`);
    await progress(index + 1, pools.length);
  }
  const subject = { subjectKind: 'period', subjectId: String(year) } as const;
  await recordAct(tx, booking, { act: 'yearEnd.book', ...subject });
}
