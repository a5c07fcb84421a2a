import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit/audit';
import { insertTask } from '#db/writes/payments/task';
import { assertMay } from '~/domain/access/policy';
import { yearOf } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { hashOf, planned } from './preview-year-end.server';

/**
 * Asks to book the end of a year as it was shown (`previewHash`); the work is done beside, whole or not at all. Answers
 * the id of the task. Throws 'yearNotOver', 'yearChanged' (the figures are others by now), 'alreadyDone' (nothing is
 * left), and the refusals of 'money.closeYear'.
 */
export async function askYearEnd(
  context: Context,
  { year, previewHash }: { year: number; previewHash: string },
): Promise<string> {
  const { db, actor, now, today, newId } = context;
  assertMay(actor, 'money.closeYear');
  if (yearOf(today) <= year) throw new DomainError('yearNotOver');
  const pools = await planned(db, year);
  if (pools.length === 0) throw new DomainError('alreadyDone');
  if (hashOf(pools) !== previewHash) throw new DomainError('yearChanged');
  const id = newId();
  await transaction(db, async (tx) => {
    const asked = { askedBy: actor.personId ?? '', askedAt: now };
    await insertTask(tx, { id, kind: 'yearEnd', year, previewHash, ...asked });
    const subject = { subjectKind: 'moneyTask', subjectId: id } as const;
    await recordAct(tx, context, { act: 'yearEnd.ask', ...subject });
  });
  return id;
}
