import { logoByHash } from '#db/reads/site/settings';
import { DomainError } from '~/domain/errors';
import { type LogoKind } from '~/domain/site/settings';
import { file } from '~/http/bare.server';
import { forever } from '~/http/forever.server';

export const handle = { access: { read: 'site.read' } };

const types: Record<LogoKind, string> = { svg: 'image/svg+xml', png: 'image/png' };

/** Besides what every answer says: whoever opens the drawing by itself gets a drawing that may do and fetch nothing. */
const policy = "default-src 'none'; sandbox";

export const loader = file('site.read', async ({ params: { name = '' }, context: { db } }) => {
  const [, hash = '', kind] = /^([\da-f]{64})\.(svg|png)$/.exec(name) ?? [];
  const logo = await logoByHash(db, hash);
  if (!logo || logo.kind !== kind) throw new DomainError('notFound');
  return forever(new Uint8Array(logo.content), types[logo.kind], { 'Content-Security-Policy': policy });
});
