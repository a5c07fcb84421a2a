import { type AreasKind, readAreasFile } from '~/formats/geojson';
import { type Context } from '../context.server';
import { importBuurten } from './import-buurten.server';
import { importDrawn } from './import-drawn.server';
import { type Imported, type ImportOptions, importWijken } from './import-wijken.server';

export type ImportedAreas = Imported & { kind: AreasKind };

/** Imports a file with areas, whichever kind it holds, all or nothing. Throws as the import of that kind does. */
export async function importAreas(
  context: Context,
  text: string,
  options: ImportOptions,
): Promise<ImportedAreas> {
  const file = readAreasFile(text);
  const { kind } = file;
  if (kind === 'wijken') return { kind, ...(await importWijken(context, text, options)) };
  if (kind === 'drawn') return { kind, ...(await importDrawn(context, file, options)) };
  options.onNotices?.(file.notices);
  return { kind, ...(await importBuurten(context, file, options)) };
}
