import { openFactorRequestOf } from '#db/reads/people/factor';
import { onRoster } from '#db/reads/people/roster';
import { recordAct } from '#db/writes/audit/audit';
import { insertFactorRequest } from '#db/writes/people/factor';
import { lockRoles } from '#db/writes/people/person';
import { assertOther } from '~/domain/access/given-role';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { textWithin } from '~/domain/text';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { longestReason } from './disable-person.server';

/**
 * Asks for a new second factor for somebody who lost theirs; nothing changes until another administrator confirms it
 * (`confirmFactor`). Throws 'notFound', 'aboutYourself', 'wrongState' (they have none that works), 'alreadyDone' (somebody asked
 * before) and the refusals of 'people.manage'. BIO2 5.3.
 */
export async function askFactor(
  context: Context,
  { personId, ...typed }: { personId: string; reason: string },
): Promise<void> {
  const { actor, now, newId } = context;
  assertMay(actor, 'people.manage');
  assertOther(actor.personId, personId);
  const reason = textWithin(longestReason, typed.reason, 'reason');
  await once(context, 'people.manage', { act: 'askFactor', personId, reason }, async (tx) => {
    await lockRoles(tx);
    const found = await onRoster(tx, personId, now);
    if (!found) throw new DomainError('notFound');
    if (found.state !== 'open') throw new DomainError('wrongState');
    if (await openFactorRequestOf(tx, personId)) throw new DomainError('alreadyDone');
    const askedBy = actor.personId ?? '';
    await insertFactorRequest(tx, { id: newId(), personId, askedBy, reason, askedAt: now });
    const subject = { subjectKind: 'person', subjectId: personId } as const;
    await recordAct(tx, context, { act: 'factor.ask', ...subject, reason });
  });
}
