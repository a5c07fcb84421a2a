import { onRoster } from '#db/reads/people/roster';
import { roleTermsOf } from '#db/reads/people/terms';
import { recordActs } from '#db/writes/audit/audit';
import { endRoleTerm, lockRoles } from '#db/writes/people/person';
import { dropInvitations, endAllSessions, suspendCredential } from '#db/writes/people/sign-in';
import { assertOther } from '~/domain/access/given-role';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { textWithin } from '~/domain/text';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { assertRolesMayEnd } from './parts/last-administrator.server';

/** The most letters of a reason. */
export const longestReason = 500;

/**
 * Closes somebody's desk at once: they are signed out everywhere, password, second factor and invitations open nothing any more,
 * and their roles end today. They stay a resident, and keep their seat, which gives nothing without a desk. Inviting them again
 * opens it anew. Throws 'notFound', 'aboutYourself', 'wrongState' (there is nothing to close), 'lastAdmin' and the refusals of
 * 'people.manage'.
 */
export async function disablePerson(
  context: Context,
  { personId, ...typed }: { personId: string; reason: string },
): Promise<void> {
  const { actor, now, today } = context;
  assertMay(actor, 'people.manage');
  assertOther(actor.personId, personId);
  const reason = textWithin(longestReason, typed.reason, 'reason');
  await once(context, 'people.manage', { act: 'disable', personId, reason }, async (tx) => {
    await lockRoles(tx);
    const found = await onRoster(tx, personId, now);
    if (!found) throw new DomainError('notFound');
    const open = (await roleTermsOf(tx, personId)).filter(
      ({ validTo }) => validTo === null || validTo > today,
    );
    const closes = found.state === 'open' || found.state === 'invited' || open.length > 0;
    if (!closes || found.state === 'ended') throw new DomainError('wrongState');
    const ending = open.map(({ id, role, validFrom }) => ({
      ...{ id, role },
      from: validFrom > today ? validFrom : today,
    }));
    await assertRolesMayEnd(tx, ending);
    for (const { id, from } of ending) await endRoleTerm(tx, id, from);
    await suspendCredential(tx, personId);
    await dropInvitations(tx, found.email, now);
    await endAllSessions(tx, personId);
    const subject = { subjectKind: 'person', subjectId: personId } as const;
    await recordActs(tx, context, [
      { act: 'person.disable', ...subject, reason },
      ...ending.map(
        ({ role, from }) => ({ act: 'role.end', ...subject, reason: `${role} ${from}` }) as const,
      ),
    ]);
  });
}
