import { type Transaction } from '#db/client';
import { itemOfReport, type Report } from '#db/reads/council/conflict-report';
import { type SeatOn, seatsOf } from '#db/reads/council/body';
import { lockItem } from '#db/writes/council/meeting';
import { judgesOf } from '~/domain/council/conflict-report';
import { DomainError } from '~/domain/errors';
import { type Context } from '~/usecases/context.server';
import { type ItemState, stateOfItem } from './item.server';

/** Who rules on a report: the person ids. */
export const judgesOn = ({ personId, reporterId }: Report, seats: readonly SeatOn[]): string[] =>
  judgesOf(seats, [personId, reporterId]);

type LockedReport = { state: ItemState; report: Report; seats: SeatOn[]; judgeIds: string[] };

/** Locks the item of a report and reads both, with who sits in the council today and who rules. Throws 'notFound'. */
export async function lockReport(
  tx: Transaction,
  { today }: Context,
  reportId: string,
): Promise<LockedReport> {
  const itemId = await itemOfReport(tx, reportId);
  if (itemId === undefined) throw new DomainError('notFound');
  await lockItem(tx, itemId);
  const state = await stateOfItem(tx, itemId, today);
  const report = state.reports.find(({ id }) => id === reportId);
  if (!report) throw new DomainError('notFound');
  const seats = await seatsOf(tx, state.council.id, today);
  return { state, report, seats, judgeIds: judgesOn(report, seats) };
}
