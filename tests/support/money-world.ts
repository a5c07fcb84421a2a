import { randomUUID } from 'node:crypto';
import { eq, max, sql } from 'drizzle-orm';
import { type Database, type Transaction } from '#db/client';
import * as t from '#db/schema';
import { transaction } from '#db/transaction';
import { type Booked, bookEntry, type Booking } from '#db/writes/ledger/journal';
import { lockJournals } from '#db/writes/ledger/lock';
import { ensurePool } from '#db/writes/ledger/accounts';
import { type Act } from '~/domain/access/policy';
import { calendarDate } from '~/domain/calendar';
import { cents, type Cents } from '~/domain/money/cents';
import { createSource } from '~/usecases/sources/create-source.server';
import { type Context } from '~/usecases/context.server';
import { reserveAndGrant } from '~/usecases/grants/parts/grant.server';
import { grantMoney } from '~/usecases/grants/parts/granted.server';
import { bookedBy } from '~/usecases/booking.server';
import { advanceDraft, paymentOrderDraft } from '~/usecases/grants/parts/pay.server';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';

export const year = 2026;
export const today = calendarDate('2026-06-01');
export const now = new Date('2026-06-01T10:00:00Z');
/** When councils meet, also in games that are played in years in which nobody meets. */
const evening = new Date('2026-06-01T10:00:00Z');
export const euros = (amount: number): Cents => cents(Math.round(amount * 100));

/** One wijk whose council meets, with its pool. */
export type Wijk = { areaId: string; poolId: string; bodyId: string; meetingId: string; members: string[] };
export type Item = { itemId: string; initiativeId: string; wijk: Wijk; cents: Cents };

/** A controller at work, as the use cases want it. */
export async function controllerAtWork(owner: Database, app: Database): Promise<Context> {
  const [personId] = await people(owner, 1);
  return {
    db: app,
    actor: {
      personId: personId ?? null,
      name: 'Chris',
      homeAreaId: null,
      assurance: 'strong',
      held: [{ role: 'controller', areaId: null, bodyId: null }],
    },
    now,
    today,
    newId: randomUUID,
  };
}

export const bookingOf = ({ actor }: Context, by: Act = 'item.decide', reason = 'Besluit'): Booking =>
  bookedBy({ actor, now, today }, by, reason);

/** Sources with pledges to one wijk, in cents, named a, b, c in the order given; answers their ids. */
export async function pledged(
  context: Context,
  areaId: string,
  amounts: readonly Cents[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, amount] of amounts.entries()) {
    const letter = String.fromCharCode(97 + index);
    const sourceId = await createSource(context, {
      code: `${letter}-${randomUUID()}`,
      name: `Bron ${letter}`,
      kolom: 'wmo',
      year,
      funder: 'Gemeente',
    });
    if (amount > 0n) await pledgeSource(context, { sourceId, areaId, cents: amount, key: randomUUID() });
    ids.push(sourceId);
  }
  return ids;
}

/** A wijk of 1,000 people with a buurtraad of three in an open meeting. */
export async function makeWijk(owner: Database, inhabitants = 1000): Promise<Wijk> {
  const [areaId, bodyId, meetingId] = [randomUUID(), randomUUID(), randomUUID()];
  const validFrom = calendarDate('2020-01-01');
  const persons = await people(owner, 3);
  return owner.transaction(async (tx) => {
    const slug = `w${areaId}`;
    await tx.insert(t.area).values({
      id: areaId,
      kind: 'wijk',
      slug,
      name: `Wijk ${areaId}`,
      validFrom,
      ownInhabitants: inhabitants,
    });
    await tx.insert(t.body).values({ id: bodyId, kind: 'buurtraad', slug, name: `Raad ${areaId}`, areaId });
    const amounts = { maxPerDecisionCents: euros(1e6), maxPerApplicantPerYearCents: euros(1e9) };
    await tx.insert(t.mandate).values({ id: randomUUID(), bodyId, ...amounts, validFrom });
    const seats = persons.map(() => ({
      id: randomUUID(),
      bodyId,
      type: 'resident' as const,
      voting: true,
      validFrom,
    }));
    await tx.insert(t.seat).values(seats);
    const members = seats.map(({ id }, index) => ({
      id: randomUUID(),
      seatId: id,
      personId: persons[index] ?? '',
      duty: 'member' as const,
      validFrom,
    }));
    await tx.insert(t.membership).values(members);
    await tx
      .insert(t.meeting)
      .values({ id: meetingId, bodyId, startsAt: evening, place: 'Buurthuis', state: 'opened' });
    await tx
      .insert(t.attendance)
      .values(members.map(({ id }) => ({ meetingId, membershipId: id, recordedAt: now })));
    const poolId = await ensurePool(tx, { areaId, year });
    return { areaId, poolId, bodyId, meetingId, members: members.map(({ id }) => id) };
  });
}

