import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { grantOf } from '#db/reads/grants/grant';
import { budgetsByArea } from '#db/reads/ledger/account';
import { yearEndResult } from '#db/reads/yearEnd/result';
import { area, journal, journalEntry, source } from '#db/schema';
import { calendarDate } from '~/domain/calendar';
import { sum } from '~/domain/money/cents';
import { type Context } from '~/usecases/context.server';
import { decideItem } from '~/usecases/council/decide-item.server';
import { settleGrant } from '~/usecases/grants/settle-grant.server';
import { reverseEntry } from '~/usecases/ledger/reverse-entry.server';
import { runMoneyTasks } from '~/usecases/money/run-money-tasks.server';
import { createSource } from '~/usecases/sources/create-source.server';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';
import { closeYear } from '~/usecases/yearEnd/close-year.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { chairOf } from '../support/money-races';
import { controllerAtWork, euros, makeItems, makeWijk, type Wijk } from '../support/money-world';
import { colleagueOf, endOfYearBy } from '../support/year-end';

/** E6b: half of € 3.700,00 may stay, whatever is left in which of three wijken. */
const database = useDatabase();
useChecks(database);

const promised = [1500, 1200, 1000];
const granted = [300, 796.43, 700];
let year = 2090;
let then: Context;
let later: Context;
let colleague: Context;
let wijken: Wijk[];
let sourceId: string;
let numbers: number[];

// Closing wants all years before to be empty, so that each test takes the year before the last one.
beforeEach(async () => {
  year -= 2;
  const [mid, after] = [calendarDate(`${year}-06-01`), calendarDate(`${year + 1}-01-11`)];
  const base = await controllerAtWork(database.owner.db, database.app.db);
  then = { ...base, today: mid, now: new Date(`${mid}T10:00:00Z`) };
  later = { ...base, today: after, now: new Date(`${after}T10:00:00Z`) };
  colleague = await colleagueOf(database.owner.db, later);
  wijken = [];
  numbers = [];
  const terms = { kolom: 'jeugd', funder: 'Gemeente', rollover: 'percentage', rolloverPct: 50 } as const;
  sourceId = await createSource(then, { code: randomUUID(), name: 'Jeugd', year, ...terms });
  for (const [index, amount] of promised.entries()) {
    const wijk = await makeWijk(database.owner.db);
    await database.owner.db
      .update(area)
      .set({ name: `${year} ${index}` })
      .where(eq(area.id, wijk.areaId));
    wijken.push(wijk);
    const pledge = { sourceId, areaId: wijk.areaId, cents: euros(amount), key: randomUUID() };
    await pledgeSource(then, pledge);
    const [item] = await makeItems(database.owner.db, wijk, [euros(granted[index] ?? 0)]);
    if (!item) throw new Error('no item');
    await decideItem(chairOf(then, wijk), item.itemId, { reasons: '' });
    numbers.push((await grantOf(database.app.db, { id: item.initiativeId }))?.number ?? 0);
  }
});

async function endOfYear(): Promise<void> {
  await endOfYearBy(later, colleague, year);
  expect(await runMoneyTasks(later)).toBe(1);
}

/** What went on and what went back in each wijk, in cents. */
async function moved() {
  const rows = (await yearEndResult(database.app.db, year)).filter((row) => row.sourceId === sourceId);
  const of = (part: 'carried' | 'returned') =>
    wijken.map((_, index) => {
      const own = rows.filter(({ wijk }) => wijk === `${year} ${index}`);
      return Number(sum(own.map((row) => row[part])));
    });
  return { carried: of('carried'), returned: of('returned') };
}

async function settle(index: number, cost: number): Promise<void> {
  await settleGrant(later, {
    ...{ number: numbers[index] ?? 0, costCents: euros(cost), otherIncomeCents: euros(0) },
    ...{ ground: 'notDone', explanation: 'Minder bezoekers.', key: randomUUID() },
  });
}

describe('a percentage over several wijken', () => {
  test('€ 1.850,00 stays and € 53,57 goes back, divided by what each has left', async () => {
    await endOfYear();
    expect(await moved()).toEqual({ carried: [116_623, 39_221, 29_156], returned: [3_377, 1_136, 844] });
    const next = await budgetsByArea(database.app.db, year + 1);
    expect(sum(next.map(({ budget }) => budget))).toBe(euros(1850));
  });

  test('what comes free late, in a closed year, finds the room used up by the other wijken', async () => {
    await endOfYear();
    await closeYear(colleague, year);
    await settle(0, 200);
    expect(await moved()).toEqual({ carried: [116_623, 39_221, 29_156], returned: [13_377, 1_136, 844] });
  });

  test('room that was left is used by whoever has money late, in two wijken at once and never twice', async () => {
    await database.owner.db.update(source).set({ rolloverPct: 53 }).where(eq(source.id, sourceId));
    await endOfYear();
    await closeYear(colleague, year);
    const before = await moved();
    // 53 % of € 3.700,00 is € 1.961,00: € 57,43 more may stay, and € 100,00 comes free in each of two wijken.
    expect(before.carried.reduce((a, b) => a + b, 0)).toBe(190_357);
    await Promise.all([settle(0, 200), settle(1, 696.43)]);
    const { carried, returned } = await moved();
    expect(carried.reduce((a, b) => a + b, 0)).toBe(196_100);
    expect(returned.reduce((a, b) => a + b, 0)).toBe(20_000 - 5_743);
  });

  test('a year end of one wijk that is taken back and booked anew counts what the others took on', async () => {
    await endOfYear();
    const [entry] = await database.app.db
      .select({ entryId: journalEntry.id })
      .from(journalEntry)
      .innerJoin(journal, eq(journal.id, journalEntry.journalId))
      .where(and(eq(journalEntry.kind, 'yearEnd'), eq(journal.areaId, wijken[1]?.areaId ?? '')));
    // A controller takes it back alone, whoever booked it; it is booked again by two.
    await reverseEntry(later, { entryId: entry?.entryId ?? 0n, reason: 'Vergissing', key: randomUUID() });
    expect((await moved()).carried).toEqual([116_623, 0, 29_156]);
    await settle(1, 700);
    await endOfYear();
    expect(await moved()).toEqual({ carried: [116_623, 39_221, 29_156], returned: [3_377, 10_779, 844] });
  });
});
