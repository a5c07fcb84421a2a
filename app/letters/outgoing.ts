import { type Letter } from '~/domain/people/letter';
import { textsIn } from './texts';

/** A letter as it was kept until it goes. */
export type Written = Required<Pick<Letter, 'body' | 'lang'>> & { path: string | null };

/** A letter as it goes out. */
export type Outgoing = { text: string; html: string; headers: Record<string, string> };

/**
 * Completes a letter: where on the site it goes on, and how its reader stops all mail (`choicePath`), in words and for the
 * button of the mail program (RFC 8058).
 */
export function outgoing(
  { body, path, lang }: Written,
  { origin, choicePath }: { origin: string; choicePath: string },
): Outgoing {
  const { t } = textsIn(lang);
  const choice = origin + choicePath;
  const onward = path ? [t('letter.onward', { link: origin + path })] : [];
  const text = [body, ...onward, t('letter.foot', { link: choice })].join('\n\n');
  return {
    text,
    html: htmlOf(text, origin),
    headers: {
      'List-Unsubscribe': `<${choice}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text as it may stand in HTML. */
export const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** As mail programs show it: the summary in a box on top, then the rest. Only addresses of this site can be followed. */
function htmlOf(text: string, origin: string): string {
  const [summary = '', ...rest] = text.split('\n\n').map((part) => paragraph(part, origin));
  const box = 'border:2px solid #0B4F5C;border-radius:6px;padding:16px;background:#F3EEE4';
  return [
    '<div style="font:18px/1.5 sans-serif;color:#1D2327;max-width:36em">',
    `<p style="${box}"><strong>${summary}</strong></p>`,
    ...rest.map((part) => `<p>${part}</p>`),
    '</div>',
  ].join('\n');
}

function paragraph(text: string, origin: string): string {
  return escaped(text)
    .replaceAll('\n', '<br>')
    .replaceAll(/https?:\/\/[^\s<]+/g, (url) =>
      url.startsWith(`${origin}/`) ? `<a href="${url}">${url}</a>` : url,
    );
}
