import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { grantOf } from '#db/reads/grants/grant';
import { budgetOfPool } from '#db/reads/ledger/account';
import { lotsOf, poolOf, sharesOn } from '#db/reads/ledger/pool';
import { taskById } from '#db/reads/payments/task';
import { journalEntry } from '#db/schema';
import { calendarDate } from '~/domain/calendar';
import { type Rollover } from '~/domain/ledger/year-end';
import { type Context } from '~/usecases/context.server';
import { reverseEntry } from '~/usecases/ledger/reverse-entry.server';
import { closeYear } from '~/usecases/yearEnd/close-year.server';
import { confirmYearEnd } from '~/usecases/yearEnd/confirm-year-end.server';
import { prepareYearEnd } from '~/usecases/yearEnd/prepare-year-end.server';
import { withdrawYearEnd } from '~/usecases/yearEnd/withdraw-year-end.server';
import { createSource, type SourceTerms } from '~/usecases/sources/create-source.server';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';
import { previewYearEnd } from '~/usecases/yearEnd/preview-year-end.server';
import { receiveClawback } from '~/usecases/grants/receive-clawback.server';
import { runMoneyTasks } from '~/usecases/money/run-money-tasks.server';
import { settleGrant } from '~/usecases/grants/settle-grant.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import {
  advanceTo,
  controllerAtWork,
  decideAndGrant,
  euros,
  type Item,
  makeItems,
  makeWijk,
  orderTo,
  type Wijk,
} from '../support/money-world';
import { colleagueOf, endOfYearBy } from '../support/year-end';
import { refused } from '../support/refused';

const database = useDatabase();
useChecks(database);
let context: Context;
let nextYear: Context;
let colleague: Context;
let wijk: Wijk;
let grant: Item;
const sources: Record<string, string> = {};

async function sourceWith(
  name: string,
  amount: number,
  terms: Partial<SourceTerms> & { rollover: Rollover },
) {
  const id = await createSource(context, {
    code: `${name}-${randomUUID()}`,
    name,
    kolom: 'leefbaarheid',
    year: 2026,
    funder: 'Gemeente',
    ...terms,
  });
  await pledgeSource(context, { sourceId: id, areaId: wijk.areaId, cents: euros(amount), key: randomUUID() });
  sources[name] = id;
}

/** What is free in the wijk's pool of a year, in euros per source. */
async function available(year: number): Promise<Record<string, number>> {
  const pool = await poolOf(database.app.db, { areaId: wijk.areaId, year });
  const lots = pool ? await lotsOf(database.app.db, pool.id) : [];
  const names = new Map(Object.entries(sources).map(([name, id]) => [id, name]));
  const left = lots.map((lot) => [names.get(lot.sourceId), Number(lot.weight - lot.attributed) / 100]);
  return Object.fromEntries(left) as Record<string, number>;
}

beforeAll(async () => {
  context = await controllerAtWork(database.owner.db, database.app.db);
  nextYear = { ...context, now: new Date('2027-01-11T10:00:00Z'), today: calendarDate('2027-01-11') };
  colleague = await colleagueOf(database.owner.db, nextYear);
  wijk = await makeWijk(database.owner.db);
  await sourceWith('leef', 3_000, { rollover: 'lapses' });
  await sourceWith('jeugd', 4_000, { rollover: 'percentage', rolloverPct: 25 });
  await sourceWith('corp', 500, { rollover: 'stays' });
  const [item] = await makeItems(database.owner.db, wijk, [euros(4_000)]);
  if (!item) throw new Error('no item');
  grant = item;
  await decideAndGrant(context, grant);
  await advanceTo(context, grant, euros(3_000));
  await orderTo(context, grant, euros(3_000));
});

