import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { type Transaction } from '#db/client';
import { grantOf, grantStandings, settlementOf } from '#db/reads/grants/grant';
import { sharesOn } from '#db/reads/ledger/pool';
import { initiative } from '#db/schema';
import { transaction } from '#db/transaction';
import { bookEntry, type Booking } from '#db/writes/ledger/journal';
import { lockJournals } from '#db/writes/ledger/lock';
import { addDays, calendarDate, type CalendarDate, calendarDateIn } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { entryKinds } from '~/domain/ledger/kinds';
import { type Act } from '~/domain/access/policy';
import { type GrantStanding } from '~/domain/ledger/grant';
import { cents, type Cents } from '~/domain/money/cents';
import { bookedBy } from '~/usecases/booking.server';
import { type Context } from '~/usecases/context.server';
import { release, reserve, reserveAndGrant } from '~/usecases/grants/parts/grant.server';
import { grantMoney } from '~/usecases/grants/parts/granted.server';
import { advanceDraft, paymentOrderDraft } from '~/usecases/grants/parts/pay.server';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';
import { receiveClawback } from '~/usecases/grants/receive-clawback.server';
import { receiveSource } from '~/usecases/sources/receive-source.server';
import { reverseEntry } from '~/usecases/ledger/reverse-entry.server';
import { settleGrant } from '~/usecases/grants/settle-grant.server';
import { writeOffClaim } from '~/usecases/grants/write-off-claim.server';
import { insertDecision, type Item, markGranted } from './money-world';

/** Whole numbers from 0 up to below `n`, the same row for the same seed. */
export function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * n);
  };
}

/** The same person on another day. */
export const onDay = (context: Context, today: CalendarDate): Context => ({
  ...context,
  today,
  now: new Date(`${today}T10:00:00Z`),
});

export const first = calendarDate('2026-01-05');

const bookingOf = (context: Context, by: Act = 'item.decide'): Booking => ({
  ...bookedBy(context, by, 'Straatfeest'),
  today: calendarDateIn(context.now),
});

type Step = (context: Context, item: Item, amount: Cents) => Promise<unknown>;

/** What may happen to the money of an initiative, by the use cases and the parts that they are made of. */
export const steps: Record<string, Step> = {
  reservation: (context, item, amount) =>
    transaction(context.db, async (tx) => {
      await assertUndecided(tx, item);
      const before = await sharesOn(tx, { ...of(item), kind: 'reserved' });
      if (before.length > 0) throw new DomainError('alreadyDone');
      await reserve(tx, bookingOf(context), { ...of(item), cents: amount });
    }),
  release: (context, item) => transaction(context.db, (tx) => release(tx, bookingOf(context), of(item))),
  grant: (context, item, amount) =>
    transaction(context.db, async (tx) => {
      await lockJournals(tx, [item.wijk.areaId]);
      await assertUndecided(tx, item);
      const decisionId = await insertDecision(tx, item, amount);
      await reserveAndGrant(tx, bookingOf(context), { ...of(item), cents: amount, decisionId });
      await markGranted(tx, item, decisionId, amount);
    }),
  advance: (context, item, amount) => book(context, item, advanceDraft, amount),
  paymentOrder: async (context, item) =>
    book(context, item, paymentOrderDraft, (await standingOf(context, item)).payable),
  settlement: async (context, item, amount) =>
    settleGrant(context, {
      number: await numberOf(context, item),
      costCents: amount,
      otherIncomeCents: cents(0),
      ground: 'notDone',
      explanation: 'Minder bezoekers.',
      key: randomUUID(),
    }),
  clawback: async (context, item) =>
    receiveClawback(context, {
      number: await numberOf(context, item),
      cents: halfOf((await standingOf(context, item)).claim),
      key: randomUUID(),
    }),
  writeOff: async (context, item) =>
    writeOffClaim(context, {
      number: await numberOf(context, item),
      cents: halfOf((await standingOf(context, item)).claim),
      reason: 'Vereniging bestaat niet meer',
      key: randomUUID(),
    }),
  settlementTakenBack: async (context, item) => {
    const found = await settlementOf(context.db, item.initiativeId);
    if (!found) return;
    await reverseEntry(context, { entryId: found.entryId, reason: 'Verkeerd bedrag', key: randomUUID() });
  },
};

/** Money that comes: promised again, received, and sometimes taken back. */
export async function income(
  context: Context,
  input: { sourceId: string; areaId: string; cents: Cents },
  takenBack: boolean,
): Promise<void> {
  const { entryId } = await pledgeSource(context, { ...input, key: randomUUID() });
  const { sourceId, cents: amount } = input;
  if (takenBack) await reverseEntry(context, { entryId, reason: 'Dubbel', key: randomUUID() });
  else await receiveSource(context, { sourceId, cents: amount, key: randomUUID() });
}

/**
 * Tries random steps on random items, from 5 January 2026 on and some days after each other; those that the rules
 * refuse leave nothing. Answers how often each was done, and the last day.
 */
export async function playSteps(
  context: Context,
  items: readonly Item[],
  roll: (n: number) => number,
  tries: number,
): Promise<{ done: Map<string, number>; last: CalendarDate }> {
  const done = new Map<string, number>();
  const names = Object.keys(steps);
  let today = first;
  for (let index = 0; index < tries; index++) {
    if (index % 2 === 0) today = addDays(today, roll(3));
    const name = names[roll(names.length)] ?? '';
    const item = items[roll(items.length)];
    if (!item) throw new Error('no items');
    const amount = cents(1 + roll(Number(item.cents)));
    try {
      await steps[name]?.(onDay(context, today), item, amount);
      done.set(name, (done.get(name) ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
  return { done, last: today };
}

const of = (item: Item) => ({
  poolId: item.wijk.poolId,
  initiativeId: item.initiativeId,
  key: randomUUID(),
});

async function standingOf({ db }: Context, { initiativeId }: Item): Promise<GrantStanding> {
  const standing = (await grantStandings(db, [initiativeId])).get(initiativeId);
  if (!standing) throw new DomainError('notFound');
  return standing;
}

const halfOf = (amount: Cents) => cents((amount + 1n) / 2n);

async function assertUndecided(tx: Transaction, { initiativeId }: Item): Promise<void> {
  if (await grantOf(tx, { id: initiativeId })) throw new DomainError('alreadyDone');
}

async function book(
  context: Context,
  item: Item,
  draftOf: typeof advanceDraft,
  amount: Cents,
): Promise<void> {
  await transaction(context.db, async (tx) => {
    const money = await grantMoney(tx, { id: item.initiativeId }, context.today);
    const draft = draftOf(tx, money, { cents: amount, key: randomUUID() });
    await bookEntry(tx, bookingOf(context, entryKinds[draft.kind].by[0]), draft);
  });
}

async function numberOf({ db }: Context, { initiativeId }: Item): Promise<number> {
  const [found] = await db
    .select({ number: initiative.number })
    .from(initiative)
    .where(eq(initiative.id, initiativeId));
  return found?.number ?? 0;
}
