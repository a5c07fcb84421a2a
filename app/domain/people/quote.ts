/** Signs that are not seen, and those that turn the direction of a text. */
const unseen = /\p{Cf}/gu;
/** A dot before a letter, in every form that a browser reads as one: the dot of a domain. */
const dot = /[.\u3002\uff0e\uff61](?=[\p{L}\p{M}])/gu;
/** The end of a scheme: https://, mailto:, tel:. A time (19:30) has digits before it. */
const scheme = /(?<=\p{L})[:\uff1a](?=\S)/gu;
const at = /[@\uff20](?=\S)/gu;

/**
 * What somebody wrote, as it may stand in a letter: on one line, without signs that are not seen, and with every address in
 * it broken by a space, so that no mail program makes it a link. Nobody can use our mail to send people somewhere.
 */
export function quoted(text: string): string {
  return text
    .replaceAll(unseen, '')
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll(dot, '. ')
    .replaceAll(scheme, ': ')
    .replaceAll(at, ' @ ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
