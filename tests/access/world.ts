import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { actorById } from '#db/reads/people/person';
import * as t from '#db/schema';
import { sha256 } from '#db/writes/hash';
import { type Act, type Subject } from '../../app/domain/access/policy';
import { type Actor, visitor } from '../../app/domain/access/roles';
import { addDays, calendarDate } from '../../app/domain/calendar';
import { photoName } from '../../app/domain/people/photo';
import { sheetName } from '../../app/http/settings.server';
import { askStatement } from '../../app/usecases/payments/ask-statement.server';
import { countRounds } from '../../app/usecases/voting/count-rounds.server';
import { importRound } from '../../app/usecases/voting/import-round.server';
import { matchLine } from '~/usecases/payments/match-line.server';
import { runMoneyTasks } from '../../app/usecases/money/run-money-tasks.server';
import { ended } from '../support/told';
import { bytesOf, camtOf } from '../support/camt';
import { type TestDatabase } from '../support/database';
import { type Council, euros, makeCouncil, now, openItem, submitted, today } from '../support/council-world';
import { granted } from '../support/grant-world';
import { makeOffice, ordered, waitingGrants } from '../support/payment-world';
import { makeGemeente, makePerson } from '../support/person';
import { testSecret } from '../support/named-world';
import { vaultOf } from '../../app/http/seal.server';
import { wijkenText } from '../support/wijken-file';
import { roleHolder } from '../support/roster-world';
import { counter, makeArea, now as roundsNow, operator, voteFile } from '../support/rounds';

/** The eight who knock at every door, each with the session that fits them. */
export type Caller = { name: string; actor: Actor; assurance: 'code' | 'strong' | null };
/** What stands in the place of a parameter, and what the policy must know about it. */
export type Filling = { value: string; subject?: Subject };
/** By the segment before a parameter and the parameter, as in the route's path. */
export type Fillings = Record<string, (act: Act) => Filling>;
export type World = { callers: Caller[]; fillings: Fillings };

/** One wijk with a council that meets, an initiative in each state that matters, and the eight callers. */
export async function makeWorld(database: TestDatabase): Promise<World> {
  const owner = database.owner.db;
  const { gemeenteId, there } = await makeGemeente(owner, true);
  const council = await makeCouncil(database, { seats: 5 });
  const area = await placeIn(database, council.areaId, gemeenteId);
  const { id: residentId } = await makePerson(owner, {
    ...{ areaId: council.areaId, bornOn: calendarDate('1980-01-01') },
  });
  await residentsRead(owner, residentId);
  const batchId = await lettersOf(owner, { personId: residentId, areaId: council.areaId });
  const callers = await makeCallers(database, council, residentId, there);
  const { meetingId, itemId, initiative } = await openItem(database, council, { present: 5 });
  const inCouncil = {
    areaId: council.areaId,
    bodyId: council.bodyId,
    presentIds: council.members.map(({ personId }) => personId),
    conflictedIds: [],
    state: 'onAgenda',
  };
  const reported = await reportedItem(database, council, meetingId);
  const numbers = await ownInitiatives(database, council.areaId, residentId);
  const employee = await somebodyEmployed(database);
  const fillings: Fillings = {
    'stijl/:name': () => ({ value: sheetName(red) }),
    'logo/:name': () => ({ value: logo }),
    'foto/:name': () => ({ value: photo }),
    'gebieden/:id': () => ({ value: area.id }),
    'inlezen/:id': () => ({ value: fileId }),
    'wijken/:slug': () => ({ value: area.slug, subject: { areaId: council.areaId } }),
    'raden/:slug': () => ({ value: council.slug }),
    'zetels/:seat': () => ({ value: freeSeat }),
    'leden/:member': () => ({ value: council.members[2]?.membershipId ?? '' }),
    'raad/:slug': () => ({ value: council.slug, subject: inCouncil }),
    'vergaderingen/:id': () => ({ value: meetingId, subject: inCouncil }),
    // Reports stand on an item of their own, so that they keep nobody from the other acts.
    'punten/:item': (act) => ({ value: reported.asks[act] ? reported.itemId : itemId, subject: inCouncil }),
    'meldingen/:report': (act) => ({
      value: reported.asks[act]?.reportId ?? 'nergens',
      subject: { ...inCouncil, askedIds: reported.asks[act]?.askedIds },
    }),
    'bewerken/:stap': () => ({ value: 'verhaal' }),
    'besluiten/:id': () => ({ value: decisionId }),
    'uitnodiging/:token': () => ({ value: 'nergens' }),
    'meedoen/:token': () => ({ value: 'nergens' }),
    'uitnodigingen/:id': () => ({ value: 'nergens' }),
    'post/:token': () => ({ value: 'nergens' }),
    'brieven/:id': () => ({ value: batchId }),
    'mensen/:id': () => ({ value: employee.personId }),
    'rollen/:term': () => ({ value: employee.termId }),
    'bronnen/:code': () => ({ value: code }),
    'boekingen/:id': () => ({ value: entryId }),
    'jaareinde/:year': () => ({ value: '2025' }),
    'betalingen/:number': () => ({ value: String(money.batch) }),
    'afschriften/:id': () => ({ value: money.statementId }),
    'apart-gezet/:id': () => ({ value: money.parkedId }),
    'taken/:id': () => ({ value: money.taskId }),
    'stemrondes/:number': () => ({ value: String(roundNumber) }),
    'plannen/:project': () => ({ value: '1' }),
    'toekenningen/:number': () => ({ value: String(grant.number), subject: grant.subject }),
    'regelingen/:id': () => ({ value: rules.schemeId }),
    'versie/:deel': () => ({ value: 'bedragen' }),
    'versies/:versie': () => ({ value: rules.ahead }),
    'initiatieven/:number': (act) => {
      if (act === 'payee.setOwn') return { value: String(grant.number), subject: grant.subject };
      const state = stateFor[act];
      if (!state) return { value: String(initiative.number) };
      const { number, applicantIds } = numbers[state];
      return { value: String(number), subject: { areaId: council.areaId, applicantIds, state } };
    },
  };
  const applicantIds = [residentId];
  const logo = await someLogo(database);
  const photo = await somePhoto(database, council);
  const freeSeat = await vacantSeat(database, council.bodyId);
  const { number } = await granted(database, council, { amount: euros(400), applicantId: residentId });
  const grant = { number, subject: { areaId: council.areaId, applicantIds, state: 'granted' } };
  const rules = await rulesAhead(database, initiative.schemeVersionId);
  const { code, entryId } = await somethingBooked(database);
  const money = await paidAndRead(database);
  const roundNumber = await countedRound(database);
  const fileId = await wijkenFileOf(database, residentId);
  const decisionId = await makeDecision(database, council, itemId, initiative.id);
  return { callers, fillings };
}

