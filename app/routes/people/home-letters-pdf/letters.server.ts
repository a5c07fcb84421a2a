import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { installationOf } from '#db/reads/area/area';
import { lettersOfBatch } from '#db/reads/people/residence';
import { logoByHash } from '#db/reads/site/settings';
import { DomainError } from '~/domain/errors';
import { type PaperLetter } from '~/domain/people/letter';
import { type HomeAddress } from '~/domain/people/residence';
import { type LetterFonts } from '~/formats/letter-pdf';
import { isDrawablePng } from '~/formats/png-pixels';
import { idIn } from '~/http/address.server';
import { vaultOf } from '~/http/seal.server';
import { settingsOf } from '~/http/settings.server';
import { type Visit } from '~/http/visit.server';
import { residenceLetter } from '~/letters/residence';
import { letterCode } from '~/usecases/people/parts/residence-letter.server';
import { qrPath } from '../shared/qr.server';
import { paths } from '~/paths';

/** The letters of the batch in the address. Throws 'notFound' when there is none whose code still works. */
export async function askedLetters({ params, context, site }: Visit): Promise<PaperLetter[]> {
  const { db, today } = context;
  const rows = await lettersOfBatch(db, idIn(params.id));
  const installed = await installationOf(db);
  if (!installed) throw new DomainError('notFound');
  const settings = await settingsOf(site);
  const gemeente = settings.name ?? installed.gemeente;
  const vault = vaultOf(site.secret);
  const link = `${site.config.origins[0]}${paths.people.homeCode}`;
  const letters = rows.flatMap(({ id, sealedAddress, lastDay, name, area }) => {
    const opened = vault.open('address', sealedAddress ?? '');
    if (opened === null) return [];
    const home = JSON.parse(opened) as HomeAddress & { street: string; place: string };
    const said = { name: name ?? '', area, home, code: letterCode(vault, id), lastDay, on: today };
    return [residenceLetter({ ...said, gemeente, reach: settings, link, scan: qrPath(link) })];
  });
  if (letters.length === 0) throw new DomainError('notFound');
  return letters;
}

/** The logo of the gemeente where paper can have it: a picture, and no drawing. */
export async function letterLogo({ context, site }: Visit): Promise<Uint8Array | null> {
  const { logo } = await settingsOf(site);
  const found = logo?.kind === 'png' ? await logoByHash(context.db, logo.hash) : undefined;
  return found && isDrawablePng(found.content) ? found.content : null;
}

const fontFiles = createRequire(import.meta.url);

/** The letters of this site, as a PDF needs them. */
export async function letterFonts(): Promise<LetterFonts> {
  const font = async (weight: number) => {
    const [latin, latinExt] = await Promise.all([fontAt('latin', weight), fontAt('latin-ext', weight)]);
    return { latin, latinExt };
  };
  return { regular: await font(400), bold: await font(700) };
}

const fontAt = (letters: string, weight: number) =>
  readFile(
    fontFiles.resolve(
      `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${letters}-${weight}-normal.woff`,
    ),
  );
