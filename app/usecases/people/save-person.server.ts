import { wijkenOn } from '#db/reads/area/area';
import { recordAct } from '#db/writes/audit/audit';
import { updatePerson } from '#db/writes/people/person';
import { assertMay } from '~/domain/access/policy';
import { ageOn, type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { once } from '../once.server';

const oldest = 120;

/**
 * Changes what people say about themselves. Throws 'choiceInvalid' for a wijk that is none (today), 'birthdayInvalid' for a
 * birth date ahead or more than 120 years back.
 */
export async function savePerson(
  context: Context,
  input: { name: string; areaId: string; bornOn: CalendarDate },
): Promise<void> {
  const { actor, today } = context;
  assertMay(actor, 'me.update');
  const { personId } = actor;
  if (personId === null) throw new DomainError('signInFirst');
  if (input.bornOn > today || ageOn(input.bornOn, today) > oldest) {
    throw new DomainError('birthdayInvalid', { field: 'bornOn' });
  }
  await once(context, 'me.update', input, async (tx) => {
    const wijken = await wijkenOn(tx, today);
    if (!wijken.some(({ id }) => id === input.areaId)) {
      throw new DomainError('choiceInvalid', { field: 'areaId' });
    }
    await updatePerson(tx, personId, input);
    const subject = { subjectKind: 'person', subjectId: personId } as const;
    await recordAct(tx, context, { act: 'person.update', ...subject });
  });
}