const red = { base: 'vierstromen', action: '#7a1f3d', header: null, footer: null } as const;

async function someLogo({ owner }: TestDatabase): Promise<string> {
  const content = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>');
  const hash = sha256(content);
  await owner.db.insert(t.gemeenteLogo).values({ hash, kind: 'svg', content });
  return `${hash}.svg`;
}

async function somePhoto({ owner }: TestDatabase, { members }: Council): Promise<string> {
  const content = Buffer.from('photo');
  const hash = sha256(content);
  const { personId = '' } = members[0] ?? {};
  await owner.db.insert(t.personPhoto).values({ personId, hash, content, savedAt: now });
  return photoName(hash);
}

/** Which initiative an act is tried on: the resident's own in that state. */
const stateFor: Partial<Record<Act, 'draft' | 'gathering'>> = {
  'initiative.readOwn': 'draft',
  'initiative.editOwn': 'draft',
  'initiative.publish': 'draft',
  'initiative.submit': 'gathering',
  'initiative.withdraw': 'gathering',
  'invitation.remove': 'gathering',
  'support.give': 'gathering',
};

async function placeIn({ owner }: TestDatabase, areaId: string, parentId: string) {
  const [area] = await owner.db.update(t.area).set({ parentId }).where(eq(t.area.id, areaId)).returning();
  if (!area) throw new Error('no wijk');
  return area;
}

async function ownInitiatives({ owner }: TestDatabase, areaId: string, applicantId: string) {
  const made = {
    draft: await submitted(owner.db, areaId, { applicantId }),
    gathering: await submitted(owner.db, areaId, { applicantId }),
  };
  for (const state of ['draft', 'gathering'] as const) {
    const frozen = state === 'draft' ? { schemeVersionId: null } : {};
    const row = { state, submittedOn: null, decideBy: null, ...frozen };
    await owner.db.update(t.initiative).set(row).where(eq(t.initiative.id, made[state].id));
  }
  const applicantIds = [applicantId];
  return {
    draft: { number: made.draft.number, applicantIds },
    gathering: { number: made.gathering.number, applicantIds },
  };
}

