import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { budgetOfPool } from '#db/reads/ledger/account';
import { moneyCells } from '#db/reads/money/as-of';
import { allMoneyRows, type MoneyQuery, moneyRows } from '#db/reads/money/rows';
import { poolOf } from '#db/reads/ledger/pool';
import { poolsAtYearEnd } from '#db/reads/yearEnd/figures';
import { account, area, initiative, journalEntry, pool, posting, source } from '#db/schema';
import { transaction } from '#db/transaction';
import { lockJournals } from '#db/writes/ledger/lock';
import { addDays, calendarDate, type CalendarDate } from '~/domain/calendar';
import { themes } from '~/domain/initiative/purpose';
import { type Budget, budgetOf, totalBudget } from '~/domain/ledger/balance';
import {
  amountOf,
  budgetOfCells,
  budgetsBy,
  type Figure,
  figures,
  flowOf,
  type MoneyCell,
} from '~/domain/ledger/figure';
import { entryKinds } from '~/domain/ledger/kinds';
import { kolommen } from '~/domain/ledger/kolom';
import { planYearEnd } from '~/domain/ledger/year-end';
import { sum } from '~/domain/money/cents';
import { createSource } from '~/usecases/sources/create-source.server';
import { bookedBy } from '~/usecases/booking.server';
import { type Context } from '~/usecases/context.server';
import { bookPoolYearEnd } from '~/usecases/yearEnd/parts/year-end.server';
import { reverseEntry } from '~/usecases/ledger/reverse-entry.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { dice, first, income, onDay, playSteps, steps } from '../support/money-history';
import { controllerAtWork, euros, makeItems, makeWijk, type Wijk } from '../support/money-world';

const database = useDatabase();
useChecks(database);

const year = 2026;
const lastDay = calendarDate('2026-12-31');
const roll = dice(20_260);
const randomDays: CalendarDate[] = Array.from({ length: 50 }, () => addDays(first, roll(460)));
let context: Context;
let wijken: Wijk[] = [];
let facts: Fact[] = [];

/**
 * Two wijken with three kolommen and initiatives of every theme; then the end of the year, which one wijk takes back
 * and books again.
 */
beforeAll(async () => {
  context = onDay(await controllerAtWork(database.owner.db, database.app.db), first);
  wijken = [await makeWijk(database.owner.db), await makeWijk(database.owner.db)];
  const items = [];
  for (const wijk of wijken) {
    for (const [index, rollover] of (['lapses', 'percentage', 'stays'] as const).entries()) {
      const sourceId = await createSource(context, {
        code: `${rollover}-${randomUUID()}`,
        name: rollover,
        kolom: kolommen[index] ?? 'wmo',
        funder: 'Gemeente',
        year,
        rollover,
        rolloverPct: rollover === 'percentage' ? 25 : 0,
      });
      const promise = { sourceId, areaId: wijk.areaId, cents: euros(5_000 + roll(9_999) / 100) };
      await income(context, promise, false);
      await income(onDay(context, calendarDate(`2026-0${index + 4}-11`)), promise, index === 1);
    }
    const own = await makeItems(
      database.owner.db,
      wijk,
      Array.from({ length: 10 }, () => euros(1 + roll(2_500))),
    );
    items.push(...own);
  }
  for (const [index, { initiativeId }] of items.entries()) {
    const theme = themes[index % themes.length];
    await database.owner.db.update(initiative).set({ theme }).where(eq(initiative.id, initiativeId));
  }
  const { done } = await playSteps(context, items, roll, 700);
  expect([...done.keys()].sort()).toEqual(Object.keys(steps).sort());
  for (const wijk of wijken) await endYear(wijk, `${wijk.areaId}-1`);
  await takeYearEndBack(wijken[1]);
  facts = await allFacts();
});

async function endYear(wijk: Wijk | undefined, key: string): Promise<void> {
  if (!wijk) throw new Error('no wijk');
  const later = onDay(context, calendarDate('2027-01-20'));
  const booking = { ...bookedBy(later, 'money.closeYear', 'Jaareinde'), today: lastDay };
  await transaction(context.db, async (tx) => {
    await lockJournals(tx, [wijk.areaId]);
    const [found] = await poolsAtYearEnd(tx, { poolId: wijk.poolId });
    const [plan] = found ? planYearEnd(found.year, [found]) : [];
    if (found && plan) await bookPoolYearEnd(tx, booking, found, plan, key);
  });
}

