import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit/audit';
import { closePeriod } from '#db/writes/yearEnd/period';
import { holdYear } from '#db/writes/ledger/lock';
import { assertMay } from '~/domain/access/policy';
import { yearOf } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';

/**
 * Closes the books of a year for ever, once nothing is left in it to decide about; commitments go on. Whoever made the year
 * end ready leaves this to another. Throws 'yearNotOver', 'moneyLeft', 'samePerson', 'periodClosed' (closed before, or never
 * booked in), and the refusals of 'money.closeYear'. domain.md §5.2, §5.4, decisions/0019.
 */
export async function closeYear(context: Context, year: number): Promise<void> {
  const { db, actor, now, today } = context;
  assertMay(actor, 'money.closeYear');
  if (yearOf(today) <= year) throw new DomainError('yearNotOver');
  await transaction(db, async (tx) => {
    await holdYear(tx, year, 'alone');
    await closePeriod(tx, { year, at: now, by: actor.personId });
    const subject = { subjectKind: 'period', subjectId: String(year) } as const;
    await recordAct(tx, context, { act: 'yearEnd.close', ...subject });
  });
}
