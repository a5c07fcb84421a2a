import { randomUUID } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { budgetOfPool } from '#db/reads/ledger/account';
import { sharesOn, lotsOf } from '#db/reads/ledger/pool';
import { journal, journalEntry, posting } from '#db/schema';
import { transaction } from '#db/transaction';
import { bookEntry } from '#db/writes/ledger/journal';
import { type Act } from '~/domain/access/policy';
import { DomainError, type RefusalCode } from '~/domain/errors';
import { accounts } from '~/domain/ledger/accounts';
import { type Leg } from '~/domain/ledger/posting';
import { pledgeLegs } from '~/domain/ledger/rules';
import { cents } from '~/domain/money/cents';
import { type Context } from '~/usecases/context.server';
import { reserveAndGrant } from '~/usecases/grants/parts/grant.server';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';
import { receiveSource } from '~/usecases/sources/receive-source.server';
import { reverseEntry } from '~/usecases/ledger/reverse-entry.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import {
  advanceTo,
  bookingOf,
  controllerAtWork,
  decideAndGrant,
  euros,
  type Item,
  makeItems,
  makeWijk,
  orderTo,
  pledged,
  type Wijk,
} from '../support/money-world';
import { refused } from '../support/refused';

const database = useDatabase({ max: 12 });
useChecks(database);
let context: Context;
let wijk: Wijk;
let areaId: string;

beforeAll(async () => {
  context = await controllerAtWork(database.owner.db, database.app.db);
});

async function freshWijk(...amounts: number[]) {
  wijk = await makeWijk(database.owner.db);
  areaId = wijk.areaId;
  return pledged(context, areaId, amounts.map(euros));
}

const items = (...amounts: number[]) => makeItems(database.owner.db, wijk, amounts.map(euros));
const budget = () => budgetOfPool(database.app.db, wijk.poolId);
const standings = async () =>
  (await lotsOf(database.app.db, wijk.poolId)).map(({ weight, attributed }) => [weight, attributed]);

const journals = () => database.app.db.select().from(journal).orderBy(journal.code);

async function split(item: Item, kind: 'committed' | 'advance' | 'payable') {
  const shares = await sharesOn(database.app.db, {
    poolId: wijk.poolId,
    initiativeId: item.initiativeId,
    kind,
  });
  return shares.map((share) => Number(share.cents) / 100);
}

/** A decision that is not there: for what must fail before anything is kept. */
const undecided = (item: Item, amount: number, key: string = randomUUID()) => ({
  poolId: wijk.poolId,
  initiativeId: item.initiativeId,
  cents: euros(amount),
  key,
});

describe('the way of money', () => {
  test('E4: grant and advance are spread over the sources, and ordered exactly', async () => {
    await freshWijk(15_000, 10_000, 5_000);
    const [item] = await items(4_000);
    if (!item) throw new Error('no item');
    await decideAndGrant(context, item);
    expect(await split(item, 'committed')).toEqual([2_000, 1_333.33, 666.67]);
    await advanceTo(context, item, euros(2_000));
    expect(await split(item, 'advance')).toEqual([1_000, 666.67, 333.33]);
    expect(await budget()).toMatchObject({ granted: euros(4_000), paid: 0n });
    await orderTo(context, item, euros(2_000));
    expect(await split(item, 'payable')).toEqual([]);
    expect(await budget()).toEqual({
      budget: euros(30_000),
      reserved: 0n,
      granted: euros(4_000),
      paid: 0n,
      left: euros(26_000),
      settled: 0n,
    });
    await expect(advanceTo(context, item, euros(2_000.01))).rejects.toEqual(refused('poolInsufficient'));
    await expect(orderTo(context, item, euros(2_000))).rejects.toEqual(refused('batchStale'));
  });

  test('E2: a hundred cents in a hundred steps do not drift to one source', async () => {
    await freshWijk(33.34, 33.33, 33.33);
    for (const item of await items(...Array.from({ length: 20 }, () => 0.01)))
      await decideAndGrant(context, item);
    const attributed = (await standings()).map(([, given]) => Number(given));
    expect(attributed).toEqual([7, 7, 6]);
  });

  test('new money starts the weights again from what is left', async () => {
    const [first = ''] = await freshWijk(100, 100);
    const [item] = await items(50);
    if (!item) throw new Error('no item');
    await decideAndGrant(context, item);
    await pledgeSource(context, { sourceId: first, areaId, cents: euros(25), key: randomUUID() });
    expect(await standings()).toEqual([
      [euros(100), 0n],
      [euros(75), 0n],
    ]);
  });

  test('money arrives at the bank, never more than was promised', async () => {
    const [sourceId = ''] = await freshWijk(100);
    await receiveSource(context, { sourceId, cents: euros(60), key: randomUUID() });
    const tooMuch = receiveSource(context, { sourceId, cents: euros(40.01), key: randomUUID() });
    await expect(tooMuch).rejects.toEqual(refused('poolInsufficient'));
    await receiveSource(context, { sourceId, cents: euros(40), key: randomUUID() });
    const central = (await journals()).find((head) => head.code === 'centraal');
    expect(central?.lastNumber).toBe(2);
  });
});