async function takeYearEndBack(wijk: Wijk | undefined): Promise<void> {
  const [entry] = await database.app.db
    .select({ id: journalEntry.id })
    .from(journalEntry)
    .where(eq(journalEntry.idempotencyKey, `${wijk?.areaId}-1`));
  const later = onDay(context, calendarDate('2027-02-10'));
  const reason = 'Te vroeg';
  await reverseEntry(later, { entryId: entry?.id ?? 0n, reason, key: randomUUID() });
  await endYear(wijk, `${wijk?.areaId}-2`);
}

/** Every posting in a pool with all that a report may ask of it, read plainly. */
type Fact = MoneyCell & {
  poolId: string;
  year: number;
  entryId: bigint;
  entry: string;
  on: CalendarDate;
  reversedOn: CalendarDate | undefined;
};

async function allFacts(): Promise<Fact[]> {
  const { db } = database.app;
  const rows = await db
    .select({
      poolId: pool.id,
      year: pool.year,
      entryId: journalEntry.id,
      entry: journalEntry.kind,
      on: journalEntry.effectiveOn,
      source: source.code,
      kolom: source.kolom,
      wijk: area.slug,
      theme: initiative.theme,
      kind: account.kind,
      cents: posting.cents,
    })
    .from(posting)
    .innerJoin(journalEntry, eq(journalEntry.id, posting.entryId))
    .innerJoin(account, eq(account.id, posting.accountId))
    .innerJoin(pool, eq(pool.id, account.poolId))
    .innerJoin(area, eq(area.id, pool.areaId))
    .innerJoin(source, eq(source.id, posting.sourceId))
    .leftJoin(initiative, eq(initiative.id, account.initiativeId))
    .orderBy(asc(journalEntry.id));
  const reversals = await db
    .select({ of: journalEntry.reversesId, on: journalEntry.effectiveOn })
    .from(journalEntry);
  const reversedOn = new Map(reversals.map(({ of, on }) => [of, on]));
  return rows.map((row) => ({ ...row, reversedOn: reversedOn.get(row.entryId) }));
}

/** What counts at the end of a day: all that was booked, but for what an end of the year took out and still has. */
function countedOn(on: CalendarDate | null): Fact[] {
  const isBy = (day: CalendarDate | undefined) => day !== undefined && (on === null || day <= on);
  return facts
    .filter((fact) => isBy(fact.on))
    .filter(({ entry, cents, reversedOn }) => entry !== 'yearEnd' || cents < 0n || isBy(reversedOn));
}

const brute = (rows: readonly Fact[]): Budget =>
  budgetOf(rows.map(({ kind, cents }) => ({ account: { kind }, cents })));

const withoutEmpty = (budgets: readonly { budget: bigint }[]) =>
  budgets.filter(({ budget }) => budget !== 0n);

test('the world has every kind of entry, on many days', () => {
  const kinds = new Set(facts.map(({ entry }) => entry));
  // What touches no pool, and what only a bank tells of.
  const outside = ['receipt', 'payment', 'parking', 'assignment', 'bankCost', 'refundOrder', 'refund'];
  const inPools = Object.keys(entryKinds).filter((kind) => !outside.includes(kind));
  expect([...kinds].sort()).toEqual(inPools.sort());
  expect(new Set(facts.map(({ on }) => on)).size).toBeGreaterThan(50);
});

/** As /geld shows it: the cells of the books, per kolom. */
async function perKolom(which: { year: number } | { poolId: string }, on: CalendarDate | null = null) {
  const budgets = budgetsBy(await moneyCells(database.app.db, which, on), ({ kolom }) => kolom);
  return kolommen.flatMap((kolom) => {
    const budget = budgets.get(kolom);
    return budget ? [{ kolom, ...budget }] : [];
  });
}