/** Initiatives on the agenda of a wijk, for these amounts, with three votes for each (or, in `against`, three against). */
export async function makeItems(
  owner: Database,
  wijk: Wijk,
  amounts: readonly Cents[],
  against: readonly boolean[] = [],
): Promise<Item[]> {
  const [applicantId] = await people(owner, 1);
  const [schemeId, schemeVersionId] = [randomUUID(), randomUUID()];
  const items = amounts.map((amount) => ({
    itemId: randomUUID(),
    initiativeId: randomUUID(),
    wijk,
    cents: amount,
  }));
  return owner.transaction(async (tx) => {
    await insertScheme(tx, schemeId, schemeVersionId);
    await tx.insert(t.initiative).values(
      items.map((item) => ({
        id: item.initiativeId,
        areaId: wijk.areaId,
        schemeVersionId,
        state: 'onAgenda' as const,
        title: 'Straatfeest',
        theme: 'ontmoeten' as const,
        startsOn: calendarDate('2026-09-01'),
        requestedCents: item.cents,
        createdAt: now,
        submittedOn: today,
        decideBy: today,
      })),
    );
    await tx.insert(t.applicant).values(
      items.map(({ initiativeId }) => ({
        initiativeId,
        personId: applicantId ?? '',
        part: 'applicant' as const,
      })),
    );
    await tx.insert(t.budgetLine).values(
      items.map(({ initiativeId, cents: unitCents }) => ({
        initiativeId,
        position: 1,
        description: 'Tent',
        quantity: 1,
        unitCents,
      })),
    );
    for (const { initiativeId } of items) await insertTimeline(tx, initiativeId);
    const [taken] = await tx
      .select({ position: max(t.agendaItem.position) })
      .from(t.agendaItem)
      .where(eq(t.agendaItem.meetingId, wijk.meetingId));
    await tx.insert(t.agendaItem).values(
      items.map(({ itemId, initiativeId, cents: proposedCents }, index) => ({
        id: itemId,
        meetingId: wijk.meetingId,
        position: (taken?.position ?? 0) + index + 1,
        initiativeId,
        proposedCents,
      })),
    );
    await tx.insert(t.councilVote).values(
      items.flatMap(({ itemId }, index) => {
        const choice = against[index] ? ('against' as const) : ('for' as const);
        return wijk.members.map((membershipId) => ({ itemId, membershipId, choice, castAt: now }));
      }),
    );
    return items;
  });
}

/** Approves an advance on a grant, in cents, past the rules of its fund. */
export function advanceTo(context: Context, item: Item, amount: Cents): Promise<Booked> {
  return transaction(context.db, async (tx) => {
    const money = await grantMoney(tx, { id: item.initiativeId }, today);
    const draft = advanceDraft(tx, money, { cents: amount, key: randomUUID() });
    return bookEntry(tx, bookingOf(context, 'money.advance'), draft);
  });
}

/** Orders the bank to pay what waits for a grant, in cents, without a batch. */
export function orderTo(context: Context, item: Item, amount: Cents): Promise<Booked> {
  return transaction(context.db, async (tx) => {
    const money = await grantMoney(tx, { id: item.initiativeId }, today);
    const draft = paymentOrderDraft(tx, money, { cents: amount, key: randomUUID() });
    return bookEntry(tx, bookingOf(context, 'batch.approve'), draft);
  });
}

