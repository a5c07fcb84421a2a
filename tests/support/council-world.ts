import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { actorById } from '#db/reads/people/person';
import { type Database } from '#db/client';
import * as t from '#db/schema';
import { addDays, calendarDate, calendarDateIn } from '~/domain/calendar';
import { type Duty } from '~/domain/council/membership';
import { type Cents } from '~/domain/money/cents';
import { addAgendaItem } from '~/usecases/council/add-agenda-item.server';
import { castVote, type Choice } from '~/usecases/council/cast-vote.server';
import { type Context } from '~/usecases/context.server';
import { openMeeting } from '~/usecases/council/open-meeting.server';
import { planMeeting } from '~/usecases/council/plan-meeting.server';
import { recordAttendance } from '~/usecases/council/record-attendance.server';
import { controllerAtWork, euros, now, pledged, today } from './money-world';
import { type TestDatabase } from './database';

export { euros, now, today };
export const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const validFrom = calendarDate('2020-01-01');

export type Member = { personId: string; membershipId: string };
export type Council = { areaId: string; bodyId: string; slug: string; members: Member[] };
type Wanted = {
  seats?: number;
  sitting?: number;
  kind?: 'buurtraad' | 'stadsraad';
  areaId?: string;
  /** Which member is secretary, if any. */
  secretary?: number;
};

/** Some new people; answers their ids. */
export async function newPeople(owner: Database, count: number, areaId?: string): Promise<string[]> {
  const rows = Array.from({ length: count }, () => randomUUID()).map((id, index) => ({
    id,
    email: `${id}@wijkkas.example`,
    name: `Bewoner ${index + 1}`,
    areaId,
    createdAt: now,
  }));
  if (rows.length > 0) await owner.insert(t.person).values(rows);
  return rows.map(({ id }) => id);
}

/** A wijk with € 10.000 and a council for it: the first member is chair and votes, mandate € 2.500 and € 5.000 a year. */
export async function makeCouncil(database: TestDatabase, wanted: Wanted = {}): Promise<Council> {
  const { seats = 9, sitting = seats, kind = 'buurtraad' } = wanted;
  const owner = database.owner.db;
  const areaId = wanted.areaId ?? (await makeArea(database));
  const [bodyId, slug] = [randomUUID(), `raad-${randomUUID()}`];
  await owner.insert(t.body).values({ id: bodyId, kind, slug, name: `Raad ${slug}`, areaId });
  const most = kind === 'stadsraad' ? euros(50_000) : euros(2_500);
  const perYear = kind === 'stadsraad' ? euros(50_000) : euros(5_000);
  const amounts = { maxPerDecisionCents: most, maxPerApplicantPerYearCents: perYear };
  await owner.insert(t.mandate).values({ id: randomUUID(), bodyId, ...amounts, validFrom });
  const chairs = Array.from({ length: seats }, () => ({
    id: randomUUID(),
    bodyId,
    type: 'resident' as const,
    voting: true,
    validFrom,
  }));
  await owner.insert(t.seat).values(chairs);
  const persons = await newPeople(owner, sitting, areaId);
  const members = persons.map((personId) => ({ personId, membershipId: randomUUID() }));
  const dutyOf = (index: number): Duty =>
    index === 0 ? 'chair' : index === wanted.secretary ? 'secretary' : 'member';
  const rows = members.map(({ personId, membershipId }, index) => ({
    id: membershipId,
    seatId: chairs[index]?.id ?? '',
    personId,
    duty: dutyOf(index),
    appointed: 'elected' as const,
    validFrom,
  }));
  await owner.insert(t.membership).values(rows);
  return { areaId, bodyId, slug, members };
}

async function makeArea({ owner, app }: TestDatabase): Promise<string> {
  const id = randomUUID();
  const names = { slug: `wijk-${id}`, name: `Wijk ${id}` };
  await owner.db.insert(t.area).values({ id, kind: 'wijk', ...names, validFrom, ownInhabitants: 1000 });
  await pledged(await controllerAtWork(owner.db, app.db), id, [euros(6_000), euros(4_000)]);
  return id;
}

/** A member at work at a moment, with the rights that the database says. */
export async function at(db: Database, personId: string, moment = now): Promise<Context> {
  const actor = await actorById(db, personId, 'strong', calendarDateIn(moment));
  if (!actor) throw new Error('nobody');
  return { db, actor, now: moment, today: calendarDateIn(moment), newId: randomUUID };
}

export const chairOf = (db: Database, council: Council, moment = now) =>
  at(db, council.members[0]?.personId ?? '', moment);

