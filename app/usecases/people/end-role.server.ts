import { roleTermById } from '#db/reads/people/terms';
import { recordAct } from '#db/writes/audit/audit';
import { endRoleTerm, lockRoles } from '#db/writes/people/person';
import { assertMay } from '~/domain/access/policy';
import { type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { assertWithin, windows } from '~/domain/windows';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { assertRolesMayEnd } from './parts/last-administrator.server';

/**
 * Ends somebody's role from a day on, today or later; from that day on the next request of theirs is refused. A role that has
 * not begun by then never does. Throws 'notFound', 'alreadyDone' (it ends on that day or before), 'dateOutside', 'lastAdmin' and
 * the refusals of 'people.manage'.
 */
export async function endRole(
  context: Context,
  { personId, termId, from }: { personId: string; termId: string; from: CalendarDate },
): Promise<void> {
  assertMay(context.actor, 'people.manage');
  assertWithin({ earliest: context.today, latest: windows.other.latest }, from, 'from');
  await once(context, 'people.manage', { act: 'endRole', termId, from }, async (tx) => {
    await lockRoles(tx);
    const term = await roleTermById(tx, termId);
    if (term?.personId !== personId) throw new DomainError('notFound');
    if (term.validTo !== null && term.validTo <= from)
      throw new DomainError('alreadyDone', { field: 'from' });
    const ending = { ...term, from: from < term.validFrom ? term.validFrom : from };
    await assertRolesMayEnd(tx, [ending]);
    await endRoleTerm(tx, termId, ending.from);
    const subject = { subjectKind: 'person', subjectId: personId } as const;
    await recordAct(tx, context, { act: 'role.end', ...subject, reason: `${term.role} ${ending.from}` });
  });
}
