import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase } from '../support/database';
import { grantOf } from '#db/reads/grants/grant';
import { budgetOfPool } from '#db/reads/ledger/account';
import { lotsOf, poolOf } from '#db/reads/ledger/pool';
import { account, balance, pool as pools, settlement } from '#db/schema';
import { type CalendarDate, calendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { type Rollover } from '~/domain/ledger/year-end';
import { cents, type Cents, subtract } from '~/domain/money/cents';
import { type Context } from '~/usecases/context.server';
import { askYearEnd } from '~/usecases/yearEnd/ask-year-end.server';
import { closeYear } from '~/usecases/yearEnd/close-year.server';
import { createSource, type SourceTerms } from '~/usecases/sources/create-source.server';
import { decideItem } from '~/usecases/council/decide-item.server';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';
import { previewYearEnd } from '~/usecases/yearEnd/preview-year-end.server';
import { receiveClawback } from '~/usecases/grants/receive-clawback.server';
import { reserveMoney } from '~/usecases/grants/reserve-money.server';
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
  payTo,
  raw,
  type Wijk,
} from '../support/money-world';

const rounds = process.env.PROOF === 'full' ? 40 : 10;
const round = Array.from({ length: rounds }, (_, index) => index + 1);

const onDay = (context: Context, today: CalendarDate): Context => ({
  ...context,
  today,
  now: new Date(`${today}T10:00:00Z`),
});

/** 'done', or the code of the refusal; a bug stays an error. */
const outcomes = async (acts: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(acts)).map((act) => {
    if (act.status === 'fulfilled') return 'done';
    return act.reason instanceof DomainError ? act.reason.code : String(act.reason);
  });

function useMoney(): { database: TestDatabase; context: () => Context } {
  const database = useDatabase({ max: 20 });
  useChecks(database);
  let context: Context;
  beforeAll(async () => {
    context = await controllerAtWork(database.owner.db, database.app.db);
  });
  return { database, context: () => context };
}

const chairOf = (context: Context, { areaId, bodyId }: Wijk): Context => ({
  ...context,
  actor: { ...context.actor, held: [{ role: 'chair', areaId, bodyId }] },
});

async function fund(
  context: Context,
  wijk: Wijk,
  amount: Cents,
  terms: Partial<SourceTerms> & { year?: number } = {},
): Promise<string> {
  const { year = 2026, ...rest } = terms;
  const names = { code: randomUUID(), name: 'Bron', kolom: 'wmo' as const, funder: 'Gemeente' };
  const sourceId = await createSource(context, { ...names, ...rest, year });
  await pledgeSource(context, { sourceId, areaId: wijk.areaId, cents: amount, key: randomUUID() });
  return sourceId;
}

describe('one pool, two councils', () => {
  const { database, context } = useMoney();

  /** A second council for the same wijk, with initiatives of that wijk on its agenda. */
  async function twoCouncils(amounts: readonly Cents[]): Promise<{ items: Item[]; chairs: Context[] }> {
    const wijk = await makeWijk(database.owner.db);
    const other = await makeWijk(database.owner.db);
    await database.owner.db.execute(
      sql`update body set kind = 'stadsraad', area_id = ${wijk.areaId} where id = ${other.bodyId}`,
    );
    const half = Math.ceil(amounts.length / 2);
    const ours = await makeItems(database.owner.db, wijk, amounts.slice(0, half));
    const theirs = await makeItems(database.owner.db, { ...other, areaId: wijk.areaId }, amounts.slice(half));
    const items = [...ours, ...theirs].map((item) => ({
      ...item,
      wijk: { ...item.wijk, poolId: wijk.poolId },
    }));
    const chairs = items.map((item) => chairOf(context(), item.wijk));
    return { items, chairs };
  }

  test.each(round)('the last earmarked money goes to one, round %i', async () => {
    const { items, chairs } = await twoCouncils(Array.from({ length: 8 }, () => euros(60)));
    const [{ wijk } = { wijk: undefined }] = items;
    if (!wijk) throw new Error('no wijk');
    const earmarked = await fund(context(), wijk, euros(100), { theme: 'ontmoeten' });
    const free = await fund(context(), wijk, euros(20));
    // Half of them is set apart, the other half decided about, of both councils.
    const acts = items.map(({ itemId }, index) => {
      const chair = chairs[index] ?? context();
      return index % 2
        ? decideItem(chair, itemId, { reasons: '' })
        : reserveMoney(chair, { itemId, key: randomUUID() });
    });
    const answers = await outcomes(acts);
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(2);
    expect(answers.filter((answer) => answer === 'poolInsufficient')).toHaveLength(6);
    const lots = await lotsOf(database.app.db, wijk.poolId);
    expect(lots.map(({ sourceId, weight, attributed }) => [sourceId, weight - attributed])).toEqual([
      [earmarked, 0n],
      [free, 0n],
    ]);
    expect(await budgetOfPool(database.app.db, wijk.poolId)).toMatchObject({ left: 0n, budget: euros(120) });
  });
});

