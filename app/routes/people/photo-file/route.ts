import { shownPhoto } from '#db/reads/people/photo';
import { DomainError } from '~/domain/errors';
import { hashInName } from '~/domain/people/photo';
import { file } from '~/http/bare.server';

export const handle = { access: { read: 'site.read' } };

/** Only a browser keeps it, and asks each time whether it is still shown: a photo that was taken away is gone at once. */
const kept = 'private, no-cache';

export const loader = file('site.read', async ({ request, params, context: { db, today } }) => {
  const hash = hashInName(params.name ?? '');
  const photo = hash && (await shownPhoto(db, hash, today));
  if (!photo) throw new DomainError('notFound');
  const ETag = `"${hash}"`;
  const headers = { 'Cache-Control': kept, ETag };
  if (request.headers.get('If-None-Match')?.includes(ETag))
    return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(photo), { headers: { 'Content-Type': 'image/jpeg', ...headers } });
});