describe('the end of a year', () => {
  test('is not booked before the year is over, nor with other figures than were seen', async () => {
    const { hash } = await previewYearEnd(context, 2026);
    await expect(prepareYearEnd(context, { year: 2026, previewHash: hash })).rejects.toEqual(
      refused('yearNotOver'),
    );
    const other = { year: 2026, previewHash: 'x'.repeat(64) };
    await expect(prepareYearEnd(nextYear, other)).rejects.toEqual(refused('yearChanged'));
    await expect(closeYear(context, 2026)).rejects.toEqual(refused('yearNotOver'));
    await expect(closeYear(nextYear, 2026)).rejects.toEqual(refused('moneyLeft'));
  });

  test('is confirmed by another than who made it ready, who saw the same figures', async () => {
    const { hash: previewHash } = await previewYearEnd(nextYear, 2026);
    const seen = { year: 2026, previewHash };
    await expect(confirmYearEnd(colleague, seen)).rejects.toEqual(refused('notFound'));
    await prepareYearEnd(nextYear, seen);
    await expect(prepareYearEnd(colleague, seen)).rejects.toEqual(refused('alreadyDone'));
    await expect(confirmYearEnd(nextYear, seen)).rejects.toEqual(refused('samePerson'));
    const other = { year: 2026, previewHash: 'x'.repeat(64) };
    await expect(confirmYearEnd(colleague, other)).rejects.toEqual(refused('yearChanged'));
    await withdrawYearEnd(nextYear, 2026);
    await expect(withdrawYearEnd(nextYear, 2026)).rejects.toEqual(refused('transitionRefused'));
    await expect(confirmYearEnd(colleague, seen)).rejects.toEqual(refused('transitionRefused'));
    expect(await runMoneyTasks(nextYear)).toBe(0);
  });

  test('is made ready anew when something was booked in between; the old figures wait no more', async () => {
    const { hash: old } = await previewYearEnd(nextYear, 2026);
    await prepareYearEnd(nextYear, { year: 2026, previewHash: old });
    await sourceWith('nagekomen', 10, { rollover: 'stays' });
    await expect(confirmYearEnd(colleague, { year: 2026, previewHash: old })).rejects.toEqual(
      refused('yearChanged'),
    );
    const { hash: previewHash } = await previewYearEnd(colleague, 2026);
    await expect(confirmYearEnd(colleague, { year: 2026, previewHash })).rejects.toEqual(
      refused('yearChanged'),
    );
    await prepareYearEnd(colleague, { year: 2026, previewHash });
    await expect(confirmYearEnd(colleague, { year: 2026, previewHash })).rejects.toEqual(
      refused('samePerson'),
    );
    await withdrawYearEnd(nextYear, 2026);
  });

  test('of two who confirm at once one does; of two who make it ready at once, too', async () => {
    const { hash: previewHash } = await previewYearEnd(nextYear, 2026);
    const seen = { year: 2026, previewHash };
    const answers = await Promise.allSettled([nextYear, colleague].map((who) => prepareYearEnd(who, seen)));
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [third, fourth] = [
      await colleagueOf(database.owner.db, nextYear),
      await colleagueOf(database.owner.db, nextYear),
    ];
    const confirmed = await Promise.allSettled([third, fourth].map((who) => confirmYearEnd(who, seen)));
    expect(confirmed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(prepareYearEnd(nextYear, seen)).rejects.toEqual(refused('alreadyDone'));
    // The work is refused, so that the next test has it all to do.
    await sourceWith('nogmaals', 1, { rollover: 'lapses' });
    await runMoneyTasks(nextYear);
  });

  test('sends every rest where its rule says, and leaves the commitments; then the year closes', async () => {
    const before = await budgetOfPool(database.app.db, wijk.poolId);
    const left = await available(2026);
    const preview = await previewYearEnd(nextYear, 2026);
    expect(preview).toMatchObject({
      booked: false,
      closed: false,
      commitments: { count: 1, cents: euros(4_000) },
    });
    const taskId = await endOfYearBy(nextYear, colleague, 2026);
    expect(await runMoneyTasks(nextYear)).toBe(1);
    expect(await taskById(database.app.db, taskId)).toMatchObject({ refusal: null, done: 1, total: 1 });
    expect(await available(2026)).toEqual({ leef: 0, jeugd: 0, corp: 0, nagekomen: 0, nogmaals: 0 });
    const { corp, nagekomen } = left;
    expect(await available(2027)).toEqual({ jeugd: Math.min(left.jeugd ?? 0, 1_000), corp, nagekomen });
    expect(await budgetOfPool(database.app.db, wijk.poolId)).toEqual(before);
    expect(await previewYearEnd(nextYear, 2026)).toMatchObject({ booked: true, closed: false, pools: [] });
    await expect(closeYear(nextYear, 2026)).rejects.toEqual(refused('samePerson'));
    await closeYear(colleague, 2026);
    await expect(closeYear(colleague, 2026)).rejects.toEqual(refused('periodClosed'));
    expect(await previewYearEnd(nextYear, 2026)).toMatchObject({ closed: true });
    // What is taken back would be free again in a year in which nobody decides any more.
    const [swept] = await database.app.db
      .select({ entryId: journalEntry.id })
      .from(journalEntry)
      .where(eq(journalEntry.kind, 'yearEnd'));
    const back = { entryId: swept?.entryId ?? 0n, reason: 'Te vroeg', key: randomUUID() };
    await expect(reverseEntry(nextYear, back)).rejects.toEqual(refused('periodClosed'));
  });

  test('what a later settlement frees goes on at once, and so does what comes back', async () => {
    const number = await numberOf(grant);
    const carried = await available(2027);
    await settleGrant(nextYear, {
      number,
      costCents: euros(2_612.75),
      otherIncomeCents: euros(0),
      ground: 'notDone',
      explanation: 'Minder stoelen gehuurd.',
      key: randomUUID(),
    });
    expect(await available(2026)).toEqual({ leef: 0, jeugd: 0, corp: 0, nagekomen: 0, nogmaals: 0 });
    const after = await available(2027);
    // 'jeugd' is at its most already; what 'corp' frees stays.
    expect(after).toEqual({ ...carried, corp: expect.any(Number) });
    expect(after.corp ?? 0).toBeGreaterThan(carried.corp ?? 0);
    await receiveClawback(nextYear, { number, cents: euros(387.25), key: randomUUID() });
    expect(Object.values(await available(2026)).every((amount) => amount === 0)).toBe(true);
    const claim = { poolId: wijk.poolId, initiativeId: grant.initiativeId, kind: 'claim' as const };
    expect(await sharesOn(database.app.db, claim)).toEqual([]);
  });
});

async function numberOf({ initiativeId }: Item): Promise<number> {
  return (await grantOf(database.app.db, { id: initiativeId }))?.number ?? 0;
}