/** An item with a report that the second member may answer, and one that the chair may rule on. */
async function reportedItem({ owner }: TestDatabase, council: Council, meetingId: string) {
  const { id: initiativeId } = await submitted(owner.db, council.areaId);
  await owner.db.update(t.initiative).set({ state: 'onAgenda' }).where(eq(t.initiative.id, initiativeId));
  const itemId = randomUUID();
  await owner.db
    .insert(t.agendaItem)
    .values({ id: itemId, meetingId, initiativeId, position: 2, proposedCents: euros(400) });
  const [chair, second, third, fourth] = council.members;
  if (!chair || !second || !third || !fourth) throw new Error('too few members');
  const report = { itemId, reportedBy: fourth.membershipId, reason: 'Een broer.', reportedAt: now };
  const [open, denied] = [randomUUID(), randomUUID()];
  await owner.db.insert(t.conflictReport).values([
    { id: open, membershipId: second.membershipId, ...report },
    { id: denied, membershipId: third.membershipId, ...report },
  ]);
  const answer = { answer: 'denied', reason: 'Geen broer.', answeredAt: now } as const;
  await owner.db
    .insert(t.conflictAnswer)
    .values({ reportId: denied, answeredBy: third.membershipId, ...answer });
  const asks: Partial<Record<Act, { reportId: string; askedIds: string[] }>> = {
    'conflict.answer': { reportId: open, askedIds: [second.personId] },
    'conflict.rule': { reportId: denied, askedIds: [chair.personId] },
  };
  return { itemId, asks };
}

/** A file with wijken that was handed in. */
async function wijkenFileOf({ owner }: TestDatabase, handedInBy: string): Promise<string> {
  const id = randomUUID();
  const names = { created: ['Centrum'], changed: [], unchanged: [] };
  const found = { kind: 'wijken', gemeente: 'Vierstromen', names, notices: [] } as const;
  const row = { id, content: wijkenText(['Centrum']), year: 2024, handedInBy, handedInAt: now, found };
  await owner.db.insert(t.wijkenFile).values(row);
  return id;
}

/** A list with a resident that nobody here is. */
async function residentsRead(db: TestDatabase['owner']['db'], readBy: string): Promise<void> {
  const listId = randomUUID();
  await db.insert(t.residentList).values({ id: listId, readBy, readAt: now, lines: 1 });
  await db.insert(t.residentListLine).values({ listId, digest: 'a'.repeat(64), residents: 1 });
}

/** A batch with one letter. */
async function lettersOf(db: TestDatabase['owner']['db'], of: { personId: string; areaId: string }) {
  const batchId = randomUUID();
  await db.insert(t.residenceLetterBatch).values({ id: batchId, madeBy: of.personId, madeAt: now });
  const address = JSON.stringify({
    street: 'Kade',
    place: 'Teststad',
    postcode: '1234AB',
    number: 1,
    addition: '',
  });
  const sealedAddress = vaultOf(testSecret).seal('address', address);
  const row = { id: randomUUID(), ...of, batchId, sealedAddress, askedAt: now, lastDay: addDays(today, 27) };
  await db.insert(t.residenceLetter).values(row);
  return batchId;
}

/** Somebody with a role and a home, which an administrator may end. */
async function somebodyEmployed(database: TestDatabase) {
  const { id: personId, termId } = await roleHolder(database, 'moderator');
  const [wijk] = await database.owner.db.select({ areaId: t.body.areaId }).from(t.body);
  await database.owner.db
    .update(t.person)
    .set(wijk ?? {})
    .where(eq(t.person.id, personId));
  return { personId, termId };
}

/** The scheme of these rules, with a version of it that has yet to begin. */
async function rulesAhead({ owner }: TestDatabase, versionId: string) {
  const [version] = await owner.db.select().from(t.schemeVersion).where(eq(t.schemeVersion.id, versionId));
  if (!version) throw new Error('no rules');
  const ahead = randomUUID();
  const from = { validFrom: addDays(today, 100), publishedOn: today };
  await owner.db.insert(t.schemeVersion).values({ ...version, ...from, id: ahead });
  return { schemeId: version.schemeId, ahead };
}

/** A seat on which nobody sits. */
async function vacantSeat({ owner }: TestDatabase, bodyId: string): Promise<string> {
  const id = randomUUID();
  const validFrom = calendarDate('2020-01-01');
  await owner.db.insert(t.seat).values({ id, bodyId, type: 'networker', voting: false, validFrom });
  return id;
}

