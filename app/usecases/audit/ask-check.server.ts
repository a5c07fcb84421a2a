import { openChecks } from '#db/reads/audit/check';
import { recordAct } from '#db/writes/audit/audit';
import { queueCheckRun } from '#db/writes/audit/check';
import { assertMay } from '~/domain/access/policy';
import { type CheckScope } from '~/domain/audit/check';
import { type Context } from '../context.server';
import { once } from '../once.server';

/**
 * Asks for a look at all invariants, or at the chains of the journals; the queue does it. One that waits is not asked for
 * again. Throws the reasons of the policy.
 */
export async function askCheck(context: Context, scope: CheckScope): Promise<void> {
  assertMay(context.actor, 'checks.ask');
  await once(context, 'checks.ask', { scope }, async (tx) => {
    const waiting = await openChecks(tx, scope);
    if (waiting.length > 0) return;
    const id = context.newId();
    await queueCheckRun(tx, { id, scope, askedBy: context.actor.personId, askedAt: context.now });
    await recordAct(tx, context, { act: 'checks.ask', subjectKind: 'checkRun', subjectId: id });
  });
}
