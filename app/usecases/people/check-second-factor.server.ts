import { credentialByEmail } from '#db/reads/people/sign-in';
import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit/audit';
import { acceptStep, takeTry, useAttempt } from '#db/writes/people/sign-in';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { stepOf, type Vault } from './parts/second-factor.server';

/**
 * The second step of a desk sign-in: a code of the authenticator app, of now or thirty seconds to either side, that was
 * not accepted before. Answers the person. Throws 'codeWrong', also after five guesses (RFC 6238 §5.2, ASVS 6.5.1).
 */
export async function checkSecondFactor(
  { db, now }: Context,
  vault: Vault,
  attemptId: string,
  code: string,
): Promise<string> {
  const attempt = await takeTry(db, attemptId, 'password', now);
  const kept = attempt && (await credentialByEmail(db, attempt.email));
  const secret = kept?.totpConfirmedAt ? vault.open('totp', kept.totpSecret) : null;
  const step = secret && stepOf(secret, code, now);
  if (!kept || !step) throw new DomainError('codeWrong', { field: 'code' });
  const { personId } = kept;
  await transaction(db, async (tx) => {
    const first = (await acceptStep(tx, personId, step)) && (await useAttempt(tx, attemptId, now));
    if (!first) throw new DomainError('codeWrong', { field: 'code' });
    const subject = { subjectKind: 'person', subjectId: personId } as const;
    await recordAct(tx, { now, actor: { personId } }, { act: 'session.open', ...subject, reason: 'strong' });
  });
  return personId;
}
