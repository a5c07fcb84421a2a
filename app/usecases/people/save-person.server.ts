import { wijkenOn } from '#db/reads/area/area';
import { recordAct } from '#db/writes/audit/audit';
import { updatePerson } from '#db/writes/people/person';
import { type Transaction } from '#db/client';
import { isDoubted, residenceOf } from '#db/reads/people/residence';
import { endResidence, lockResidence } from '#db/writes/people/residence';
import { assertMay } from '~/domain/access/policy';
import { ageOn, type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { once } from '../once.server';

const oldest = 120;

/**
 * Changes what people say about themselves. Throws 'choiceInvalid' for a wijk that is none (today), 'birthdayInvalid' for a
 * birth date ahead or more than 120 years back, 'residenceDoubted' for a wijk where it proved false that they live.
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
    await changeHome(tx, { personId, areaId: input.areaId, today });
    await updatePerson(tx, personId, input);
    const subject = { subjectKind: 'person', subjectId: personId } as const;
    await recordAct(tx, context, { act: 'person.update', ...subject });
  });
}

/** Who says to live in another wijk lives no longer where it was known. */
async function changeHome(
  tx: Transaction,
  { personId, areaId, today }: { personId: string; areaId: string; today: CalendarDate },
): Promise<void> {
  await lockResidence(tx, personId);
  const known = await residenceOf(tx, personId);
  if (known?.areaId === areaId) return;
  if (await isDoubted(tx, personId, areaId)) throw new DomainError('residenceDoubted', { field: 'areaId' });
  if (known) await endResidence(tx, personId, { until: today, endedBy: personId, endReason: null });
}
