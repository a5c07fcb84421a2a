import { takenSlugs } from '#db/reads/area/area';
import { recordAct } from '#db/writes/audit/audit';
import { updateArea } from '#db/writes/area/area';
import { assertMay } from '~/domain/access/policy';
import { assertSlug } from '~/domain/area/tree';
import { DomainError } from '~/domain/errors';
import { textWithin } from '~/domain/text';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { wijkToChange } from './parts/wijk.server';

/**
 * Gives a wijk another name or address; the old address leads to the new one, and is nobody else's. Throws 'notFound',
 * 'required', 'tooLong', 'slugInvalid', 'slugTaken', and the refusals of 'area.manage'.
 */
export async function renameArea(
  context: Context,
  input: { areaId: string; name: string; slug: string },
): Promise<void> {
  assertMay(context.actor, 'area.manage');
  const name = textWithin(80, input.name, 'name');
  if (name === '') throw new DomainError('required', { field: 'name' });
  const { areaId, slug } = input;
  assertSlug(slug);
  await once(context, 'area.manage', { areaId, name, slug }, async (tx) => {
    const wijk = await wijkToChange(tx, areaId);
    if (wijk.name === name && wijk.slug === slug) return;
    const isOwn = slug === wijk.slug || wijk.formerSlugs.includes(slug);
    if (!isOwn && (await takenSlugs(tx)).has(slug)) throw new DomainError('slugTaken', { field: 'slug' });
    await updateArea(tx, areaId, { name, slug, former: wijk.slug });
    const subject = { subjectKind: 'area', subjectId: areaId } as const;
    const reason = [...(name === wijk.name ? [] : [wijk.name]), ...(slug === wijk.slug ? [] : [wijk.slug])];
    await recordAct(tx, context, { act: 'area.update', ...subject, reason: reason.join(', ') });
  });
}
