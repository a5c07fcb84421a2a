import { type Transaction } from '#db/client';
import { applicantsOf } from '#db/reads/initiative';
import { sendMail } from '#db/writes/mail';
import { type Letter } from '~/domain/people/letter';
import { quoted } from '~/domain/people/quote';
import { type CalendarDate } from '~/domain/calendar';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';

interface Told {
  id: string;
  number: number;
  title: string;
  requestedCents: Cents;
}

const inDutch = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeZone: 'Europe/Amsterdam' });

/** To all applicants: the request has come in, and when the council decides at the latest. domain.md §2.3, art. 4:13 Awb. */
export async function sendReceipt(tx: Transaction, at: Date, told: Told, decideBy: CalendarDate) {
  const lastDay = inDutch.format(new Date(`${decideBy}T12:00:00Z`));
  await sendToApplicants(tx, at, told, () => true, {
    kind: 'receipt',
    subject: `Je aanvraag is binnen: initiatief ${told.number}`,
    body: [
      `Je aanvraag is binnen. De raad beslist uiterlijk op ${lastDay}.`,
      `Je vraagt ${formatEuros(told.requestedCents, 'nl')} voor "${quoted(told.title)}". Dit is initiatief ${told.number}.`,
      'De raad zet je initiatief op de agenda van een vergadering. Daarna krijg je een brief met het besluit.',
      'Je hoeft nu niets te doen. Op de pagina van je initiatief zie je hoe het ervoor staat.',
    ].join('\n\n'),
  });
}

/** To those who ask along: their address was given, and what that means for them. */
export async function sendToCoApplicants(tx: Transaction, at: Date, told: Told) {
  await sendToApplicants(tx, at, told, (part) => part === 'coApplicant', {
    kind: 'receipt',
    subject: `Je vraagt mee aan: initiatief ${told.number}`,
    body: [
      `Een buurtgenoot zette je als medeaanvrager bij "${quoted(told.title)}". Dit is initiatief ${told.number}.`,
      'Log in met dit e-mailadres. Dan kun je de aanvraag volgen en mee indienen.',
      'Als medeaanvrager geef je zelf geen steun, en stem je in een raad niet mee over dit initiatief.',
      'Klopt dit niet? Trek het initiatief in of vraag je buurtgenoot dat te doen.',
    ].join('\n\n'),
  });
}

async function sendToApplicants(
  tx: Transaction,
  at: Date,
  { id, number }: Told,
  wanted: (part: 'applicant' | 'coApplicant') => boolean,
  letter: Letter,
) {
  const path = `/initiatieven/${number}`;
  for (const { email, part } of await applicantsOf(tx, id)) {
    if (wanted(part)) await sendMail(tx, { recipient: email, at, path, ...letter });
  }
}
