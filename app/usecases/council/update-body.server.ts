import { recordAct } from '#db/writes/audit/audit';
import { updateBody as writeBody } from '#db/writes/council/body';
import { assertMay } from '~/domain/access/policy';
import { type Context } from '../context.server';
import { type CouncilDetails } from './create-body.server';
import { heldCouncil } from './parts/council.server';
import { once } from '../once.server';

/** Changes how a council is called and reached; its address stays. Throws 'notFound' and the refusals of 'council.manage'. */
export async function updateBody(context: Context, bodyId: string, details: CouncilDetails): Promise<void> {
  assertMay(context.actor, 'council.manage');
  await once(context, 'council.manage', { bodyId, ...details }, async (tx) => {
    await heldCouncil(tx, bodyId);
    await writeBody(tx, bodyId, details);
    await recordAct(tx, context, { act: 'body.update', subjectKind: 'body', subjectId: bodyId });
  });
}
