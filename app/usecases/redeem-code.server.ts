import { personByEmail } from '#db/reads/sign-in';
import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit';
import { ensurePerson } from '#db/writes/people';
import { takeTry, useAttempt } from '#db/writes/sign-in';
import { DomainError } from '~/domain/errors';
import { type ActContext } from './context.server';
import { verifySecret } from './people/secrets.server';

/**
 * Trades a mailed code for the person behind its address, who is made here at the first time. `complete` says whether we
 * know a name and wijk. Throws 'codeWrong' for a wrong, old, used or five times guessed code, and for an ended account.
 */
export async function redeemCode(
  { db, now, newId }: ActContext,
  attemptId: string,
  code: string,
): Promise<{ personId: string; complete: boolean }> {
  const attempt = await takeTry(db, attemptId, 'code', now);
  const right = await verifySecret(attempt?.secretHash, code);
  if (!attempt || !right) throw new DomainError('codeWrong', { field: 'code' });
  return transaction(db, async (tx) => {
    if (!(await useAttempt(tx, attemptId, now))) throw new DomainError('codeWrong', { field: 'code' });
    const personId = await ensurePerson(tx, { id: newId(), email: attempt.email, createdAt: now });
    const person = await personByEmail(tx, attempt.email);
    if (!person || person.endedAt) throw new DomainError('codeWrong', { field: 'code' });
    const subject = { subjectKind: 'person', subjectId: personId } as const;
    await recordAct(tx, { at: now, actorId: personId, act: 'session.open', ...subject, reason: 'code' });
    return { personId, complete: person.name !== null && person.areaId !== null };
  });
}
