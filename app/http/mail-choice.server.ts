import { z } from 'zod';
import { DomainError } from '~/domain/errors';
import { outgoing, type Outgoing, type Sender, type Written } from '~/letters/outgoing';
import { choice } from './fields.server';
import { rememberInstallation } from './installation.server';
import { vaultOf } from './seal.server';
import { settingsOf } from './settings.server';
import { type Site } from './site.server';
import { type Visit } from './visit.server';
import { paths } from '~/paths';

/** Where the reader of a letter to this address stops all mail: a sealed address, that only this site can make. */
export function choicePath(secret: string, address: string): string {
  return paths.people.mailChoice(vaultOf(secret).seal('mail', address));
}

/** A letter as it goes out of this site to its reader. */
export function outgoingFrom(
  { config: { origins }, secret }: Pick<Site, 'config' | 'secret'>,
  sender: Sender,
  letter: Written & { recipient: string },
): Outgoing {
  const choice = choicePath(secret, letter.recipient);
  return outgoing(letter, { origin: origins[0] ?? '', choicePath: choice, sender });
}

/** Who letters of this site are from: what the gemeente says of itself, and until then its name as its wijken have it. */
export async function senderOf(site: Site): Promise<Sender> {
  const { name, email, phone, theme } = await settingsOf(site);
  const named = name ?? (await rememberInstallation(site, site.db))?.gemeente ?? null;
  return { name: named, email, phone, theme };
}

/** The address in the link that was followed. Throws 'notFound' for a link that this site did not make. */
export function addressIn({ site, params }: Visit): string {
  const address = vaultOf(site.secret).open('mail', params.token ?? '');
  if (address === null) throw new DomainError('notFound');
  return address;
}

/** The button of the page, or the one of a mail program (RFC 8058 §3.1). */
export const mailChoiceForm = z
  .object({
    choice: choice(['stop', 'resume']).optional(),
    'List-Unsubscribe': z.literal('One-Click', 'formInvalid').optional(),
  })
  .refine((form) => form.choice ?? form['List-Unsubscribe'], 'formInvalid')
  .transform(({ choice: chosen, 'List-Unsubscribe': oneClick }) => ({
    choice: oneClick ? ('stop' as const) : (chosen ?? 'stop'),
    oneClick: oneClick !== undefined,
  }));
