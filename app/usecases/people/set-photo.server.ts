import { councilsOf } from '#db/reads/council/body';
import { recordAct } from '#db/writes/audit/audit';
import { sha256 } from '#db/writes/hash';
import { savePhoto } from '#db/writes/people/photo';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { memberPhotoSize } from '~/domain/people/photo';
import { squarePhoto } from '~/formats/photo';
import { type Context } from '../context.server';
import { once } from '../once.server';

/**
 * Members of a council show a photo of themselves on its page, in place of the one before. Throws 'signInFirst', 'notYourRole' for who
 * sits in no council today, and at 'file' 'photoUnreadable' and 'photoTooLarge'.
 */
export async function setPhoto(context: Context, bytes: Uint8Array): Promise<void> {
  const { db, actor, now, today } = context;
  assertMay(actor, 'me.update');
  const { personId } = actor;
  if (personId === null) throw new DomainError('signInFirst');
  const councils = await councilsOf(db, personId, today);
  if (councils.length === 0) throw new DomainError('notYourRole');
  const content = await squarePhoto(bytes, memberPhotoSize);
  const hash = sha256(content);
  await once(context, 'me.update', { photo: hash }, async (tx) => {
    await savePhoto(tx, { personId, hash, content, savedAt: now });
    await recordAct(tx, context, { act: 'person.photo', subjectKind: 'person', subjectId: personId });
  });
}
