import { recordAct } from '#db/writes/audit/audit';
import { batchLetters } from '#db/writes/people/residence';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { once } from '../once.server';

/** Puts all letters that wait together, to print them. Answers the batch; null when none waits. Refusals of 'residence.manage'. */
export async function printResidenceLetters(context: Context): Promise<string | null> {
  const { actor, now, newId } = context;
  assertMay(actor, 'residence.manage');
  const { personId } = actor;
  if (personId === null) throw new DomainError('signInFirst');
  const id = newId();
  const made = await once(context, 'residence.manage', { act: 'print' }, async (tx) => {
    const letters = await batchLetters(tx, { id, madeBy: personId, madeAt: now });
    if (letters === 0) return '';
    const subject = { subjectKind: 'person', subjectId: personId } as const;
    await recordAct(tx, context, { act: 'residence.print', ...subject, reason: `${letters}` });
    return id;
  });
  return made === '' ? null : made;
}
