import { addressesOf, regimeOf } from '#db/reads/council/decision';
import { type Transaction } from '#db/client';
import { sendMail } from '#db/writes/people/mail';
import { type Letter } from '~/domain/people/letter';
import { quoted } from '~/domain/people/quote';
import { type CalendarDate } from '~/domain/calendar';
import { type LegalRegime, mayObject } from '~/domain/council/appeal';
import { boardAppealBefore, objectionEnd } from '~/domain/initiative/terms';
import { formatEuros } from '~/domain/money/format';
import { type ActContext } from '~/usecases/context.server';
import { isHoliday } from '~/usecases/holidays.server';
import { type ItemState } from './item.server';
import { paths } from '~/paths';

export type Told = {
  decisionId: string;
  outcome: 'adopted' | 'notAdopted' | 'postponed' | 'invalid' | 'referred';
  reasons: string;
};

type Facts = Told & { state: ItemState; regime: LegalRegime; today: CalendarDate };

/** Sends every applicant the decision, in the transaction that takes it: no decision without its letter. */
export async function writeToApplicants(
  tx: Transaction,
  { now, today }: ActContext,
  state: ItemState,
  told: Told,
): Promise<void> {
  const regime = await regimeOf(tx, state.initiative.id);
  const letter = letterOf({ ...told, state, regime, today });
  for (const recipient of await addressesOf(tx, state.initiative.id)) {
    await sendMail(tx, { ...letter, recipient, at: now });
  }
}

function letterOf(facts: Facts): Letter {
  const { state, reasons, decisionId } = facts;
  const { title, number } = state.initiative;
  const parts = [
    summaryOf(facts),
    `Het gaat over initiatief ${number}: "${quoted(title)}".`,
    reasons ? `Waarom? ${quoted(reasons)}` : '',
    nextStep(facts),
    clauseOf(facts),
    'Op Wijkkas staat het hele besluit, met het aantal stemmen.',
  ];
  return {
    kind: 'decision',
    subject: `Besluit over initiatief ${number}`,
    body: parts.filter(Boolean).join('\n\n'),
    path: paths.council.decision(decisionId),
  };
}

function summaryOf({ outcome, state }: Facts): string {
  const { council, item, initiative } = state;
  const granted = formatEuros(item.proposedCents, 'nl');
  const asked = formatEuros(initiative.requestedCents, 'nl');
  switch (outcome) {
    case 'adopted':
      return item.proposedCents < initiative.requestedCents
        ? `${council.name} geeft je ${granted}. Je vroeg ${asked}.`
        : `${council.name} geeft je ${granted}.`;
    case 'notAdopted':
      return `${council.name} geeft je geen geld voor dit initiatief.`;
    case 'postponed':
      return `${council.name} besluit later. Er waren evenveel stemmen voor als tegen.`;
    case 'invalid':
      return `${council.name} besluit later. Er stemden te weinig leden mee.`;
    case 'referred':
      return `${council.name} stuurt je initiatief door. De stadsraad besluit erover.`;
  }
}

function nextStep({ outcome }: Facts): string {
  if (outcome === 'adopted')
    return 'Het geld staat nu voor je klaar. Je hoort van ons wanneer je het krijgt.';
  if (outcome === 'notAdopted') return '';
  return 'Je hoeft nu niets te doen. Je krijgt weer bericht na de volgende vergadering.';
}

/** How one disagrees follows from the law behind the fund. domain.md §2.5. */
function clauseOf({ outcome, regime, today }: Facts): string {
  if (outcome !== 'adopted' && outcome !== 'notAdopted') return '';
  if (!mayObject(regime)) {
    const day = dutchDate(boardAppealBefore(today));
    return `Ben je het er niet mee eens? Schrijf voor ${day} aan het bestuur van de stichting.`;
  }
  const day = dutchDate(objectionEnd(today, isHoliday));
  return `Ben je het er niet mee eens? Dan kun je bezwaar maken. Schrijf aan de gemeente. Doe dat uiterlijk ${day}.`;
}

function dutchDate(date: CalendarDate): string {
  const day = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeZone: 'Europe/Amsterdam' });
  return day.format(new Date(`${date}T12:00:00Z`));
}
