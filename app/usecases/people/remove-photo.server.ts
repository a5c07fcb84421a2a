import { recordAct } from '#db/writes/audit/audit';
import { deletePhoto } from '#db/writes/people/photo';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { once } from '../once.server';

/** Deletes the photo of who asks, if there is one: of it stays only that it was there. Throws 'signInFirst'. */
export async function removePhoto(context: Context): Promise<void> {
  const { actor } = context;
  assertMay(actor, 'me.update');
  const { personId } = actor;
  if (personId === null) throw new DomainError('signInFirst');
  await once(context, 'me.update', { photo: null }, async (tx) => {
    if (!(await deletePhoto(tx, personId))) return;
    await recordAct(tx, context, { act: 'person.removePhoto', subjectKind: 'person', subjectId: personId });
  });
}
