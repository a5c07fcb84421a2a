import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { grantOf } from '#db/reads/grants/grant';
import { budgetOfPool } from '#db/reads/ledger/account';
import { lotsOf } from '#db/reads/ledger/pool';
import { settlement } from '#db/schema';
import { cents, type Cents, subtract } from '~/domain/money/cents';
import { type Context } from '~/usecases/context.server';
import { decideItem } from '~/usecases/council/decide-item.server';
import { receiveClawback } from '~/usecases/grants/receive-clawback.server';
import { reserveMoney } from '~/usecases/grants/reserve-money.server';
import { settleGrant } from '~/usecases/grants/settle-grant.server';
import {
  advanceTo,
  decideAndGrant,
  euros,
  type Item,
  makeItems,
  makeWijk,
  orderTo,
} from '../support/money-world';
import { round, outcomes, useMoney, chairOf, fund } from '../support/money-races';

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
    await orderTo(context(), item, euros(60));
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