describe('the gate', () => {
  const pledge = (sourceId: string, amount: number, key: string) =>
    pledgeSource(context, { sourceId, areaId, cents: euros(amount), key });

  test('ten identical calls at once book one entry; another request under that key is refused', async () => {
    const [sourceId = ''] = await freshWijk(0);
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => pledge(sourceId, 10, key)));
    expect(new Set(answers.map((answer) => answer.entryId)).size).toBe(1);
    expect(answers.filter((answer) => !answer.again)).toHaveLength(1);
    expect(await budget()).toMatchObject({ budget: euros(10) });
    await expect(pledge(sourceId, 10.01, key)).rejects.toEqual(refused('keyReused'));
    wijk = await makeWijk(database.owner.db);
    areaId = wijk.areaId;
    await expect(pledge(sourceId, 10, key)).rejects.toEqual(refused('keyReused'));
  });

  test('one key at once in two wijken books one entry', async () => {
    const [sourceId = ''] = await freshWijk(0);
    const other = await makeWijk(database.owner.db);
    const key = randomUUID();
    const answers = await Promise.allSettled(
      [areaId, other.areaId].map((to) =>
        pledgeSource(context, { sourceId, areaId: to, cents: euros(1), key }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find((answer) => answer.status === 'rejected')?.reason).toEqual(refused('keyReused'));
  });

  test('a decision sent twice moves money once', async () => {
    await freshWijk(100);
    const [item] = await items(40);
    if (!item) throw new Error('no item');
    await decideAndGrant(context, item);
    const key = `decide:${item.itemId}`;
    const first = await database.app.db
      .select()
      .from(journalEntry)
      .where(inArray(journalEntry.idempotencyKey, [`${key}:reservation`, `${key}:grant`]))
      .orderBy(journalEntry.id);
    const decisionId = first[0]?.decisionId ?? '';
    const send = (amount: number) =>
      transaction(context.db, (tx) =>
        reserveAndGrant(tx, bookingOf(context), { ...undecided(item, amount, key), decisionId }),
      );
    expect(await send(40)).toEqual({ entryId: first[1]?.id, number: first[1]?.number, again: true });
    await expect(send(30)).rejects.toEqual(refused('keyReused'));
    expect(await budget()).toMatchObject({ granted: euros(40), reserved: 0n, left: euros(60) });
  });

  test('the pool of a wijk is never overdrawn, and a refused act leaves nothing', async () => {
    await freshWijk(60, 40);
    const [item] = await items(100.01);
    if (!item) throw new Error('no item');
    const entries = await journals();
    await expect(decideAndGrant(context, item)).rejects.toEqual(refused('poolInsufficient'));
    expect(await journals()).toEqual(entries);
    expect(await budget()).toMatchObject({ left: euros(100) });
  });

  test('an entry is refused when it is not balanced, or when another wijk would hold the lock', async () => {
    const [sourceId = ''] = await freshWijk(0);
    const pool = { areaId, year: 2026 };
    const book = (area: string, amounts: number[]) =>
      transaction(context.db, (tx) =>
        bookEntry(tx, bookingOf(context, 'money.pledge'), {
          areaId: area,
          kind: 'pledge',
          key: randomUUID(),
          request: {},
          legs: async () =>
            amounts.map((amount) => ({ account: accounts.available(pool), sourceId, cents: cents(amount) })),
        }),
      );
    await expect(book(areaId, [-1, 2])).rejects.toEqual(refused('entryUnbalanced'));
    const other = await makeWijk(database.owner.db);
    await expect(book(other.areaId, [-1, 1])).rejects.toThrow('of its own wijk only');
  });

  test('an entry holds no account that its kind does not name', async () => {
    const [sourceId = ''] = await freshWijk(0);
    const pool = { areaId, year: 2026 };
    const both = [accounts.available(pool), accounts.receivable(sourceId)].map((account, index) => ({
      ...{ account, sourceId },
      // The wrong way round: what is promised would be owed by us.
      cents: cents(index === 0 ? 1 : -1),
    }));
    const booked = transaction(context.db, (tx) =>
      bookEntry(tx, bookingOf(context, 'money.pledge'), {
        ...{ areaId, kind: 'pledge', key: randomUUID(), request: {} },
        legs: () => Promise.resolve(both),
      }),
    );
    await expect(booked).rejects.toThrow('TOEZEGGING books nothing on the debit side');
  });

  test('an entry is booked by no act, and refused for no reason, that its kind does not name', async () => {
    const [sourceId = ''] = await freshWijk(0);
    const before = await journals();
    const pool = { areaId, year: 2026 };
    const book = (by: Act, legs: () => readonly Leg[]) =>
      transaction(context.db, (tx) =>
        bookEntry(tx, bookingOf(context, by), {
          ...{ areaId, kind: 'pledge', key: randomUUID(), request: {} },
          legs: () => Promise.resolve().then(legs),
        }),
      );
    const pledge = () => pledgeLegs([{ sourceId, cents: euros(1) }], pool);
    await expect(book('money.receive', pledge)).rejects.toThrow('TOEZEGGING is not booked by money.receive');
    const refuse = (code: RefusalCode) => () => {
      throw new DomainError(code);
    };
    await expect(book('money.pledge', refuse('claimTooLow'))).rejects.toThrow(
      'no guard that says claimTooLow',
    );
    await expect(book('money.pledge', refuse('amountInvalid'))).rejects.toEqual(refused('amountInvalid'));
    expect(await journals()).toEqual(before);
  });
});