/** A source by its code, and an entry by its id. */
async function somethingBooked({ owner }: TestDatabase) {
  const [source] = await owner.db.select().from(t.source).limit(1);
  const [entry] = await owner.db.select().from(t.journalEntry).limit(1);
  if (!source || !entry) throw new Error('nothing is booked');
  return { code: source.code, entryId: String(entry.id) };
}

/** An approved batch, and a statement with a line that nobody knows, with the task that read it. */
async function paidAndRead(database: TestDatabase) {
  const office = await makeOffice(database);
  const { number: batch } = await ordered(office, await waitingGrants(database, office, 1));
  const line = { cents: euros(1), on: today, text: 'fooi' };
  const lines = [line, { ...line, text: 'niet van ons', iban: 'NL91ABNA0417164300' }];
  const taskId = await askStatement(office.controller, bytesOf(camtOf({ id: 'A-1', lines })));
  await runMoneyTasks(office.controller);
  await ended(database.owner.db, taskId);
  const [statement] = await database.owner.db.select().from(t.bankStatement);
  const statementId = statement?.id ?? '';
  const [apart] = await database.owner.db
    .select()
    .from(t.bankLine)
    .where(eq(t.bankLine.text, 'niet van ons'));
  const parkedId = apart?.id ?? '';
  await matchLine(office.controller, { lineId: parkedId, kind: 'notOurs', reason: 'Voor de buren' });
  return { batch, taskId, statementId, parkedId };
}

/** A finished round that was counted by every rule. */
async function countedRound({ app, owner }: TestDatabase): Promise<number> {
  const areaCode = 'WK990101';
  await makeArea(owner.db, areaCode);
  const { number } = await importRound(operator(app.db), voteFile(), { areaCode });
  await countRounds({ db: app.db, now: () => roundsNow }, counter);
  return number;
}

/** A decision of an earlier day, for the pages that show one. */
async function makeDecision({ owner }: TestDatabase, council: Council, itemId: string, initiativeId: string) {
  const [item] = await owner.db.select().from(t.agendaItem).where(eq(t.agendaItem.id, itemId));
  const [meeting] = await owner.db
    .select()
    .from(t.meeting)
    .where(eq(t.meeting.id, item?.meetingId ?? ''));
  if (!item || !meeting) throw new Error('no item');
  const earlier = { ...meeting, id: randomUUID(), state: 'closed' as const };
  await owner.db.insert(t.meeting).values(earlier);
  const before = { ...item, id: randomUUID(), meetingId: earlier.id };
  await owner.db.insert(t.agendaItem).values(before);
  const id = randomUUID();
  await owner.db.insert(t.decision).values({
    ...{ id, bodyId: council.bodyId, year: 2026, number: 99, itemId: before.id, initiativeId },
    ...{ outcome: 'postponed', amountCents: item.proposedCents, mandateCents: item.proposedCents },
    ...{ seats: 5, sitting: 5, present: 4, conflicted: 0, votesFor: 2, votesAgainst: 2, votesBlank: 0 },
    ...{ reasons: 'De stemmen staakten.', decidedOn: today, decidedAt: earlier.startsAt },
  });
  return id;
}

async function makeCallers(
  database: TestDatabase,
  council: Council,
  residentId: string,
  elsewhereArea: string,
) {
  const owner = database.owner.db;
  const elsewhere = await makePerson(owner, { areaId: elsewhereArea });
  const withRole = async (role: 'areaManager' | 'controller' | 'admin', areaId: string | null = null) => {
    const { id } = await makePerson(owner);
    const validFrom = calendarDate('2020-01-01');
    await owner.insert(t.roleTerm).values({ id: randomUUID(), personId: id, role, areaId, validFrom });
    return id;
  };
  const [chair, member] = council.members;
  const people = {
    resident: [residentId, 'code'],
    elsewhere: [elsewhere.id, 'code'],
    member: [member?.personId ?? '', 'strong'],
    chair: [chair?.personId ?? '', 'strong'],
    areaManager: [await withRole('areaManager', council.areaId), 'strong'],
    finance: [await withRole('controller'), 'strong'],
    admin: [await withRole('admin'), 'strong'],
  } as const;
  const callers: Caller[] = [{ name: 'anonymous', actor: visitor, assurance: null }];
  for (const [name, [personId, assurance]] of Object.entries(people)) {
    const actor = await actorById(owner, personId, assurance, today);
    if (!actor) throw new Error(`${name} is nobody`);
    callers.push({ name, actor, assurance });
  }
  return callers;
}
