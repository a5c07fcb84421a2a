import { credentialByEmail } from '#db/reads/people/sign-in';
import { transaction } from '#db/transaction';
import { recordActs } from '#db/writes/audit/audit';
import { acceptStep, endAllSessions, saveCredential, takeTry, useAttempt } from '#db/writes/people/sign-in';
import { DomainError } from '~/domain/errors';
import { assertPassword } from '~/domain/people/password';
import { type Context } from '../context.server';
import { type Invitation, openInvitation } from './open-invitation.server';
import { hashSecret } from './parts/secrets.server';
import { stepOf, type Vault } from './parts/second-factor.server';

/**
 * Sets a password, with a code of the authenticator app as proof that it works (a new one) or is theirs (a reset). Answers
 * the person, whose sessions end. Throws 'notFound' for a dead link, 'passwordTooShort',
 * 'passwordTooCommon', 'codeWrong'.
 */
export async function acceptInvitation(
  context: Context,
  vault: Vault,
  input: { token: string; password: string; code: string },
): Promise<{ personId: string; email: string }> {
  const { db, now } = context;
  const found = await openInvitation(context, vault, input.token);
  if (!found) throw new DomainError('notFound');
  const { attemptId, personId, email } = found;
  assertPassword(input.password, ownTerms(found));
  const secret = found.factor?.secret ?? (await keptSecret(context, vault, email));
  const attempt = await takeTry(db, attemptId, 'invitation', now);
  const step = attempt && stepOf(secret, input.code, now);
  if (!step) throw new DomainError('codeWrong', { field: 'code' });
  const passwordHash = await hashSecret(input.password);
  const totpSecret = vault.seal('totp', secret);
  await transaction(db, async (tx) => {
    if (!(await useAttempt(tx, attemptId, now))) throw new DomainError('notFound');
    await saveCredential(tx, { personId, passwordHash, totpSecret, totpConfirmedAt: now });
    await endAllSessions(tx, personId);
    const first = await acceptStep(tx, personId, step);
    if (!first) throw new DomainError('codeWrong', { field: 'code' });
    const subject = { subjectKind: 'person', subjectId: personId } as const;
    await recordActs(tx, { now, actor: { personId } }, [
      { act: 'person.update', ...subject, reason: 'password' },
      { act: 'session.open', ...subject, reason: 'strong' },
    ]);
  });
  return { personId, email };
}

const ownTerms = ({ email, name }: Invitation) => [
  ...(name?.split(/\s+/) ?? []),
  ...email.split(/[@.]/),
  email.split('@')[0] ?? '',
];

async function keptSecret({ db }: Context, vault: Vault, email: string): Promise<string> {
  const kept = await credentialByEmail(db, email);
  const secret = kept && vault.open('totp', kept.totpSecret);
  if (!secret) throw new Error('a second factor cannot be opened: was APP_SECRET changed?');
  return secret;
}