describe('taking back', () => {
  test('an entry is reversed once, with a reason, and its reversal stays', async () => {
    const [sourceId = ''] = await freshWijk(0);
    const first = await pledgeSource(context, { sourceId, areaId, cents: euros(10), key: randomUUID() });
    const reverse = (entryId: bigint, reason = 'Verkeerd bedrag') =>
      reverseEntry(context, { entryId, reason, key: randomUUID() });
    await expect(reverse(first.entryId, ' ')).rejects.toEqual(refused('reasonsRequired'));
    await expect(reverse(first.entryId, 'x'.repeat(501))).rejects.toEqual(refused('tooLong'));
    await expect(reverse(10n ** 12n)).rejects.toEqual(refused('notFound'));
    const back = await reverse(first.entryId);
    expect(await budget()).toMatchObject({ budget: 0n });
    await expect(reverse(first.entryId)).rejects.toEqual(refused('alreadyReversed'));
    await expect(reverse(back.entryId)).rejects.toEqual(refused('transitionRefused'));
    expect(await budget()).toMatchObject({ budget: 0n, left: 0n });
  });

  test('money in use cannot be taken back, nor a grant without a decision', async () => {
    await freshWijk(100);
    const [item] = await items(40);
    if (!item) throw new Error('no item');
    await decideAndGrant(context, item);
    const entries = await database.app.db
      .selectDistinct({ id: journalEntry.id, kind: journalEntry.kind })
      .from(journalEntry)
      .innerJoin(posting, eq(posting.entryId, journalEntry.id))
      .where(eq(journalEntry.journalId, await journalOf(areaId)));
    const refusals = {
      pledge: 'poolInsufficient',
      reservation: 'transitionRefused',
      grant: 'transitionRefused',
    };
    for (const [kind, code] of Object.entries(refusals)) {
      const entryId = entries.find((entry) => entry.kind === kind)?.id ?? 0n;
      const attempt = reverseEntry(context, { entryId, reason: 'Proef', key: randomUUID() });
      await expect(attempt).rejects.toEqual(refused(code));
    }
  });

  test('only a controller pledges, divides, receives and takes back', async () => {
    const [sourceId = ''] = await freshWijk(0);
    const held = [{ role: 'areaManager' as const, areaId, bodyId: null }];
    const other = { ...context, actor: { ...context.actor, held } };
    const of = { sourceId, areaId, cents: euros(1), key: randomUUID() };
    await expect(pledgeSource(other, of)).rejects.toThrow(DomainError);
    await expect(receiveSource(other, of)).rejects.toThrow(DomainError);
    await expect(reverseEntry(other, { entryId: 1n, reason: 'x', key: 'x' })).rejects.toThrow(DomainError);
  });
});

async function journalOf(area: string): Promise<string> {
  const [found] = await database.app.db.select().from(journal).where(eq(journal.areaId, area));
  return found?.id ?? '';
}
