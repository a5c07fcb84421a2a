import { personByEmail } from '#db/reads/people/sign-in';
import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit/audit';
import { ensurePerson } from '#db/writes/people/person';
import { takeTry, useCode } from '#db/writes/people/sign-in';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { verifySecret } from './parts/secrets.server';

/** The attempt of this browser that the code is of. Its last letters count too: the first may come last. */
async function attemptWith({ db, now }: Context, attemptIds: readonly string[], code: string) {
  for (const id of attemptIds) {
    const attempt = await takeTry(db, id, 'code', now);
    const right = await verifySecret(attempt?.secretHash, code);
    if (attempt && right) return attempt;
  }
  throw new DomainError('codeWrong', { field: 'code' });
}

/**
 * Trades a mailed code for the person behind its address, who is made here at the first time. `complete` says whether we
 * know a name and wijk. Throws 'codeWrong' for a wrong, old, used or five times guessed code, and for an ended account.
 */
export async function redeemCode(
  context: Context,
  attemptIds: readonly string[],
  code: string,
): Promise<{ personId: string; complete: boolean }> {
  const { db, now, newId } = context;
  const attempt = await attemptWith(context, attemptIds, code);
  return transaction(db, async (tx) => {
    if (!(await useCode(tx, attempt, now))) throw new DomainError('codeWrong', { field: 'code' });
    const personId = await ensurePerson(tx, { id: newId(), email: attempt.email, createdAt: now });
    const person = await personByEmail(tx, attempt.email);
    if (!person || person.endedAt) throw new DomainError('codeWrong', { field: 'code' });
    const subject = { subjectKind: 'person', subjectId: personId } as const;
    await recordAct(tx, { now, actor: { personId } }, { act: 'session.open', ...subject, reason: 'code' });
    return { personId, complete: person.name !== null && person.areaId !== null };
  });
}
