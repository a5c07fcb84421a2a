import { onRoster } from '#db/reads/people/roster';
import { profileOf } from '#db/reads/people/person';
import { recordAct } from '#db/writes/audit/audit';
import {
  endLetter,
  endResidence,
  forgetHome,
  insertFalseWord,
  lockResidence,
} from '#db/writes/people/residence';
import { assertOther } from '~/domain/access/given-role';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { textWithin } from '~/domain/text';
import { residenceRejectedLetter } from '~/letters/residence';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { longestReason } from './disable-person.server';
import { sendLetter } from '../send-letter.server';

/**
 * It proved false that somebody lives in their wijk: the residence ends with a reason, they have no wijk any more, and what they
 * said there as a neighbour counts no longer. They are told by mail. Throws 'notFound', 'required' without a reason, 'wrongState'
 * without a wijk, 'aboutYourself', and the refusals of 'residence.manage'.
 */
export async function rejectResidence(
  context: Context,
  { personId, reason: typed }: { personId: string; reason: string },
): Promise<void> {
  const { actor, now, today, newId } = context;
  assertMay(actor, 'residence.manage');
  const { personId: endedBy } = actor;
  if (endedBy === null) throw new DomainError('signInFirst');
  assertOther(endedBy, personId);
  const reason = textWithin(longestReason, typed, 'reason');
  if (reason === '') throw new DomainError('required', { field: 'reason' });
  await once(context, 'residence.manage', { act: 'reject', personId, reason }, async (tx) => {
    if (!(await onRoster(tx, personId, now))) throw new DomainError('notFound');
    await lockResidence(tx, personId);
    const { areaId, area, email } = (await profileOf(tx, personId)) ?? {};
    if (!areaId || !area || !email) throw new DomainError('wrongState');
    const ended = await endResidence(tx, personId, { until: today, endedBy, endReason: reason });
    const word = { id: newId(), personId, areaId, since: today, endedBy, endReason: reason };
    if (!ended) await insertFalseWord(tx, word);
    await endLetter(tx, personId, now);
    await forgetHome(tx, personId);
    const subject = { subjectKind: 'person', subjectId: personId } as const;
    await recordAct(tx, context, { act: 'residence.reject', ...subject, reason });
    await sendLetter(tx, now, [email], residenceRejectedLetter({ area, reason }));
  });
}
