import { recordAct } from '#db/writes/audit/audit';
import { reopenArea } from '#db/writes/area/area';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { wijkToChange } from './parts/wijk.server';

/**
 * Lets a wijk that was left out go on as if it never was. Throws 'notFound', 'wrongState' (it exists, or its ground went to
 * another wijk), and the refusals of 'area.manage'.
 */
export async function takeBackArea(context: Context, areaId: string): Promise<void> {
  assertMay(context.actor, 'area.manage');
  await once(context, 'area.manage', { areaId, takeBack: true }, async (tx) => {
    const wijk = await wijkToChange(tx, areaId);
    if (wijk.validTo === null || wijk.joined !== null) throw new DomainError('wrongState');
    await reopenArea(tx, areaId, wijk.validTo);
    const subject = { subjectKind: 'area', subjectId: areaId } as const;
    await recordAct(tx, context, { act: 'area.takeBack', ...subject });
  });
}
