import { recordAct } from '#db/writes/audit/audit';
import { updatePerson } from '#db/writes/people/person';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type ShownName } from '~/domain/people/name';
import { type Context } from '../context.server';
import { once } from '../once.server';

/** Members of a council choose what of their name its page shows. Throws 'signInFirst'. */
export async function chooseShownName(context: Context, shownName: ShownName): Promise<void> {
  const { actor } = context;
  assertMay(actor, 'me.update');
  const { personId } = actor;
  if (personId === null) throw new DomainError('signInFirst');
  await once(context, 'me.update', { shownName }, async (tx) => {
    await updatePerson(tx, personId, { shownName });
    await recordAct(tx, context, { act: 'person.update', subjectKind: 'person', subjectId: personId });
  });
}
