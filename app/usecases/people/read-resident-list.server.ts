import { recordAct } from '#db/writes/audit/audit';
import { insertResidentList } from '#db/writes/people/residence';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { digestsIn } from '~/formats/resident-list';
import { type Context } from '../context.server';
import { once } from '../once.server';

/**
 * Reads a list of residents in, as the command made it: it holds in the place of the one before. Who was found on that one stays
 * found. Answers how many residents it has. Throws ListRefused, and the refusals of 'residence.manage'.
 */
export async function readResidentList(context: Context, text: string): Promise<number> {
  const { actor, now, newId } = context;
  assertMay(actor, 'residence.manage');
  const { personId } = actor;
  if (personId === null) throw new DomainError('signInFirst');
  const counts = digestsIn(text);
  const residents = [...counts.values()].reduce((sum, each) => sum + each, 0);
  await once(context, 'residence.manage', { act: 'list', text }, async (tx) => {
    await insertResidentList(tx, { id: newId(), readBy: personId, readAt: now }, counts);
    const subject = { subjectKind: 'person', subjectId: personId } as const;
    await recordAct(tx, context, { act: 'residence.list', ...subject, reason: `${residents}` });
  });
  return residents;
}
