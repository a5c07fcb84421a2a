import { schemeById } from '#db/reads/initiative/scheme';
import { recordAct } from '#db/writes/audit/audit';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { giveAreas } from './create-scheme.server';

/**
 * Says in which wijken a scheme holds, from now on. A wijk that is left out has no scheme any more; what was asked there
 * keeps its rules. Throws 'notFound', 'choiceInvalid', 'areaTaken' for a wijk of another scheme, and the refusals of
 * 'scheme.manage'.
 */
export async function setAreasOfScheme(
  context: Context,
  schemeId: string,
  areaIds: readonly string[],
): Promise<void> {
  assertMay(context.actor, 'scheme.manage');
  await once(context, 'scheme.manage', { areas: { schemeId, areaIds } }, async (tx) => {
    if (!(await schemeById(tx, schemeId))) throw new DomainError('notFound');
    await giveAreas(tx, schemeId, areaIds);
    await recordAct(tx, context, { act: 'scheme.areas', subjectKind: 'scheme', subjectId: schemeId });
  });
}
