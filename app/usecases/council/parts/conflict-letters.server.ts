import { addressesOfMembers } from '#db/reads/council/conflict-report';
import { type Transaction } from '#db/client';
import { sendMail } from '#db/writes/people/mail';
import { type ConflictRuling } from '~/domain/lifecycle/conflict-report';
import { quoted } from '~/domain/people/quote';
import { type ActContext } from '~/usecases/context.server';
import { type ItemState } from './item.server';
import { paths } from '~/paths';

type Words = { subject: string; lines: string[]; path: string };

/** Asks a member whether a report of their interest is right. */
export function tellMember(
  tx: Transaction,
  act: ActContext,
  state: ItemState,
  { reportId, personId, reason }: { reportId: string; personId: string; reason: string },
): Promise<void> {
  const { number } = state.initiative;
  return write(tx, act, [personId], {
    subject: `Heb je belang bij initiatief ${number}?`,
    lines: [
      `${quoted(act.actor.name ?? '')} van ${state.council.name} zegt dat je zelf belang hebt bij een punt van de raad.`,
      about(state),
      `De reden: "${quoted(reason)}"`,
      'Klopt het? Dan stem je niet mee over dit punt. Klopt het niet? Schrijf dan waarom. De voorzitter van de raad beslist daarna. Heeft de voorzitter er zelf mee te maken? Dan beslist iemand anders.',
      'Tot die tijd kun je niet stemmen over dit punt. De raad kan er ook nog niet over besluiten.',
      'Zeg je niets? Dan mag er in de vergadering ook zonder jouw antwoord worden beslist.',
    ],
    path: paths.council.reportAnswer(...placeOf(state), reportId),
  });
}

/** Asks who rules to do so, now that the member denied it. */
export function tellJudges(
  tx: Transaction,
  act: ActContext,
  state: ItemState,
  report: {
    id: string;
    judgeIds: readonly string[];
    name: string;
    reason: string;
    answerReason: string | null;
  },
): Promise<void> {
  return write(tx, act, report.judgeIds, {
    subject: `Beslis over een melding bij initiatief ${state.initiative.number}`,
    lines: [
      `Iemand meldde dat ${quoted(report.name)} zelf belang heeft bij een punt van ${state.council.name}. Dat klopt niet, is het antwoord. Jij beslist nu.`,
      about(state),
      `De melding: "${quoted(report.reason)}"`,
      `Het antwoord: "${quoted(report.answerReason ?? '')}"`,
      'Tot je beslist, kan de raad niet besluiten over dit punt.',
    ],
    path: paths.council.reportRuling(...placeOf(state), report.id),
  });
}

/** Tells a member what was ruled about them. */
export function tellRuling(
  tx: Transaction,
  act: ActContext,
  state: ItemState,
  { personId, ruling, reason }: { personId: string; ruling: ConflictRuling; reason: string },
): Promise<void> {
  const result =
    ruling === 'sustained'
      ? 'Je hebt belang bij dit punt. Je stemt niet mee. Had je al gestemd? Dan telt je stem niet mee.'
      : 'Je hebt geen belang bij dit punt. Je mag meestemmen.';
  return write(tx, act, [personId], {
    subject: `Beslist over de melding bij initiatief ${state.initiative.number}`,
    lines: [result, about(state), `De reden: "${quoted(reason)}"`],
    path: paths.council.item(...placeOf(state)),
  });
}

const placeOf = ({ council, meeting, item }: ItemState) => [council.slug, meeting.id, item.id] as const;

const about = ({ initiative }: ItemState) =>
  `Het gaat over initiatief ${initiative.number}: "${quoted(initiative.title)}".`;

async function write(
  tx: Transaction,
  { now }: ActContext,
  personIds: readonly string[],
  { subject, lines, path }: Words,
): Promise<void> {
  const letter = { kind: 'conflict', subject, body: lines.join('\n\n'), path, at: now } as const;
  for (const recipient of await addressesOfMembers(tx, personIds))
    await sendMail(tx, { ...letter, recipient });
}
