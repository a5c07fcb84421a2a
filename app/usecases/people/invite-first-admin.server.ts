import { transaction } from '#db/transaction';
import { lockFirstAdmin } from '#db/writes/people/person';
import { visitor } from '~/domain/access/roles';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { invitePerson } from './invite-person.server';
import { opensFirstAdmin } from './parts/first-admin.server';
import { type Vault } from './parts/second-factor.server';

/**
 * Makes whoever holds the link that the site printed at its start the first administrator, and answers the token of the link
 * with which they set password and second factor. Throws 'notFound' for another token, and once there was an administrator:
 * of two who send it at once, one is the first.
 */
export async function inviteFirstAdmin(
  context: Context,
  vault: Pick<Vault, 'derive'>,
  { token, ...who }: { token: string; email: string; name: string },
): Promise<string> {
  return transaction(context.db, async (tx) => {
    await lockFirstAdmin(tx);
    if (!(await opensFirstAdmin(tx, vault, token))) throw new DomainError('notFound');
    // The link invites, whoever is signed in where it is opened.
    const invited = { ...who, to: { role: 'admin' as const }, validFrom: context.today };
    const { token: link } = await invitePerson({ ...context, db: tx, actor: visitor }, invited);
    return link ?? '';
  });
}
