import { eq } from 'drizzle-orm';
import { decision, mail, person } from '#db/schema';
import { answerReport } from '~/usecases/council/answer-report.server';
import { castVote } from '~/usecases/council/cast-vote.server';
import { decideItem } from '~/usecases/council/decide-item.server';
import { reportConflict } from '~/usecases/council/report-conflict.server';
import { ruleOnReport } from '~/usecases/council/rule-on-report.server';
import { useChecks } from './checks';
import { at, type Council, later, makeCouncil, openItem } from './council-world';
import { useDatabase } from './database';

export const nth = ({ members }: Council, index: number) => {
  const member = members[index];
  if (!member) throw new Error(`no member ${index}`);
  return member;
};

export const reason = 'Haar broer bouwt het podium.';
export const because = 'Ik ken die broer alleen van naam.';
export const deny = { answer: 'denied', reason: because } as const;
export const accept = { answer: 'accepted', reason: '' } as const;
export const sustain = { ruling: 'sustained', reason: 'Een broer is te dichtbij.' } as const;
export const dismiss = { ruling: 'dismissed', reason: 'Het is geen broer.' } as const;

/** An evening of a council on which one member reports another, and what is sent and decided. */
export function useConflicts() {
  const database = useDatabase();
  useChecks(database);

  const db = () => database.app.db;
  const as = (council: Council, index: number, minutes = 0) =>
    at(db(), nth(council, index).personId, later(minutes / 60));

  /** An item in an open meeting of five, with everybody there; member 0 is chair. */
  async function evening(seats = 5, secretary?: number) {
    const council = await makeCouncil(database, { seats, secretary });
    const { itemId, meetingId, chair } = await openItem(database, council, { present: seats });
    const report = async (by: number, about: number) =>
      (
        await reportConflict(await as(council, by), {
          itemId,
          membershipId: nth(council, about).membershipId,
          reason,
        })
      ).reportId;
    const answer = async (who: number, id: string, said: typeof deny | typeof accept, minutes = 0) =>
      answerReport(await as(council, who, minutes), id, said);
    const rule = async (who: number, id: string, said: typeof sustain | typeof dismiss, minutes = 0) =>
      ruleOnReport(await as(council, who, minutes), id, said);
    const cast = async (who: number) => castVote(await as(council, who), itemId, 'for');
    const decide = () => decideItem(chair, itemId, { reasons: 'Zo besloten wij.' });
    return { council, itemId, meetingId, chair, report, answer, rule, cast, decide };
  }

  const decided = async (itemId: string) =>
    (await db().select().from(decision).where(eq(decision.itemId, itemId)))[0];

  /** The letters to a member. */
  async function lettersTo(council: Council, index: number) {
    const { personId } = nth(council, index);
    return database.owner.db
      .select({ kind: mail.kind, subject: mail.subject, body: mail.body, path: mail.path })
      .from(mail)
      .innerJoin(person, eq(person.email, mail.recipient))
      .where(eq(person.id, personId));
  }

  return { database, db, as, evening, decided, lettersTo };
}
