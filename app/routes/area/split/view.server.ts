import { buurtenIn, partsOf } from '#db/reads/area/ground';
import { type ManagedWijk } from '#db/reads/area/manage';
import { buurtenOf, wijkenWithoutBuurten } from '~/domain/area/split';
import { DomainError } from '~/domain/errors';
import { messageDetail } from '~/http/form.server';
import { type Visit } from '~/http/visit.server';
import { previewSplit, type SplitPreview } from '~/usecases/area/split-area.server';

/** The buurten to choose from, and of which CBS areas they are not known. */
export async function choicesOf({ context: { db } }: Visit, { id }: ManagedWijk) {
  const parts = await partsOf(db, id);
  const published = await buurtenIn(db, parts);
  return {
    buurten: buurtenOf(parts, published),
    unknown: wijkenWithoutBuurten(parts, published).map(({ code }) => code),
    year: parts[0]?.year ?? null,
  };
}

/** What was chosen in the address; null before anything was. */
export function chosenIn({ url: { searchParams } }: Visit): { name: string; buurten: string[] } | null {
  const name = searchParams.get('name');
  return name === null ? null : { name, buurten: searchParams.getAll('buurten') };
}

/** `errors` by the name of the field, '' for the whole form. */
type Looked = { preview: SplitPreview | null; errors: Record<string, string[]> };

/** What the split that was chosen would do, or why it cannot. */
export async function lookAt(
  visit: Visit,
  wijk: ManagedWijk,
  chosen: { name: string; buurten: string[] },
): Promise<Looked> {
  try {
    const input = { areaId: wijk.id, was: wijk.codes, ...chosen };
    return { preview: await previewSplit(visit.context, input), errors: {} };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const message = visit.t(`error.${error.code}`, messageDetail(error, visit));
    return { preview: null, errors: { [error.field ?? '']: [message] } };
  }
}
