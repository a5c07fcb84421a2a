import { type CalendarDate } from '~/domain/calendar';
import { type Cents } from '~/domain/money/cents';
import { type Letter } from '~/domain/people/letter';
import { quoted } from '~/domain/people/quote';
import { type Locale } from '~/i18n';
import { paragraphs, textsIn } from './texts';
import { paths } from '~/paths';

type Received = { number: number; title: string; requestedCents: Cents; decideBy: CalendarDate };

/** To all applicants: the request has come in, and when the council decides at the latest. domain.md §2.3, art. 4:13 Awb. */
export function receiptLetter(
  { number, title, requestedCents, decideBy }: Received,
  lang: Locale = 'nl',
): Letter {
  const { t, euros, day } = textsIn(lang);
  return {
    kind: 'receipt',
    lang,
    path: paths.initiative.show(number),
    subject: t('letter.receipt.subject', { number }),
    body: paragraphs([
      t('letter.receipt.decideBy', { day: day(decideBy) }),
      t('letter.receipt.asked', { amount: euros(requestedCents), title: quoted(title), number }),
      t('letter.receipt.then'),
      t('letter.receipt.nothing'),
    ]),
  };
}
