import { installationOf, isWijk } from '#db/reads/area/area';
import { bodyBySlug } from '#db/reads/council/body';
import { recordActs } from '#db/writes/audit/audit';
import { insertBody, insertRules } from '#db/writes/council/body';
import { assertMay } from '~/domain/access/policy';
import { type PresetName, presets } from '~/domain/council/rules-of-order';
import { assertCouncilSlug } from '~/domain/council/slug';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { once } from '../once.server';

/** How a council is called and reached; null where nothing is said. */
export type CouncilDetails = { name: string; contactEmail: string | null; contactText: string | null };

/**
 * Makes a council for an area, with rules of order from today on: a buurtraad for a wijk, the stadsraad for the gemeente.
 * Answers its slug. Throws 'slugInvalid', 'slugTaken', 'choiceInvalid' (no such area), 'councilExists' (the area has one), and the
 * refusals of 'council.manage'.
 */
export async function createBody(
  context: Context,
  input: CouncilDetails & { areaId: string; slug: string; preset: PresetName },
): Promise<string> {
  const { actor, today, newId } = context;
  const { areaId, slug, preset, ...details } = input;
  assertMay(actor, 'council.manage');
  assertCouncilSlug(slug);
  return once(context, 'council.manage', input, async (tx) => {
    const kind = (await installationOf(tx))?.gemeenteId === areaId ? 'stadsraad' : 'buurtraad';
    if (kind === 'buurtraad' && !(await isWijk(tx, areaId))) {
      throw new DomainError('choiceInvalid', { field: 'areaId' });
    }
    const id = newId();
    if (!(await insertBody(tx, { id, kind, slug, areaId, ...details }))) {
      const taken = await bodyBySlug(tx, slug);
      throw taken
        ? new DomainError('slugTaken', { field: 'slug' })
        : new DomainError('councilExists', { field: 'areaId' });
    }
    await insertRules(tx, { id: newId(), bodyId: id, validFrom: today, ...rulesIn(preset) });
    const subject = { subjectKind: 'body', subjectId: id } as const;
    await recordActs(tx, context, [
      { act: 'body.create', ...subject },
      { act: 'rules.set', ...subject },
    ]);
    return slug;
  });
}

const rulesIn = (preset: PresetName) => ({
  ...presets[preset],
  votingKinds: [...presets[preset].votingKinds],
});
