import { addressesOfMembers } from '#db/reads/council/conflict-report';
import { type Transaction } from '#db/client';
import { type ConflictRuling } from '~/domain/lifecycle/conflict-report';
import { type Letter } from '~/domain/people/letter';
import { deniedLetter, reportedLetter, type ReportedItem, ruledLetter } from '~/letters/conflict';
import { type Context } from '~/usecases/context.server';
import { sendLetter } from '~/usecases/send-letter.server';
import { type ItemState } from './item.server';

/** Asks a member whether a report of their interest is right. */
export function notifyMember(
  tx: Transaction,
  context: Context,
  state: ItemState,
  { reportId, personId, reason }: { reportId: string; personId: string; reason: string },
): Promise<void> {
  const reporter = context.actor.name ?? '';
  return write(tx, context, [personId], reportedLetter(reportedItem(state), { reportId, reporter, reason }));
}

/** Asks who rules to do so, now that the member denied it. */
export function notifyJudges(
  tx: Transaction,
  context: Context,
  state: ItemState,
  report: {
    id: string;
    judgeIds: readonly string[];
    name: string;
    reason: string;
    answerReason: string | null;
  },
): Promise<void> {
  const { id: reportId, judgeIds, name, reason, answerReason } = report;
  const facts = { reportId, name, reason, answer: answerReason ?? '' };
  return write(tx, context, judgeIds, deniedLetter(reportedItem(state), facts));
}

/** Tells a member what was ruled about them. */
export function notifyRuling(
  tx: Transaction,
  context: Context,
  state: ItemState,
  { personId, ruling, reason }: { personId: string; ruling: ConflictRuling; reason: string },
): Promise<void> {
  return write(tx, context, [personId], ruledLetter(reportedItem(state), { ruling, reason }));
}

const reportedItem = ({ council, meeting, item, initiative }: ItemState): ReportedItem => ({
  itemId: item.id,
  meetingId: meeting.id,
  council,
  initiative,
});

async function write(
  tx: Transaction,
  { now }: Context,
  personIds: readonly string[],
  letter: Letter,
): Promise<void> {
  await sendLetter(tx, now, await addressesOfMembers(tx, personIds), letter);
}
