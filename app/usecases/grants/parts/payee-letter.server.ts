import { addressesOf } from '#db/reads/council/decision';
import { type Transaction } from '#db/client';
import { sendMail } from '#db/writes/people/mail';
import { wallTime } from '~/domain/council/wall-clock';
import { type Letter } from '~/domain/people/letter';
import { paths } from '~/paths';

const inDutch = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeZone: 'Europe/Amsterdam' });

/**
 * Tells every applicant that the account of their grant was recorded or changed, when and by whom, with its last four signs
 * alone; and what to do when that was none of them.
 */
export async function tellPayee(
  tx: Transaction,
  at: Date,
  { id, number }: { id: string; number: number },
  { iban, changed, own }: { iban: string; changed: boolean; own: boolean },
): Promise<void> {
  const done = changed ? 'gewijzigd' : 'vastgelegd';
  const who = own ? 'een aanvrager van dit initiatief' : 'een betaler van de gemeente';
  const letter: Letter = {
    kind: 'payee',
    subject: `Rekeningnummer ${done} voor initiatief ${number}`,
    body: [
      `Op ${inDutch.format(at)} om ${wallTime(at)} uur is het rekeningnummer voor initiatief ${number} ${done}. Dat deed ${who}.`,
      `Het nummer eindigt nu op ${iban.slice(-4)}. Naar deze rekening gaat het geld.`,
      changed || !own
        ? 'Een tweede persoon bij de gemeente kijkt dit eerst na. Tot die tijd betalen we niets.'
        : '',
      'Klopt dit? Dan hoef je niets te doen.',
      'Was jij dit niet, of klopt het nummer niet? Log in en vul het goede rekeningnummer in. Bel of mail ook meteen de gemeente. Onderaan de site staat hoe.',
    ]
      .filter(Boolean)
      .join('\n\n'),
    path: paths.initiative.account(number),
  };
  for (const recipient of await addressesOf(tx, id)) await sendMail(tx, { ...letter, recipient, at });
}
