import { onRoster } from '#db/reads/people/roster';
import { recordAct } from '#db/writes/audit/audit';
import { endAllSessions } from '#db/writes/people/sign-in';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { once } from '../once.server';

/**
 * Ends every session of somebody, on all devices; they can sign in again. Throws 'notFound' and the refusals of
 * 'people.manage'.
 */
export async function signOutEverywhere(context: Context, personId: string): Promise<void> {
  assertMay(context.actor, 'people.manage');
  await once(context, 'people.manage', { act: 'signOutEverywhere', personId }, async (tx) => {
    if (!(await onRoster(tx, personId, context.now))) throw new DomainError('notFound');
    await endAllSessions(tx, personId);
    const subject = { subjectKind: 'person', subjectId: personId } as const;
    await recordAct(tx, context, { act: 'session.endAll', ...subject });
  });
}
