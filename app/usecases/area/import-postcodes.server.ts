import { installationOf } from '#db/reads/area/area';
import { gemeenteCode, publishedWijken } from '#db/reads/area/postcode';
import { type Queryable } from '#db/client';
import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit/audit';
import { keepPostcodes } from '#db/writes/area/postcode';
import { PostcodesRefused } from '~/domain/area/postcode';
import { type Postcodes, PostcodesReader, type WantedGemeente } from '~/formats/postcodes';
import { type Context } from '../context.server';
import { openText } from './parts/open-text.server';

export type PostcodeOptions = {
  /** Which year's borders, where the columns of the file do not say it. */
  year?: number;
  /** How far it is: lines so far, and bytes of the file on disk. */
  onProgress?: (lines: number, done: number, total: number) => Promise<void> | void;
};

type Doer = Pick<Context, 'db' | 'now' | 'newId'> & { actor: { personId: string | null } };

export type ImportedPostcodes = {
  gemeente: string;
  year: number;
  addresses: number;
  postcodes: number;
  change: 'created' | 'unchanged';
};

/**
 * Reads the file of CBS at `path` that says where every address lies (plain or zipped), and keeps what this gemeente needs of it
 * (docs/decisions/0022), all or nothing. The same again changes nothing. Throws PostcodesRefused with what is wrong on which line.
 */
export async function importPostcodes(
  context: Doer,
  path: string,
  { year, onProgress }: PostcodeOptions = {},
): Promise<ImportedPostcodes> {
  const { gemeenteId, gemeente, wanted } = await ours(context.db);
  const file = await openText(path);
  const reader = new PostcodesReader(wanted, year);
  for await (const { text, done } of file.pieces) {
    reader.read(text);
    await onProgress?.(reader.lines, done, file.total);
  }
  const found = reader.done();
  const change = await keep(context, found, gemeenteId);
  const { parts, ...rest } = found;
  return { ...rest, gemeente, postcodes: new Set(parts.map(({ postcode }) => postcode)).size, change };
}

async function ours(db: Queryable) {
  const installed = await installationOf(db);
  const code = await gemeenteCode(db);
  if (!installed || !code) throw new PostcodesRefused([{ line: null, problem: 'noGemeente', value: '' }]);
  const wanted: WantedGemeente = { code, wijken: await publishedWijken(db, code) };
  return { gemeenteId: installed.gemeenteId, gemeente: installed.gemeente, wanted };
}

function keep(
  context: Doer,
  { parts, year }: Postcodes,
  gemeenteId: string,
): Promise<ImportedPostcodes['change']> {
  const { actor, now, newId } = context;
  return transaction(context.db, async (tx) => {
    const file = { id: newId(), year, readBy: actor.personId, readAt: now };
    if (!(await keepPostcodes(tx, file, parts))) return 'unchanged';
    await recordAct(tx, context, { act: 'area.import', subjectKind: 'area', subjectId: gemeenteId });
    return 'created';
  });
}
