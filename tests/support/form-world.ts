import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { actorById } from '#db/reads/people/person';
import * as t from '#db/schema';
import { calendarDate } from '~/domain/calendar';
import { settleGrant } from '~/usecases/grants/settle-grant.server';
import { type Caller, makeWorld, type World } from '../access/world';
import { createSource } from '~/usecases/sources/create-source.server';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';
import { matchLine } from '~/usecases/payments/match-line.server';
import { runMoneyTasks } from '~/usecases/money/run-money-tasks.server';
import { ended, tell } from './told';
import { colleagueOf, endOfYearBy } from './year-end';
import { now, today } from './council-world';
import { type TestDatabase } from './database';
import { euros, makeWijk } from './money-world';
import { listed, makeOffice, type Office, ordered, waitingGrants } from './payment-world';
import { makePerson } from './person';
import { roleHolder } from './roster-world';

export type FormWorld = World & {
  /** Where an action has something to work on, by the pattern of its route; elsewhere the fillings say it. */
  ready: Record<string, string>;
  /** Values of things that are there, by the name of the field. */
  known: Record<string, string>;
};

/** The world of the access matrix, and more: for every action there is something in the state that it waits for. */
export async function makeFormWorld(database: TestDatabase): Promise<FormWorld> {
  const world = await makeWorld(database);
  const owner = database.owner.db;
  const callers = [
    ...world.callers,
    await withRole(database, 'payer'),
    await withRole(database, 'moderator'),
  ];
  // Who lives elsewhere may little here: only where nobody else may.
  callers.sort((a, b) => Number(a.name === 'elsewhere') - Number(b.name === 'elsewhere'));
  const { ready, initiativeId } = await moneyReady(database);
  const [wijk] = await owner.select({ id: t.body.areaId }).from(t.body);
  const [line] = await owner.select({ id: t.bankLine.id }).from(t.bankLine);
  const [person] = await owner.select({ id: t.person.id }).from(t.person);
  const areaId = wijk?.id ?? '';
  await openScheme(database, areaId);
  const commentId = await remark(database, person?.id ?? '');
  const employee = world.fillings['mensen/:id']?.('people.manage').value;
  ready['beheer/mensen/uitnodigen'] = '/beheer/mensen/uitnodigen?rol=networker';
  ready['beheer/mensen/:id/rol-geven'] = `/beheer/mensen/${employee}/rol-geven?rol=networker`;
  for (const [page, by] of [
    ['bedragen', 'amounts'],
    ['gewichten', 'weights'],
  ]) {
    const carried = `name=Bron&kolom=fonds&funder=Provincie&year=2026&totalCents=100&by=${by}&weightsFrom=CBS`;
    ready[`gemeente/bronnen/verdelen/${page}`] = `/gemeente/bronnen/verdelen/${page}?${carried}`;
  }
  const closed = await roleHolder(database, 'moderator', { desk: false });
  ready['beheer/mensen/:id/uitnodigen'] = `/beheer/mensen/${closed.id}/uitnodigen`;
  const known = { areaId, commentId, lineId: line?.id ?? '', person: person?.id ?? '' };
  return { ...world, callers, ready, known: { ...known, 'initiativeIds[0]': initiativeId } };
}

async function withRole({ owner }: TestDatabase, role: 'payer' | 'moderator'): Promise<Caller> {
  const { id: personId } = await makePerson(owner.db);
  const validFrom = calendarDate('2020-01-01');
  await owner.db.insert(t.roleTerm).values({ id: randomUUID(), personId, role, areaId: null, validFrom });
  const actor = await actorById(owner.db, personId, 'strong', today);
  if (!actor) throw new Error(`${role} is nobody`);
  return { name: role, actor, assurance: 'strong' };
}

