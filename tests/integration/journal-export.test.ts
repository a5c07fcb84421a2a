import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { withJournals } from '#db/reads/ledger/journal-export';
import { sharesOn } from '#db/reads/ledger/pool';
import { account, balance, initiative, journalEntry, posting, source } from '#db/schema';
import { transaction } from '#db/transaction';
import { bookEntry } from '#db/writes/ledger/journal';
import { calendarDate } from '~/domain/calendar';
import { accountName, encoded, hledgerText } from '~/formats/hledger';
import { entryKinds } from '~/domain/ledger/kinds';
import { advanceLegs, paymentOrderLegs } from '~/domain/ledger/rules';
import { cents } from '~/domain/money/cents';
import { type Context } from '~/usecases/context.server';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';
import { receiveSource } from '~/usecases/sources/receive-source.server';
import { reverseEntry } from '~/usecases/ledger/reverse-entry.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { checkHledger, type CheckedTransaction } from '../support/hledger-check';
import {
  bookingOf,
  controllerAtWork,
  decideAndGrant,
  euros,
  type Item,
  makeItems,
  makeWijk,
  pledged,
  today,
  type Wijk,
  year,
} from '../support/money-world';
import { whole } from '../support/whole';

const database = useDatabase();
useChecks(database);
let context: Context;
let wijk: Wijk;
/** Where a pledge of today was followed by one for an earlier day. */
let backdated: Wijk;
let sourceIds: string[] = [];
let item: Item;

const key = () => randomUUID();
const slugOf = ({ areaId }: Wijk) => `w${areaId}`;

/** The same controller on another day. */
const on = (day: string): Context => ({
  ...context,
  today: calendarDate(day),
  now: new Date(`${day}T10:00:00Z`),
});

/** Wijken with one bank in 2026, a mistake taken back, money in the next year, and some that counts for an earlier day. */
beforeAll(async () => {
  context = await controllerAtWork(database.owner.db, database.app.db);
  wijk = await makeWijk(database.owner.db);
  const other = await makeWijk(database.owner.db);
  backdated = await makeWijk(database.owner.db);
  sourceIds = await pledged(context, wijk.areaId, [euros(15_000), euros(10_000), euros(5_000)]);
  const [first = '', second = ''] = sourceIds;
  await pledgeSource(context, { sourceId: first, areaId: other.areaId, cents: euros(400), key: key() });
  for (const day of [today, '2026-03-01']) {
    await pledgeSource(on(day), { sourceId: first, areaId: backdated.areaId, cents: euros(7), key: key() });
  }
  const [here, there] = [
    await makeItems(database.owner.db, wijk, [euros(4_000)]),
    await makeItems(database.owner.db, other, [euros(50)]),
  ];
  if (!here[0] || !there[0]) throw new Error('no items');
  item = here[0];
  await decideAndGrant(context, item);
  await decideAndGrant(context, there[0]);
  await receiveSource(context, { sourceId: first, cents: euros(9_000), key: key() });
  await payHalf();
  const wrong = await receiveSource(context, { sourceId: second, cents: euros(1_000), key: key() });
  await reverseEntry(context, {
    entryId: wrong.entryId,
    reason: 'Dubbel; geboekt | bij de bank',
    key: key(),
  });
  const late = { sourceId: second, areaId: wijk.areaId };
  await pledgeSource(on('2027-02-01'), { ...late, cents: euros(70), key: key() });
  await receiveSource(on('2027-01-01'), { sourceId: first, cents: euros(10), key: key() });
  await pledgeSource(on('2026-12-31'), { ...late, cents: euros(5), key: key() });
  await pledgeSource(on('2027-02-03'), { ...late, cents: euros(1), key: key() });
});

