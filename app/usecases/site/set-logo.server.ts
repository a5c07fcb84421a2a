import { sha256 } from '#db/writes/hash';
import { insertLogo } from '#db/writes/site/settings';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { mostLogoBytes, type LogoKind } from '~/domain/site/settings';
import { isPng, pngSize } from '~/formats/png';
import { safeSvg } from '~/formats/svg';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { appendSettings } from './parts/append-settings.server';

/** A logo is shown forty pixels high; more than this only takes memory of whoever looks. */
const mostPixels = 2_000;

/**
 * Saves a logo: an SVG of which only the drawing is kept, or a PNG; null takes the logo away. Throws at 'file' 'logoTooLarge',
 * and 'logoUnreadable' for another kind of file or one that draws nothing; and the refusals of 'gemeente.manage'.
 */
export async function setLogo(context: Context, bytes: Uint8Array | null): Promise<void> {
  assertMay(context.actor, 'gemeente.manage');
  const logo = bytes && (await logoOf(bytes));
  const hash = logo && sha256(logo.content);
  await once(context, 'gemeente.manage', { logo: hash }, async (tx) => {
    if (logo && hash) await insertLogo(tx, { hash, ...logo });
    await appendSettings(tx, context, 'gemeente.logo', {
      logo: logo && hash ? { hash, kind: logo.kind } : null,
    });
  });
}

async function logoOf(bytes: Uint8Array): Promise<{ kind: LogoKind; content: Buffer }> {
  if (bytes.length > mostLogoBytes) throw new DomainError('logoTooLarge', { field: 'file' });
  const logo = isPng(bytes) ? pictureOf(bytes) : await drawingOf(bytes);
  if (!logo) throw new DomainError('logoUnreadable', { field: 'file' });
  if (logo.content.length > mostLogoBytes) throw new DomainError('logoTooLarge', { field: 'file' });
  return logo;
}

function pictureOf(bytes: Uint8Array) {
  const size = pngSize(bytes);
  if (!size || Math.min(size.width, size.height) < 1) return null;
  if (Math.max(size.width, size.height) > mostPixels)
    throw new DomainError('logoTooLarge', { field: 'file' });
  return { kind: 'png' as const, content: Buffer.from(bytes) };
}

async function drawingOf(bytes: Uint8Array) {
  const drawing = await safeSvg(new TextDecoder().decode(bytes));
  return drawing === null ? null : { kind: 'svg' as const, content: Buffer.from(drawing) };
}
