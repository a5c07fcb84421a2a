import { usesOfArea } from '#db/reads/area/manage';
import { recordAct } from '#db/writes/audit/audit';
import { endArea } from '#db/writes/area/area';
import { assertMay } from '~/domain/access/policy';
import { lastOf, mayBeLeftOut } from '~/domain/area/leave-out';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { assertWhole, wijkOfToday } from './parts/wijk.server';

/**
 * Leaves a wijk out from today on, such as open water or an industrial estate: it has no page among the wijken, and a file
 * that is read again leaves it out too. Throws 'notFound', 'wrongState' (it ended, begins today, or was split today), 'areaInUse' while
 * somebody lives there with an account, an initiative is open or money waits, and the refusals of 'area.manage'.
 */
export async function leaveOutArea(context: Context, areaId: string): Promise<void> {
  const { actor, today } = context;
  assertMay(actor, 'area.manage');
  await once(context, 'area.manage', { areaId, leaveOut: true }, async (tx) => {
    const { validFrom } = await wijkOfToday(tx, areaId, today);
    await assertWhole(tx, areaId, today);
    const uses = await usesOfArea(tx, areaId);
    if (!mayBeLeftOut(uses)) throw new DomainError('areaInUse');
    await endArea(tx, areaId, lastOf(validFrom, uses, today));
    const subject = { subjectKind: 'area', subjectId: areaId } as const;
    await recordAct(tx, context, { act: 'area.leaveOut', ...subject });
  });
}
