import { type Transaction } from '#db/client';
import { areaOfCbsCode, installationOf } from '#db/reads/area/area';
import { wijkenFileById } from '#db/reads/area/manage';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { readWijkenFile } from '~/formats/geojson';
import { type Notice } from '~/domain/notices';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { type Imported, importWijken } from './import-wijken.server';

/**
 * Reads in the wijken of a file that was handed in, as the command line does. Throws 'notFound', 'otherGemeente', what
 * `importWijken` throws, and the refusals of 'area.manage'.
 */
export async function readWijken(context: Context, fileId: string): Promise<Imported> {
  assertMay(context.actor, 'area.manage');
  return once(context, 'area.manage', { fileId }, async (tx) => {
    const file = await wijkenFileById(tx, fileId);
    if (!file) throw new DomainError('notFound');
    await assertOwn(tx, file.content);
    return importWijken({ ...context, db: tx }, file.content, { year: file.year });
  });
}

/** Refuses the wijken of another gemeente than this site serves. */
async function assertOwn(tx: Transaction, content: string): Promise<void> {
  const { gemeente } = readWijkenFile(content);
  const own = await installationOf(tx);
  if (!own || (await areaOfCbsCode(tx, gemeente.code))?.id === own.gemeenteId) return;
  throw new DomainError('otherGemeente', {
    field: 'file',
    detail: { found: gemeente.name, own: own.gemeente },
  });
}

class Undone extends Error {}

export type Preview = { imported: Imported; notices: readonly Notice[]; year: number };

/** What reading a file in would do: it is done, and undone. Throws as `readWijken` does. */
export async function previewWijken({ sent: _, ...context }: Context, fileId: string): Promise<Preview> {
  assertMay(context.actor, 'area.manage');
  const file = await wijkenFileById(context.db, fileId);
  if (!file) throw new DomainError('notFound');
  const { content, year } = file;
  let notices: readonly Notice[] = [];
  let imported: Imported | undefined;
  await context.db
    .transaction(async (tx) => {
      await assertOwn(tx, content);
      const onNotices = (found: readonly Notice[]) => (notices = found);
      imported = await importWijken({ ...context, db: tx }, content, { year, onNotices });
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  if (!imported) throw new Error('nothing was imported');
  return { imported, notices, year };
}
