import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { grantOf } from '#db/reads/grants/grant';
import { budgetOfPool } from '#db/reads/ledger/account';
import { poolOf } from '#db/reads/ledger/pool';
import { account, balance, pool as pools } from '#db/schema';
import { type CalendarDate, calendarDate } from '~/domain/calendar';
import { type Rollover } from '~/domain/ledger/year-end';
import { cents } from '~/domain/money/cents';
import { type Context } from '~/usecases/context.server';
import { closeYear } from '~/usecases/yearEnd/close-year.server';
import { decideItem } from '~/usecases/council/decide-item.server';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';
import { runMoneyTasks } from '~/usecases/money/run-money-tasks.server';
import { settleGrant } from '~/usecases/grants/settle-grant.server';
import { euros, makeItems, makeWijk, raw } from '../support/money-world';
import { round, outcomes, useMoney, chairOf, fund } from '../support/money-races';
import { colleagueOf, endOfYearBy } from '../support/year-end';

const onDay = (context: Context, today: CalendarDate): Context => ({
  ...context,
  today,
  now: new Date(`${today}T10:00:00Z`),
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
    const other = await endOfYear(now, year);
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
      closeYear(other, year),
      closeYear(other, year),
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
    if (!closed) await closeYear(await endOfYear(now, year), year);
    expect(await leftIn(year)).toBe(0n);
    // Nothing is lost: what was promised is free, granted or spent, in one year or the other.
    const promised = 500 + 50 + 5 * others.slice(4, 6).filter((answer) => answer === 'done').length;
    expect(await everything(year)).toBe(euros(promised));
    await emptied(year + 1);
  });

  /** Answers who confirmed it, and may close the year. */
  async function endOfYear(who: Context, year: number): Promise<Context> {
    const other = await colleagueOf(database.owner.db, who);
    await endOfYearBy(who, other, year);
    await runMoneyTasks(who);
    return other;
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