type Asked = { amount?: Cents; applicantId?: string; coApplicantIds?: string[] };

/** An initiative that waits for its council, without support needed. */
export async function submitted(owner: Database, areaId: string, asked: Asked = {}) {
  const { amount = euros(400), coApplicantIds = [] } = asked;
  const [someone = ''] = asked.applicantId ? [asked.applicantId] : await newPeople(owner, 1, areaId);
  const [id, schemeId, schemeVersionId] = [randomUUID(), randomUUID(), randomUUID()];
  await owner
    .insert(t.scheme)
    .values({ id: schemeId, name: 'Bewonersfonds', legalRegime: 'bestuurscommissie' });
  const weeks = { leadTimeWeeks: 2, decisionWeeks: 8 };
  const rules = {
    maxAmountCents: euros(1e6),
    minAge: 16,
    ownContributionPct: 0,
    advancePct: 80,
    carryOver: true,
    ...weeks,
  };
  const from = { validFrom, publishedOn: validFrom };
  await owner.insert(t.schemeVersion).values({ id: schemeVersionId, schemeId, ...from, ...rules });
  const days = { submittedOn: today, decideBy: addDays(today, 56), startsOn: addDays(today, 90) };
  const texts = { title: 'Straatfeest', theme: 'ontmoeten' as const };
  const row = {
    id,
    areaId,
    schemeVersionId,
    state: 'submitted' as const,
    requestedCents: amount,
    createdAt: now,
  };
  const [made] = await owner
    .insert(t.initiative)
    .values({ ...row, ...days, ...texts })
    .returning({ number: t.initiative.number });
  const line = { initiativeId: id, position: 1, description: 'Tent', quantity: 1, unitCents: amount };
  await owner.insert(t.budgetLine).values(line);
  await owner
    .insert(t.applicant)
    .values([
      { initiativeId: id, personId: someone, part: 'applicant' as const },
      ...coApplicantIds.map((personId) => ({ initiativeId: id, personId, part: 'coApplicant' as const })),
    ]);
  const steps = [
    { act: 'create', fromState: null, toState: 'draft' },
    { act: 'publish', fromState: 'draft', toState: 'gathering' },
    { act: 'submit', fromState: 'gathering', toState: 'submitted' },
  ] as const;
  const rest = { initiativeId: id, actorRole: 'applicant', at: now };
  await owner.insert(t.initiativeEvent).values(steps.map((step) => ({ ...step, ...rest })));
  return { id, number: made?.number ?? 0, schemeVersionId };
}

/** A meeting with one item on it, opened with the first `present` members in the room. */
export async function openItem(
  database: TestDatabase,
  council: Council,
  { present, asked, proposed }: { present: number; asked?: Asked; proposed?: Cents },
) {
  const initiative = await submitted(database.owner.db, council.areaId, asked);
  const chair = await chairOf(database.app.db, council);
  const meetingId = await plan(chair, council);
  const number = initiative.number;
  const { id } = await addAgendaItem(chair, { meetingId, initiativeNumber: number, proposedCents: proposed });
  await attend(chair, council, meetingId, present);
  await openMeeting(chair, meetingId);
  return { meetingId, itemId: id, initiative, chair };
}

export async function plan(chair: Context, council: Council): Promise<string> {
  const planned = { bodyId: council.bodyId, startsAt: chair.now, place: 'Buurthuis' };
  return (await planMeeting(chair, planned)).id;
}

/** Writes down the first `present` members. */
export function attend(chair: Context, council: Council, meetingId: string, present: number) {
  const membershipIds = council.members.slice(0, present).map(({ membershipId }) => membershipId);
  return recordAttendance(chair, { meetingId, membershipIds });
}

/** Lets members vote, one after the other, starting at the member with number `from`. */
export async function vote(
  db: Database,
  council: Council,
  itemId: string,
  votes: Partial<Record<Choice, number>>,
  from = 0,
): Promise<void> {
  const choices = (['for', 'against', 'blank'] as const).flatMap((choice) =>
    Array.from({ length: votes[choice] ?? 0 }, () => choice),
  );
  for (const [index, choice] of choices.entries()) {
    await castVote(await at(db, council.members[from + index]?.personId ?? ''), itemId, choice);
  }
}

/** What an initiative's own row says now. */
export async function initiativeNow(db: Database, id: string) {
  const { state, grantedCents, referredToCity } = t.initiative;
  const [row] = await db
    .select({ state, grantedCents, referredToCity })
    .from(t.initiative)
    .where(eq(t.initiative.id, id));
  return row;
}
