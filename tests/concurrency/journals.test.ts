import { randomInt, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { entryWithLegs } from '#db/reads/ledger/journal';
import { budgetOfPool } from '#db/reads/ledger/account';
import { transaction } from '#db/transaction';
import { bookEntry } from '#db/writes/ledger/journal';
import { startEpoch } from '#db/writes/ledger/accounts';
import { lockJournals } from '#db/writes/ledger/lock';
import { pledgeLegs, reversalLegs } from '~/domain/ledger/rules';
import { type Context } from '~/usecases/context.server';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';
import { reverseEntry } from '~/usecases/ledger/reverse-entry.server';
import { useChecks } from '../support/checks';
import { crowd } from '../support/crowd';
import { useDatabase } from '../support/database';
import {
  bookingOf,
  controllerAtWork,
  euros,
  makeWijk,
  pledged,
  type Wijk,
  year,
} from '../support/money-world';

const seconds = process.env.PROOF === 'full' ? 30 : 5;
const [writers, readers, wijken] = [16, 4, 20];

const database = useDatabase({ max: writers + readers });
useChecks(database);
let context: Context;
beforeAll(async () => {
  context = await controllerAtWork(database.owner.db, database.app.db);
});

type Pledge = { entryId: bigint; wijk: Wijk };

/** Moves one pledge to another wijk: two journals in one transaction, in whatever order the caller thought of. */
function move(pledge: Pledge, to: Wijk): Promise<Pledge> {
  return transaction(context.db, async (tx) => {
    const entry = await entryWithLegs(tx, pledge.entryId);
    const [sourceId = ''] = entry?.legs.map((leg) => leg.sourceId) ?? [];
    const pool = { areaId: to.areaId, year };
    const linkGroup = randomUUID();
    await lockJournals(tx, [pledge.wijk.areaId, to.areaId]);
    const back = await bookEntry(tx, bookingOf(context, 'money.reverse', 'Verplaatst'), {
      areaId: pledge.wijk.areaId,
      kind: 'reversal',
      key: randomUUID(),
      request: {},
      reversesId: pledge.entryId,
      linkGroup,
      legs: async () => reversalLegs(entry?.legs ?? []),
    });
    const there = await bookEntry(tx, bookingOf(context, 'money.pledge', 'Verplaatst'), {
      areaId: to.areaId,
      kind: 'pledge',
      key: randomUUID(),
      request: {},
      linkGroup,
      legs: async () => pledgeLegs([{ sourceId, cents: euros(100) }], pool),
    });
    await startEpoch(tx, { areaId: pledge.wijk.areaId, year }, back.entryId);
    await startEpoch(tx, pool, there.entryId);
    return { entryId: there.entryId, wijk: to };
  });
}

test('P3: writers move money between wijken while readers add it all up', { timeout: 120_000 }, async () => {
  const places: Wijk[] = [];
  for (let n = 0; n < wijken; n++) places.push(await makeWijk(database.owner.db));
  const [first] = places;
  if (!first) throw new Error('no wijk');
  const sources = await pledged(context, first.areaId, [0, 0, 0].map(euros));
  const free: Pledge[] = [];
  for (const [index, wijk] of [...places, ...places].entries()) {
    const sourceId = sources[index % sources.length] ?? '';
    const of = { sourceId, areaId: wijk.areaId, cents: euros(100), key: randomUUID() };
    free.push({ entryId: (await pledgeSource(context, of)).entryId, wijk });
  }
  const until = Date.now() + seconds * 1000;
  let moved = 0;
  const writer = async () => {
    while (Date.now() < until) {
      const pledge = free.splice(randomInt(free.length), 1)[0];
      const to = places[randomInt(places.length)];
      if (!pledge || !to) throw new Error('no pledge to move');
      free.push(await move(pledge, to));
      moved++;
    }
  };
  const sums = new Map<string, number>();
  const reader = async () => {
    while (Date.now() < until) {
      const [row] = await database.app.db.execute<{ all: string; promised: string; overdrawn: number }>(sql`
        select sum(b.cents) as all, sum(b.cents) filter (where a.kind = 'receivable') as promised,
          count(*) filter (where a.kind = 'available' and b.cents > 0)::int as overdrawn
        from balance b join account a on a.id = b.account_id`);
      const seen = `sum ${row?.all}, promised ${row?.promised}, overdrawn ${row?.overdrawn}`;
      sums.set(seen, (sums.get(seen) ?? 0) + 1);
    }
  };
  await Promise.all([...Array.from({ length: writers }, writer), ...Array.from({ length: readers }, reader)]);
  expect([...sums.keys()]).toEqual([`sum 0, promised ${wijken * 2 * 10_000}, overdrawn 0`]);
  expect(moved).toBeGreaterThan(seconds);
  const [{ deadlocks } = { deadlocks: -1 }] = await database.owner.db.execute<{ deadlocks: number }>(
    sql`select deadlocks::int from pg_stat_database where datname = current_database()`,
  );
  expect(deadlocks).toBe(0);
});

test('L2: 200 entries, each reversed twice at once', async () => {
  const wijk = await makeWijk(database.owner.db);
  const [sourceId = ''] = await pledged(context, wijk.areaId, [euros(0)]);
  const entries: bigint[] = [];
  for (let n = 0; n < 200; n++) {
    const of = { sourceId, areaId: wijk.areaId, cents: euros(n + 1), key: randomUUID() };
    entries.push((await pledgeSource(context, of)).entryId);
  }
  const twice = entries.flatMap((entryId) => [entryId, entryId]);
  const results = await crowd(writers, twice, (entryId) =>
    reverseEntry(context, { entryId, reason: 'Dubbel geboekt', key: randomUUID() }),
  );
  const refusals = results.filter(({ outcome }) => outcome !== 'done').map(({ outcome }) => outcome);
  expect(refusals).toHaveLength(200);
  expect(refusals).toEqual(refusals.map(() => expect.objectContaining({ code: 'alreadyReversed' })));
  expect(await budgetOfPool(database.app.db, wijk.poolId)).toMatchObject({ budget: 0n });
});
