import { type Queryable } from '#db/client';
import { areaOfCbsCode, installationOf } from '#db/reads/area/area';
import { wijkenFileById } from '#db/reads/area/manage';
import { type Change } from '#db/writes/area/area';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { readAreasFile } from '~/formats/geojson';
import { type Notice } from '~/domain/notices';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { type ImportOptions } from './import-wijken.server';
import { importAreas, type ImportedAreas } from './import-areas.server';
import { undone } from './parts/undone.server';

type Reading = Omit<ImportOptions, 'year'>;

/**
 * Reads in the wijken or buurten of a file that was handed in, as the command line does. Throws 'notFound', 'otherGemeente',
 * what `importAreas` throws, and the refusals of 'area.manage'.
 */
export async function readWijken(
  context: Context,
  fileId: string,
  reading: Reading = {},
): Promise<ImportedAreas> {
  assertMay(context.actor, 'area.manage');
  return once(context, 'area.manage', { fileId }, async (tx) => {
    const file = await wijkenFileById(tx, fileId);
    if (!file || file.content === null) throw new DomainError('notFound');
    await assertOwn(tx, file.content);
    return importAreas({ ...context, db: tx }, file.content, { ...reading, year: file.year });
  });
}

/** Refuses the areas of another gemeente than this site serves. */
async function assertOwn(db: Queryable, content: string): Promise<void> {
  const file = readAreasFile(content);
  const own = await installationOf(db);
  if (!own || file.kind === 'drawn') return;
  if ((await areaOfCbsCode(db, file.gemeente.code))?.id === own.gemeenteId) return;
  throw new DomainError('otherGemeente', {
    field: 'file',
    detail: { found: file.gemeente.name, own: own.gemeente },
  });
}

export type Preview = {
  imported: ImportedAreas;
  names: Record<Change, string[]>;
  notices: readonly Notice[];
};

/** What reading a file in would do: it is done, and undone. Throws as `readWijken` does. */
export async function previewWijken(
  context: Context,
  fileId: string,
  { onProgress }: Pick<Reading, 'onProgress'> = {},
): Promise<Preview> {
  const names: Preview['names'] = { created: [], changed: [], unchanged: [] };
  let notices: readonly Notice[] = [];
  const onNotices = (found: readonly Notice[]) => (notices = found);
  return undone(context, async (inside) => {
    const imported = await readWijken(inside, fileId, {
      onNotices,
      onProgress: (done, total, area) => {
        names[area.change].push(area.name);
        return onProgress?.(done, total, area);
      },
    });
    return { imported, names, notices };
  });
}