/** Half of the grant is advanced and ordered from the bank, each source its part. */
async function payHalf(): Promise<void> {
  const of = { poolId: wijk.poolId, initiativeId: item.initiativeId, kind: 'committed' as const };
  await transaction(context.db, async (tx) => {
    const shares = (await sharesOn(tx, of)).map((share) => ({ ...share, cents: cents(share.cents / 2n) }));
    const draft = { areaId: wijk.areaId, request: {} };
    const pool = { areaId: wijk.areaId, year };
    const steps = { advance: advanceLegs, paymentOrder: paymentOrderLegs };
    for (const kind of ['advance', 'paymentOrder'] as const) {
      const legs = () => Promise.resolve(steps[kind](shares, pool, item.initiativeId));
      await bookEntry(tx, bookingOf(context, entryKinds[kind].by[0]), { ...draft, kind, key: key(), legs });
    }
  });
}

async function textOf(asked: number): Promise<string> {
  const pieces = await withJournals(database.app.db, asked, (journals) =>
    whole(hledgerText({ year: asked, about: ['Test'], ...journals })),
  );
  return pieces.join('');
}

const sourceOf = (name: string) => name.slice(name.lastIndexOf(':') + 1);

/** What a transaction is off by for each source. */
function offPerSource({ postings }: CheckedTransaction): bigint[] {
  const off = new Map<string, bigint>();
  for (const { account: name, cents: moved } of postings) {
    off.set(sourceOf(name), (off.get(sourceOf(name)) ?? 0n) + moved);
  }
  return [...off.values()];
}