describe('the report per kolom', () => {
  test('is that of the postings and sums to the pool, at 50 random dates', async () => {
    for (const on of [...randomDays, lastDay, null]) {
      for (const { poolId } of wijken) {
        const report = await perKolom({ poolId }, on);
        const own = countedOn(on).filter((fact) => fact.poolId === poolId);
        const expected = kolommen
          .filter((kolom) => own.some((fact) => fact.kolom === kolom))
          .map((kolom) => ({ kolom, ...brute(own.filter((fact) => fact.kolom === kolom)) }));
        expect(withoutEmpty(report), `${on}`).toEqual(withoutEmpty(expected));
        const { budget, left, reserved, granted, paid } = totalBudget(report);
        expect(budget).toBe(sum([left, reserved, granted, paid]));
        expect(budget).toBe(brute(own).budget);
      }
    }
  });

  test('of now is what the pool page says', async () => {
    for (const { poolId, areaId } of wijken) {
      const next = await poolOf(database.app.db, { areaId, year: year + 1 });
      for (const id of [poolId, next?.id ?? '']) {
        const report = await perKolom({ poolId: id });
        expect(totalBudget(report)).toEqual(await budgetOfPool(database.app.db, id));
      }
    }
  });

  test('of the city is that of its pools together', async () => {
    const [city, ...pools] = await Promise.all([
      perKolom({ year }),
      ...wijken.map(({ poolId }) => perKolom({ poolId })),
    ]);
    expect(totalBudget(city)).toEqual(totalBudget(pools.flat()));
    expect(totalBudget(city).settled).toBeGreaterThan(0n);
  });
});

describe('the rows of a number', () => {
  const whole: MoneyQuery = {
    ...{ figure: 'budget', year, on: null, wijk: null, kolom: null, source: null, theme: null },
  };

  test('add up to it, whatever is asked, at any date', async () => {
    for (const on of [...randomDays.slice(0, 2), lastDay, calendarDate('2027-01-31'), null]) {
      const cells = await moneyCells(database.app.db, { year }, on);
      for (const figure of Object.keys(figures) as Figure[]) {
        const asked = { ...whole, figure, on };
        await expectRows(asked, budgetOfCells(cells));
        for (const [wijk, budget] of budgetsBy(cells, (cell) => cell.wijk))
          await expectRows({ ...asked, wijk }, budget);
        for (const [kolom, budget] of budgetsBy(cells, (cell) => cell.kolom))
          await expectRows({ ...asked, kolom }, budget);
        for (const [theme, budget] of budgetsBy(cells, (cell) => cell.theme ?? 'none'))
          await expectRows({ ...asked, theme }, budget);
      }
      for (const [code, budget] of budgetsBy(cells, (cell) => cell.source))
        await expectRows({ ...whole, figure: 'paid', on, source: code }, budget);
    }
  });

  async function expectRows(query: MoneyQuery, budget: Budget): Promise<void> {
    const { sum: total } = await moneyRows(database.app.db, query, 1);
    expect(total, JSON.stringify(query)).toBe(amountOf(query.figure, budget));
  }

  test('stand newest first, each once, 50 a page, and are those of the file', async () => {
    const all = await allMoneyRows(database.app.db, whole);
    const { pages, size, total, ...found } = await moneyRows(database.app.db, whole, 1);
    expect(total).toBe(all.length);
    expect(found.sum).toBe(sum(all.map((row) => row.cents)));
    expect([size, pages]).toEqual([50, Math.ceil(all.length / 50)]);
    const paged = [];
    for (let page = 1; page <= pages; page++)
      paged.push(...(await moneyRows(database.app.db, whole, page)).rows);
    expect(paged).toEqual(all);
    const days = all.map(({ effectiveOn }) => effectiveOn);
    expect(days).toEqual([...days].sort().reverse());
    expect(new Set(all.map(({ entryId, line }) => `${entryId}-${line}`)).size).toBe(all.length);
  });

  test('leave out what only went from one account that counts to another', async () => {
    const kinds = new Set((await allMoneyRows(database.app.db, whole)).map(({ kind }) => kind));
    expect(kinds).not.toContain('reservation');
    expect(kinds).toContain('pledge');
    const paid = await allMoneyRows(database.app.db, { ...whole, figure: 'paid' });
    expect(paid.map(({ kind }) => kind)).not.toContain('advance');
  });
});

test('the flow loses nothing between kolommen, wijken and goals, at any date', async () => {
  for (const on of [...randomDays.slice(0, 20), null]) {
    const cells = await moneyCells(database.app.db, { year }, on);
    const flow = flowOf(cells);
    const { budget } = budgetOfCells(cells);
    expect(sum(flow.in.map((band) => band.cents))).toBe(budget);
    expect(sum(flow.out.map((band) => band.cents))).toBe(budget);
    for (const wijk of new Set(cells.map((cell) => cell.wijk))) {
      const into = sum(flow.in.filter(({ to }) => to === wijk).map((band) => band.cents));
      expect(sum(flow.out.filter(({ from }) => from === wijk).map((band) => band.cents))).toBe(into);
    }
  }
});