describe('one grant, many at once', () => {
  const { database, context } = useMoney();

  async function paidGrant(): Promise<{ item: Item; number: number }> {
    const wijk = await makeWijk(database.owner.db);
    await fund(context(), wijk, euros(100));
    const [item] = await makeItems(database.owner.db, wijk, [euros(90)]);
    if (!item) throw new Error('no item');
    await decideAndGrant(context(), item);
    await advanceTo(context(), item, euros(60));
    await payTo(context(), item, euros(60));
    return { item, number: (await grantOf(database.app.db, { id: item.initiativeId }))?.number ?? 0 };
  }

  const accounting = (number: number, costCents: Cents, key: string) => ({
    ...{ number, costCents, otherIncomeCents: cents(0), ground: 'notDone' as const },
    explanation: 'Minder bezoekers.',
    key,
  });

  test.each(round)(
    'eight people settle it: one settlement, and one claim comes back once, round %i',
    async (n) => {
      const { item, number } = await paidGrant();
      // Half of the time they send the same form, and else each their own.
      const sameForm = n % 2 === 0;
      const key = randomUUID();
      const settling = Array.from({ length: 8 }, (_, index) =>
        settleGrant(
          context(),
          accounting(number, euros(sameForm ? 40 : 40 + index / 100), sameForm ? key : randomUUID()),
        ),
      );
      const answers = await outcomes(settling);
      expect(answers.filter((answer) => answer === 'done')).toHaveLength(sameForm ? 8 : 1);
      expect(new Set(answers)).toEqual(new Set(sameForm ? ['done'] : ['done', 'alreadyDone']));
      const rows = await database.app.db
        .select()
        .from(settlement)
        .where(eq(settlement.initiativeId, item.initiativeId));
      expect(rows).toHaveLength(1);
      const claimed = subtract(euros(60), rows[0]?.settledCents ?? euros(0));
      const back = Array.from({ length: 8 }, () =>
        receiveClawback(context(), { number, cents: claimed, key: randomUUID() }),
      );
      expect((await outcomes(back)).sort()).toEqual([
        ...Array.from({ length: 7 }, () => 'claimTooLow'),
        'done',
      ]);
    },
  );
});

