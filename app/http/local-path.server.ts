/** A path of this site to go back to; the fallback for anything that could lead elsewhere. */
export function localPath(given: unknown, fallback: string): string {
  if (typeof given !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(given)) return fallback;
  const url = new URL(given, 'http://wijkkas.invalid');
  return url.host === 'wijkkas.invalid' && !url.pathname.startsWith('//')
    ? url.pathname + url.search
    : fallback;
}
