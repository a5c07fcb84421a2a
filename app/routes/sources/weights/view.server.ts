import { wijkenOn } from '#db/reads/area/area';
import { managedWijken } from '#db/reads/area/manage';
import { DomainError } from '~/domain/errors';
import { maxWeightsBytes, type Share } from '~/domain/ledger/division';
import { textOfKind } from '~/formats/text-of-kind';
import { readWeights } from '~/formats/weights';
import { readFormFile } from '~/http/form-file.server';
import { isMultipart } from '~/http/upload.server';
import { type Visit } from '~/http/visit.server';

/** The weights that were handed in, by file or pasted. Throws at that field what is wrong with them, line by line. */
export async function sharesIn(visit: Visit, pasted: () => Promise<{ lines: string }>): Promise<Share[]> {
  const byFile = isMultipart(visit.request);
  const text = byFile
    ? textOfKind(await readFormFile(visit, maxWeightsBytes), 'text')
    : (await pasted()).lines;
  try {
    return readWeights(text, await knownWijken(visit));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, detail, also } = error;
    throw new DomainError(code, { field: byFile ? 'file' : 'lines', detail, also });
  }
}

async function knownWijken({ context: { db, today } }: Visit) {
  const now = new Set((await wijkenOn(db, today)).map(({ id }) => id));
  return (await managedWijken(db)).filter(({ id }) => now.has(id));
}
