import { recordAct } from '#db/writes/audit/audit';
import { endFactorRequest } from '#db/writes/people/factor';
import { lockRoles } from '#db/writes/people/person';
import { assertOther } from '~/domain/access/given-role';
import { assertMay } from '~/domain/access/policy';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { askedFactor } from './parts/factor-request.server';

/**
 * Withdraws what was asked with `askFactor`, by whoever asked or a colleague: all stays as it is. Throws 'notFound' (nobody
 * asked), 'aboutYourself' and the refusals of 'people.manage'.
 */
export async function withdrawFactor(context: Context, personId: string): Promise<void> {
  const { actor, now } = context;
  assertMay(actor, 'people.manage');
  assertOther(actor.personId, personId);
  await once(context, 'people.manage', { act: 'withdrawFactor', personId }, async (tx) => {
    await lockRoles(tx);
    const { id: requestId, askedBy } = await askedFactor(tx, personId);
    const by = actor.personId ?? '';
    await endFactorRequest(tx, { requestId, personId, askedBy, verdict: 'withdrawn', by, at: now });
    const subject = { subjectKind: 'person', subjectId: personId } as const;
    await recordAct(tx, context, { act: 'factor.withdraw', ...subject });
  });
}
