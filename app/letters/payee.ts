import { calendarDateIn } from '~/domain/calendar';
import { wallTime } from '~/domain/council/wall-clock';
import { type Letter } from '~/domain/people/letter';
import { type Locale } from '~/i18n';
import { paragraphs, textsIn } from './texts';
import { paths } from '~/paths';

type Recorded = { number: number; at: Date; iban: string; changed: boolean; own: boolean };

/**
 * Tells every applicant that the account of their grant was recorded or changed, when and by whom, with its last four signs
 * alone; and what to do when that was none of them.
 */
export function payeeLetter({ number, at, iban, changed, own }: Recorded, lang: Locale = 'nl'): Letter {
  const { t, day } = textsIn(lang);
  const done = changed ? 'changed' : 'recorded';
  const who = t(`letter.payee.who.${own ? 'applicant' : 'desk'}`);
  return {
    kind: 'payee',
    lang,
    subject: t(`letter.payee.subject.${done}`, { number }),
    body: paragraphs([
      t(`letter.payee.happened.${done}`, { day: day(calendarDateIn(at)), time: wallTime(at), number, who }),
      t('letter.payee.number', { end: iban.slice(-4) }),
      changed || !own ? t('letter.payee.checked') : '',
      t('letter.payee.right'),
      t('letter.payee.wrong'),
    ]),
    path: paths.initiative.account(number),
  };
}
