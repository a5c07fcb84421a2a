import { unexplainedLine } from '#db/reads/payments/bank';
import { twinsOf } from '#db/reads/payments/double';
import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit/audit';
import { insertMatches, lockBank } from '#db/writes/payments/bank';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { bookedBy } from '../booking.server';
import { type Context } from '../context.server';
import { publicReason } from '../money/parts/reason.server';
import { bookMovement } from './parts/book-movement.server';

/**
 * Says by hand what money that came in is: of a source (`id` its id), or paid back of a grant (`id` the initiative's). A line
 * that stands on another statement too is booked with a reason only, which is kept. Throws 'notFound', 'alreadyDone'
 * (explained before), 'amountInvalid' (it went out), 'reasonsRequired', 'tooLong', 'poolInsufficient', 'claimTooLow',
 * 'periodClosed', and the refusals of 'statement.import'.
 */
export async function matchLine(
  context: Context,
  {
    lineId,
    kind,
    id,
    ...typed
  }: { lineId: string; kind: 'receipt' | 'clawback'; id: string; reason?: string },
): Promise<void> {
  const { db, actor, now, newId } = context;
  assertMay(actor, 'statement.import');
  await transaction(db, async (tx) => {
    await lockBank(tx);
    const line = await unexplainedLine(tx, lineId);
    if (!line) throw new DomainError('alreadyDone');
    if (line.cents < 0n) throw new DomainError('amountInvalid');
    const isTold = (await twinsOf(tx, [lineId])).has(lineId);
    const reason = isTold ? publicReason(typed.reason ?? '') : null;
    const booking = bookedBy(context, 'statement.import', '');
    const { entryId } = await bookMovement(tx, booking, line, { kind, id });
    const by = { matchedBy: actor.personId ?? '', matchedAt: now };
    await insertMatches(tx, [{ id: newId(), lineId, kind, entryId, reason, ...by }]);
    const subject = { subjectKind: 'bankStatement', subjectId: lineId } as const;
    await recordAct(tx, context, { act: 'statement.match', ...subject, ...(reason && { reason }) });
  });
}
