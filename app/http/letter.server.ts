const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const paragraph = (text: string) =>
  escaped(text)
    .replaceAll('\n', '<br>')
    .replaceAll(/https?:\/\/[^\s<]+/g, '<a href="$&">$&</a>');
/** Text as it may stand in HTML. */
export const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** The letter as it goes out: when the site has more to tell, its last line says where. */
export function textOf(body: string, path: string | null, [origin]: readonly string[]): string {
  return path && origin ? `${body}\n\nLees verder: ${origin}${path}` : body;
}

/** The letter as mail programs show it: the summary in a box on top, then the rest. Addresses can be followed. */
export function htmlOf(body: string): string {
  const [summary = '', ...rest] = body.split('\n\n').map(paragraph);
  const box = 'border:2px solid #0B4F5C;border-radius:6px;padding:16px;background:#F3EEE4';
  return [
    '<div style="font:18px/1.5 sans-serif;color:#1D2327;max-width:36em">',
    `<p style="${box}"><strong>${summary}</strong></p>`,
    ...rest.map((part) => `<p>${part}</p>`),
    '</div>',
  ].join('\n');
}
