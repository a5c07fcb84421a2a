import { type Letter } from '~/domain/people/letter';
import { type GemeenteDetails } from '~/domain/site/settings';
import { grounds, type Theme } from '~/domain/site/theme';
import { textsIn } from './texts';

/** Who a letter is from, as the gemeente says itself. */
export type Sender = Pick<GemeenteDetails, 'name' | 'email' | 'phone'> & { theme: Theme };

/** A letter as it was kept until it goes. */
export type Written = Required<Pick<Letter, 'body' | 'lang'>> & { path: string | null };

/** A letter as it goes out. */
export type Outgoing = { text: string; html: string; headers: Record<string, string> };

/**
 * Completes a letter: where on the site it goes on, how its reader stops all mail (`choicePath`), in words and for the
 * button of the mail program (RFC 8058), and at the end who it is from and how to reach them.
 */
export function outgoing(
  { body, path, lang }: Written,
  { origin, choicePath, sender }: { origin: string; choicePath: string; sender: Sender },
): Outgoing {
  const { t } = textsIn(lang);
  const choice = origin + choicePath;
  const onward = path ? [t('letter.onward', { link: origin + path })] : [];
  const foot = [t('letter.foot', { link: choice }), signature(sender, lang)];
  const text = [body, ...onward, ...foot].join('\n\n');
  return {
    text,
    html: htmlOf(text, origin, sender.theme),
    headers: {
      'List-Unsubscribe': `<${choice}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}

/** By whom a letter comes, as mail programs show it: the address of the site, under the name of the gemeente. */
export function fromOf(mailFrom: string, { name }: Sender): string | { name: string; address: string } {
  const address = /<([^<>]+)>\s*$/.exec(mailFrom)?.[1] ?? mailFrom.trim();
  return name === null ? mailFrom : { name: `Wijkkas ${name}`, address };
}

function signature({ name, email, phone }: Sender, lang: Written['lang']): string {
  const { t } = textsIn(lang);
  const reach =
    phone === null ? t('letter.sender.mail', { email }) : t('letter.sender.both', { email, phone });
  return [...(name === null ? [] : [t('letter.sender.gemeente', { name })]), reach].join('\n');
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text as it may stand in HTML. */
export const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** As mail programs show it: the summary in a box on top, then the rest. Only addresses of this site can be followed. */
function htmlOf(text: string, origin: string, { base, action }: Theme): string {
  const [summary = '', ...rest] = text.split('\n\n').map((part) => paragraph(part, origin));
  const { surface, ink, ...own } = grounds[base].day;
  const box = `border:2px solid ${action ?? own.action};border-radius:6px;padding:16px;background:${surface}`;
  return [
    `<div style="font:18px/1.5 sans-serif;color:${ink};max-width:36em">`,
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