describe('a year that closes', () => {
  const { database, context } = useMoney();

  // Closing wants all years before to be empty, so that every round takes the year before the last one.
  test.each(round)('while money is promised, granted, settled and taken back in it, round %i', async (n) => {
    const year = 2100 - 2 * n;
    const then = onDay(context(), calendarDate(`${year}-06-01`));
    const now = onDay(context(), calendarDate(`${year + 1}-02-01`));
    const carryOver: Rollover = 'stays';
    const wijk = { ...(await makeWijk(database.owner.db)), poolId: '' };
    const sourceId = await fund(then, wijk, euros(500), { year, rollover: carryOver });
    wijk.poolId = (await poolOf(database.app.db, { areaId: wijk.areaId, year }))?.id ?? '';
    const items = await makeItems(database.owner.db, wijk, [90, 80, 70, 60].map(euros));
    const numbers: number[] = [];
    for (const item of items) {
      await decideItem(chairOf(then, wijk), item.itemId, { reasons: '' });
      numbers.push((await grantOf(database.app.db, { id: item.initiativeId }))?.number ?? 0);
    }
    const [late] = await makeItems(database.owner.db, wijk, [euros(10)]);
    await fund(now, wijk, euros(50), { year: year + 1, rollover: carryOver });
    await endOfYear(now, year);
    const elsewhere = await makeWijk(database.owner.db);
    const settling = numbers.map((number) =>
      settleGrant(now, {
        ...{ number, costCents: euros(30), otherIncomeCents: cents(0), ground: 'notDone' as const },
        explanation: 'Minder bezoekers.',
        key: randomUUID(),
      }),
    );
    const pledges = [wijk, elsewhere].map(({ areaId }) =>
      pledgeSource(now, { sourceId, areaId, cents: euros(5), key: randomUUID() }),
    );
    const answers = await outcomes([
      closeYear(now, year),
      closeYear(now, year),
      ...settling,
      ...pledges,
      decideItem(chairOf(now, wijk), late?.itemId ?? '', { reasons: '' }),
    ]);
    const [first, second, ...others] = answers;
    // One order: it was closed once, or money came in first and it is not closed.
    const closings = [first, second].sort();
    expect([
      ['done', 'periodClosed'],
      ['moneyLeft', 'moneyLeft'],
    ]).toContainEqual(closings);
    expect(others.slice(0, 4)).toEqual(['done', 'done', 'done', 'done']);
    for (const answer of others.slice(4, 6)) expect(['done', 'periodClosed']).toContain(answer);
    expect(others.at(-1)).toBe('done');
    const closed = closings.includes('done');
    if (!closed) await endOfYear(now, year);
    if (!closed) await closeYear(now, year);
    expect(await leftIn(year)).toBe(0n);
    // Nothing is lost: what was promised is free, granted or spent, in one year or the other.
    const promised = 500 + 50 + 5 * others.slice(4, 6).filter((answer) => answer === 'done').length;
    expect(await everything(year)).toBe(euros(promised));
    await emptied(year + 1);
  });

  async function endOfYear(who: Context, year: number): Promise<void> {
    const { hash } = await previewYearEnd(who, year);
    await askYearEnd(who, { year, previewHash: hash });
    await runMoneyTasks(who);
  }

  /** What is free or set apart in the pools of a year. */
  const leftIn = (year: number) => standing(sql`p.year = ${year} and a.kind in ('available', 'reserved')`);
  /** What was promised to this year's pools and those of the next, wherever it is now, but for what went back. */
  const everything = (year: number) =>
    standing(
      sql`p.year in (${year}, ${year + 1}) and a.kind in ('available', 'reserved', 'committed', 'blocked', 'income')`,
    );

  async function standing(where: ReturnType<typeof sql>): Promise<bigint> {
    const [row] = await database.app.db.execute<{ cents: string }>(sql`
      select coalesce(-sum(b.cents), 0) as cents from ${balance} b join ${account} a on a.id = b.account_id
        join ${pools} p on p.id = a.pool_id where ${where}`);
    return BigInt(row?.cents ?? 0);
  }

  /** Sends what is left of the year after back too, so that it stands in nobody's way. */
  async function emptied(year: number): Promise<void> {
    await raw(
      database.owner.db,
      `update source set rollover = 'lapses' where year in (${year}, ${year - 1})`,
    );
    await endOfYear(onDay(context(), calendarDate(`${year + 1}-01-05`)), year);
  }

  test('what a settlement frees for the next year is there for one decision, not for two', async () => {
    const wijk = await makeWijk(database.owner.db);
    const year = 2200;
    const then = onDay(context(), calendarDate(`${year}-06-01`));
    const now = onDay(context(), calendarDate(`${year + 1}-02-01`));
    await fund(then, wijk, euros(100), { year, rollover: 'stays' });
    const [old, ...items] = await makeItems(database.owner.db, wijk, [100, 60, 60, 60, 60].map(euros));
    await decideItem(chairOf(then, wijk), old?.itemId ?? '', { reasons: '' });
    await closeYear(now, year);
    const number = (await grantOf(database.app.db, { id: old?.initiativeId ?? '' }))?.number ?? 0;
    await fund(now, wijk, euros(60), { year: year + 1, rollover: 'stays' });
    const [settled, ...decided] = await outcomes([
      settleGrant(now, {
        ...{ number, costCents: euros(20), otherIncomeCents: cents(0), ground: 'notDone' as const },
        explanation: 'Minder bezoekers.',
        key: randomUUID(),
      }),
      ...items.map(({ itemId }) => decideItem(chairOf(now, wijk), itemId, { reasons: '' })),
    ]);
    expect(settled).toBe('done');
    const granted = decided.filter((answer) => answer === 'done').length;
    // € 60, and from when the settlement has freed them € 80 more.
    expect([1, 2]).toContain(granted);
    expect(new Set(decided)).toEqual(new Set(['done', 'poolInsufficient']));
    const next = await poolOf(database.app.db, { areaId: wijk.areaId, year: year + 1 });
    expect(await budgetOfPool(database.app.db, next?.id ?? '')).toMatchObject({
      left: euros(140 - 60 * granted),
      budget: euros(140),
    });
    expect(await leftIn(year)).toBe(0n);
  });
});