describe('the hledger text of a year', () => {
  test.each([2026, 2027])('%d is accepted, and every transaction balances per source too', async (asked) => {
    const { transactions } = checkHledger(await textOf(asked));
    expect(transactions.length).toBeGreaterThan(4);
    for (const transaction of transactions) {
      expect(
        offPerSource(transaction).every((off) => off === 0n),
        transaction.description,
      ).toBe(true);
    }
  });

  test('the last year closes at the balance table, account by account', async () => {
    const { balances } = checkHledger(await textOf(2027));
    const rows = await database.app.db
      .select({ code: account.code, source: source.code, cents: balance.cents })
      .from(balance)
      .innerJoin(account, eq(account.id, balance.accountId))
      .innerJoin(source, eq(source.id, balance.sourceId));
    const names = await readable();
    const stored = rows.map((row): [string, bigint] => [
      `${accountName(row.code, names)}:${encoded(row.source)}`,
      row.cents,
    ]);
    const nonZero = (entries: Iterable<[string, bigint]>) =>
      [...entries].filter(([, each]) => each !== 0n).sort();
    expect(nonZero(balances)).toEqual(nonZero(stored));
    expect(nonZero(stored).length).toBeGreaterThan(10);
  });

  test('a year opens where the year before closed', async () => {
    const before = checkHledger(await textOf(2026)).balances;
    const [opening] = checkHledger(await textOf(2027)).transactions;
    expect(opening).toMatchObject({ date: '2027-01-01', description: 'BEGINSTAND' });
    const opened = new Map(opening?.postings.map((each) => [each.account, each.cents]));
    expect(opened).toEqual(new Map([...before].filter(([, each]) => each !== 0n)));
  });

  test('names accounts so that a hierarchy arises', async () => {
    const { balances } = checkHledger(await textOf(2026));
    const pool = `fonds:${slugOf(wijk)}:2026`;
    const free = [...balances].filter(([name]) => name.startsWith(`${pool}:beschikbaar:`));
    expect(free.map(([name]) => sourceOf(name)[0])).toEqual(['a', 'b', 'c']);
    const [row] = await database.app.db
      .select({ number: initiative.number })
      .from(initiative)
      .where(eq(initiative.id, item.initiativeId));
    const committed = [...balances].filter(([name]) => name.startsWith(`${pool}:verplicht:${row?.number}:`));
    expect(committed.map(([, each]) => each)).toEqual([euros(-2_000), euros(-1_333.33), euros(-666.67)]);
    expect([...balances.keys()].filter((name) => name.includes(item.initiativeId))).toEqual([]);
  });

  test('tags what took an entry back, and what it took back', async () => {
    const { transactions } = checkHledger(await textOf(2026));
    const reversal = transactions.find(({ tags }) => tags.get('kind') === 'reversal');
    const mistake = transactions.find(({ code }) => code === reversal?.tags.get('reverses'));
    expect(reversal?.description).toBe('STORNO: Dubbel, geboekt / bij de bank');
    expect(mistake?.tags.get('kind')).toBe('receipt');
    expect(mistake?.tags.get('reversed-by')).toBe(reversal?.code);
    expect(transactions.filter(({ tags }) => tags.has('reversed-by'))).toHaveLength(1);
  });

  test('asserts what is stored on the accounts of a wijk, and finds it out when an amount was changed', async () => {
    const text = await textOf(2026);
    const { transactions } = checkHledger(text);
    const entries = transactions.filter(
      ({ code, date }) => code && date === today && !code.startsWith(slugOf(backdated)),
    );
    for (const { postings } of entries) {
      for (const { account: name, asserted } of postings) {
        expect(asserted === null, name).toBe(/^(bank|te_ontvangen)\b/.test(name));
      }
    }
    const changed = text
      .replaceAll('€ 15000.00\n', '€ 15000.01\n')
      .replaceAll('€ -15000.00 =', '€ -15000.01 =');
    expect(() => checkHledger(changed)).toThrow('assertion');
  });

  test('asserts nothing where an entry counts for an earlier day than one booked before it', async () => {
    const assertedAt = async (asked: number, date: string, where = wijk) =>
      checkHledger(await textOf(asked))
        .transactions.filter((each) => each.code?.startsWith(slugOf(where)) && each.date === date)
        .flatMap(({ postings }) => postings)
        .filter(({ asserted }) => asserted !== null).length;
    expect(await assertedAt(2026, '2026-03-01', backdated)).toBe(0);
    expect(await assertedAt(2026, today, backdated)).toBe(0);
    expect(await assertedAt(2026, '2026-12-31')).toBe(0);
    expect(await assertedAt(2027, '2027-02-01')).toBe(0);
    expect(await assertedAt(2027, '2027-02-03')).toBe(1);
  });

  test('of a year before the first entry is empty and valid', async () => {
    const { transactions, balances } = checkHledger(await textOf(2019));
    expect([transactions, balances.size]).toEqual([[], 0]);
  });

  test('of a later year in which nothing is booked says what stands', async () => {
    const { transactions, balances } = checkHledger(await textOf(2030));
    expect(transactions.map(({ description }) => description)).toEqual(['BEGINSTAND', 'EINDSTAND']);
    expect(balances).toEqual(
      new Map([...checkHledger(await textOf(2027)).balances].filter(([, each]) => each !== 0n)),
    );
  });
});

test('every posting is exported in exactly one year', async () => {
  const places: string[] = [];
  for (const asked of [2025, 2026, 2027, 2028]) {
    const entries = await withJournals(database.app.db, asked, ({ entries }) => whole(entries));
    places.push(...entries.flatMap(({ hash, postings }) => postings.map(({ line }) => `${hash} ${line}`)));
  }
  const stored = await database.app.db
    .select({ hash: journalEntry.hash, line: posting.line })
    .from(posting)
    .innerJoin(journalEntry, eq(journalEntry.id, posting.entryId));
  expect(places.sort()).toEqual(stored.map(({ hash, line }) => `${hash} ${line}`).sort());
});

/** Names by id, gathered another way than the export does. */
async function readable(): Promise<Map<string, string>> {
  const db = database.app.db;
  const areas = await db.query.area.findMany();
  const initiatives = await db.query.initiative.findMany();
  const sources = await db.query.source.findMany();
  return new Map([
    ...areas.map(({ id, slug }): [string, string] => [id, slug]),
    ...initiatives.map(({ id, number }): [string, string] => [id, String(number)]),
    ...sources.map(({ id, code }): [string, string] => [id, code]),
  ]);
}