/** What the council's use case does about money: decides, reserves and grants in one transaction; maybe only a part. */
export function decideAndGrant(context: Context, item: Item, amount = item.cents): Promise<void> {
  return transaction(context.db, async (tx) => {
    await lockJournals(tx, [item.wijk.areaId]);
    const { poolId } = item.wijk;
    const { initiativeId } = item;
    const decisionId = await insertDecision(tx, item, amount);
    const of = { poolId, initiativeId, decisionId, key: `decide:${item.itemId}` };
    await reserveAndGrant(tx, bookingOf(context), { ...of, cents: amount });
    await markGranted(tx, item, decisionId, amount);
  });
}

export async function markGranted(
  tx: Transaction,
  item: Item,
  decisionId: string,
  granted: Cents,
): Promise<void> {
  const { initiativeId } = item;
  const part = granted < item.cents;
  const state = part ? 'partlyGranted' : 'granted';
  await tx
    .update(t.initiative)
    .set({ state, grantedCents: granted })
    .where(eq(t.initiative.id, initiativeId));
  await tx.insert(t.initiativeEvent).values({
    initiativeId,
    act: part ? 'grantPartly' : 'grant',
    fromState: 'onAgenda',
    toState: state,
    actorRole: 'chair',
    at: now,
    decisionId,
  });
}

/** The adopted decision on an item, numbered after the last one of its council. */
export async function insertDecision(tx: Transaction, item: Item, amountCents: Cents): Promise<string> {
  const decisionId = randomUUID();
  const { bodyId } = item.wijk;
  const [last] = await tx
    .select({ number: max(t.decision.number) })
    .from(t.decision)
    .where(eq(t.decision.bodyId, bodyId));
  await tx.insert(t.decision).values({
    id: decisionId,
    bodyId,
    year,
    number: (last?.number ?? 0) + 1,
    itemId: item.itemId,
    initiativeId: item.initiativeId,
    outcome: 'adopted',
    amountCents,
    mandateCents: euros(1e6),
    seats: 3,
    sitting: 3,
    present: 3,
    conflicted: 0,
    votesFor: 3,
    votesAgainst: 0,
    votesBlank: 0,
    reasons: '',
    decidedOn: today,
    decidedAt: now,
  });
  return decisionId;
}

async function people(owner: Database, count: number): Promise<string[]> {
  const rows = Array.from({ length: count }, () => randomUUID()).map((id) => ({
    id,
    email: `${id}@wijkkas.example`,
    createdAt: now,
  }));
  await owner.insert(t.person).values(rows);
  return rows.map(({ id }) => id);
}

async function insertScheme(tx: Transaction, schemeId: string, id: string): Promise<void> {
  await tx.insert(t.scheme).values({ id: schemeId, name: 'Bewonersinitiatieven', legalRegime: 'college' });
  await tx.insert(t.schemeVersion).values({
    id,
    schemeId,
    validFrom: calendarDate('2020-01-01'),
    publishedOn: calendarDate('2020-01-01'),
    maxAmountCents: euros(1e6),
    minAge: 16,
    leadTimeWeeks: 2,
    decisionWeeks: 8,
    ownContributionPct: 0,
    advancePct: 80,
    carryOver: true,
  });
}

async function insertTimeline(tx: Transaction, initiativeId: string): Promise<void> {
  const steps = [
    { act: 'create', fromState: null, toState: 'draft' },
    { act: 'publish', fromState: 'draft', toState: 'gathering' },
    { act: 'submit', fromState: 'gathering', toState: 'submitted' },
    { act: 'agendise', fromState: 'submitted', toState: 'onAgenda' },
  ] as const;
  const rest = { initiativeId, actorRole: 'applicant', at: now };
  await tx.insert(t.initiativeEvent).values(steps.map((step) => ({ ...step, ...rest })));
}

/** Runs SQL with nothing but values, for what the use cases rightly refuse to do. */
export function raw(db: Database | Transaction, text: string) {
  return db.execute(sql.raw(text));
}
