import { type Transaction } from '#db/client';
import { applicantsOf } from '#db/reads/initiative/initiative';
import { sendMail } from '#db/writes/people/mail';
import { firstName } from '~/domain/people/name';
import { quoted } from '~/domain/people/quote';
import { type CalendarDate } from '~/domain/calendar';
import { invitationDays } from '~/domain/initiative/co-invitation';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { paths } from '~/paths';

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
  const letter = {
    kind: 'receipt',
    path: paths.initiative.show(told.number),
    subject: `Je aanvraag is binnen: initiatief ${told.number}`,
    body: [
      `Je aanvraag is binnen. De raad beslist uiterlijk op ${lastDay}.`,
      `Je vraagt ${formatEuros(told.requestedCents, 'nl')} voor "${quoted(told.title)}". Dit is initiatief ${told.number}.`,
      'De raad zet je initiatief op de agenda van een vergadering. Daarna krijg je een brief met het besluit.',
      'Je hoeft nu niets te doen. Op de pagina van je initiatief zie je hoe het ervoor staat.',
    ].join('\n\n'),
  } as const;
  for (const { email } of await applicantsOf(tx, told.id)) {
    await sendMail(tx, { recipient: email, at, ...letter });
  }
}

interface Asked {
  email: string;
  token: string;
  title: string;
  /** Name of who asks, as that person wrote it. */
  inviter: string | null;
  area: string;
}

/** To a neighbour who is asked to ask along: what it is, and that nothing happens without an answer. */
export async function sendInvitation(
  tx: Transaction,
  at: Date,
  { email, token, title, inviter, area }: Asked,
) {
  const who = quoted(firstName(inviter) ?? '') || 'Een buurtgenoot';
  await sendMail(tx, {
    kind: 'invitation',
    recipient: email,
    at,
    path: paths.initiative.asked(token),
    subject: 'Doe je mee met een plan in je wijk?',
    body: [
      `${who} uit ${area} vraagt of je mee geld aanvraagt uit het wijkbudget.`,
      `Zo heet het plan: "${quoted(title)}". Die naam koos ${who}, niet Wijkkas.`,
      'Op Wijkkas lees je meer. Daar zeg je ja of nee. Voor nee hoef je niet in te loggen.',
      `Doe je niets? Dan vraag je niets aan, en gaat het plan zonder jou door. Na ${invitationDays} dagen wissen we je adres.`,
    ].join('\n\n'),
  });
}
