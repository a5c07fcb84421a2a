/** A file that never changes under its name, for everybody. */
export const forever = (body: BodyInit, type: string, headers: Record<string, string> = {}): Response =>
  new Response(body, {
    headers: { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable', ...headers },
  });