/** A grant, a batch, a claim or an entry for each act on money. */
async function moneyReady(database: TestDatabase) {
  const office = await makeOffice(database);
  const [unlisted, approved, withdrawn, owing, lost, spent] = await waitingGrants(database, office, 6);
  if (!unlisted || !approved || !withdrawn || !owing || !lost || !spent) throw new Error('too few grants');
  await ordered(office, [owing, lost, spent]);
  for (const { number } of [owing, lost]) await settleLow(office, number);
  const [advance] = await database.owner.db
    .select({ id: t.journalEntry.id })
    .from(t.journalEntry)
    .innerJoin(t.posting, eq(t.posting.entryId, t.journalEntry.id))
    .innerJoin(t.account, eq(t.account.id, t.posting.accountId))
    .where(and(eq(t.account.initiativeId, unlisted.initiativeId), eq(t.journalEntry.kind, 'advance')));
  const grant = (number: number, act: string) => `/gemeente/toekenningen/${number}/${act}`;
  const accounting = new URLSearchParams({
    costCents: '300',
    otherIncomeCents: '0',
    ground: 'notDone',
    explanation: 'Bonnen',
  });
  const parked = await apartLine(office);
  const batch = async (each: typeof unlisted) => `/gemeente/betalingen/${await listed(office, [each])}`;
  const ready: Record<string, string> = {
    'gemeente/toekenningen/:number/terugontvangst': grant(owing.number, 'terugontvangst'),
    'gemeente/toekenningen/:number/afboeken': grant(lost.number, 'afboeken'),
    'gemeente/toekenningen/:number/vaststellen': grant(spent.number, 'vaststellen'),
    'gemeente/toekenningen/:number/vaststellen/controleren': `${grant(spent.number, 'vaststellen/controleren')}?${accounting}`,
    'gemeente/apart-gezet/:id': `/gemeente/apart-gezet/${parked}`,
    'gemeente/apart-gezet/:id/terugsturen': `/gemeente/apart-gezet/${parked}/terugsturen`,
    'gemeente/bronnen/:code/teruggeven': `/gemeente/bronnen/${await sourceWithRest(database, office)}/teruggeven`,
    'gemeente/betalingen/:number': await batch(approved),
    'gemeente/betalingen/:number/intrekken': `${await batch(withdrawn)}/intrekken`,
    'gemeente/boekingen/:id/terugdraaien': `/gemeente/boekingen/${advance?.id}/terugdraaien`,
    'gemeente/bronnen/verdelen': `/gemeente/bronnen/verdelen?${newSource}`,
  };
  return { ready, initiativeId: unlisted.initiativeId };
}

/** A movement that is not ours, set apart. */
async function apartLine({ controller }: Office): Promise<string> {
  const movement = { cents: euros(1), on: today, text: 'niet van ons', iban: 'NL91ABNA0417164300' };
  const [lineId = ''] = await tell(controller, movement);
  await matchLine(controller, { lineId, kind: 'notOurs', reason: 'Voor de buren' });
  return lineId;
}

/** A source of last year that came in by a statement, and of which the rest goes back; answers its code. */
async function sourceWithRest(database: TestDatabase, { controller }: Office): Promise<string> {
  const code = 'rest-2025';
  const terms = {
    code,
    name: 'Rest',
    kolom: 'fonds' as const,
    year: 2025,
    funder: 'Fonds',
    rollover: 'lapses' as const,
  };
  const sourceId = await createSource(controller, terms);
  const { areaId } = await makeWijk(database.owner.db);
  await pledgeSource(controller, { sourceId, areaId, cents: euros(5), key: randomUUID() });
  await tell(controller, { cents: euros(5), on: today, text: code, iban: 'NL20INGB0001234567' });
  const taskId = await endOfYearBy(controller, await colleagueOf(database.owner.db, controller), 2025);
  await runMoneyTasks(controller);
  await ended(database.owner.db, taskId);
  return code;
}

const newSource = new URLSearchParams({
  ...{
    name: 'Een bron',
    kolom: 'wmo',
    funder: 'Het Rijk',
    year: '2026',
    totalCents: '1000',
    rollover: 'lapses',
  },
});

/** Settles for less than was paid, so that money has to come back. */
async function settleLow({ controller }: Office, number: number): Promise<void> {
  const amounts = { costCents: euros(100), otherIncomeCents: euros(0) };
  const account = { ground: 'notDone' as const, explanation: 'Minder gedaan.', key: randomUUID() };
  await settleGrant(controller, { number, ...amounts, ...account });
}

/** From now on residents can ask for money in this wijk. */
async function openScheme({ owner }: TestDatabase, areaId: string): Promise<void> {
  const [scheme] = await owner.db.select({ id: t.scheme.id }).from(t.scheme);
  await owner.db.insert(t.schemeArea).values({ schemeId: scheme?.id ?? '', areaId });
}

/** A reaction that waits for the moderator. */
async function remark({ owner }: TestDatabase, authorId: string): Promise<string> {
  const [about] = await owner.db.select({ id: t.initiative.id }).from(t.initiative);
  const id = randomUUID();
  const row = { id, initiativeId: about?.id ?? '', authorId, argument: 'for' as const, body: 'Mooi plan.' };
  await owner.db.insert(t.comment).values({ ...row, state: 'pending', writtenAt: now });
  return id;
}
