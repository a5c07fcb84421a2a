import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { entriesOfInitiative } from '#db/reads/ledger/journal';
import { claimsOf, grantOf, grantStandings, settlementOf, subAccountsOf } from '#db/reads/grants/grant';
import { budgetOfPool } from '#db/reads/ledger/account';
import { initiative, settlement } from '#db/schema';
import { type AccountKind, onNormalSide } from '~/domain/ledger/accounts';
import { cents, type Cents, sum } from '~/domain/money/cents';
import { approveAdvance } from '~/usecases/grants/approve-advance.server';
import { approveBatch } from '~/usecases/payments/approve-batch.server';
import { type Context } from '~/usecases/context.server';
import { makeBatch } from '~/usecases/payments/make-batch.server';
import { previewSettlement } from '~/usecases/grants/preview-settlement.server';
import { receiveClawback } from '~/usecases/grants/receive-clawback.server';
import { type Settlement, settleGrant } from '~/usecases/grants/settle-grant.server';
import { writeOffClaim } from '~/usecases/grants/write-off-claim.server';
import { linesOf } from '../support/payment-world';
import { tellPaid } from '../support/told';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { officer } from '../support/grant-world';
import {
  decideAndGrant,
  euros,
  type Item,
  makeItems,
  makeWijk,
  pledged,
  today,
} from '../support/money-world';
import { knownPayee } from '../support/payee';

const it = useDatabase();
useChecks(it);
let controller: Context;
let payer: Context;
beforeAll(async () => {
  controller = await officer(it, 'controller');
  payer = await officer(it, 'payer');
});

const db = () => it.app.db;
type Granted = Item & { number: number; sourceIds: string[] };

/** The grant of E4 and E4b: € 4.000 of a pool that three sources gave € 15.000, € 10.000 and € 5.000. */
async function fourThousand(): Promise<Granted> {
  const wijk = await makeWijk(it.owner.db);
  const amounts = [euros(15_000), euros(10_000), euros(5_000)];
  const sourceIds = await pledged(controller, wijk.areaId, amounts);
  const [item] = await makeItems(it.owner.db, wijk, [euros(4_000)]);
  if (!item) throw new Error('no item');
  await decideAndGrant(controller, item);
  const [row] = await db().select().from(initiative).where(eq(initiative.id, item.initiativeId));
  const number = row?.number ?? 0;
  await knownPayee({ payer, controller }, number);
  return { ...item, number, sourceIds };
}

/** Pays all that waits for a grant through a batch of two people. */
async function pay({ initiativeId }: Granted): Promise<void> {
  const number = await makeBatch(payer, { initiativeIds: [initiativeId], executeOn: today });
  await approveBatch(controller, number);
  await tellPaid(controller, await linesOf(db(), number));
}

async function advance(grant: Granted, amount: Cents): Promise<void> {
  await approveAdvance(controller, { number: grant.number, cents: amount, key: randomUUID() });
}

const accounting = (grant: Granted, cost: Cents, change: Partial<Settlement> = {}): Settlement => ({
  number: grant.number,
  costCents: cost,
  otherIncomeCents: euros(0),
  ground: 'notDone',
  explanation: 'Het feest kostte minder dan gedacht.',
  key: randomUUID(),
  ...change,
});

/** What stands on one kind of account, per source in the order of the pool, on its normal side. */
async function on({ initiativeId, sourceIds }: Granted, kind: AccountKind): Promise<bigint[]> {
  const rows = await subAccountsOf(db(), initiativeId);
  return sourceIds.map((id) =>
    onNormalSide(
      kind,
      sum(rows.filter((row) => row.kind === kind && row.sourceId === id).map((row) => row.cents)),
    ),
  );
}

async function standing({ initiativeId }: Granted) {
  return (await grantStandings(db(), [initiativeId])).get(initiativeId);
}

/** Every sub-account of the grant is empty, but for what it cost and who bore that. */
async function expectClosed(grant: Granted, cost: bigint): Promise<void> {
  const rows = await subAccountsOf(db(), grant.initiativeId);
  expect(rows.filter(({ kind }) => kind !== 'cost' && kind !== 'income')).toEqual([]);
  for (const kind of ['cost', 'income'] as const) {
    expect((await on(grant, kind)).reduce((total, part) => total + part, 0n)).toBe(cost);
  }
  expect(await on(grant, 'cost')).toEqual(await on(grant, 'income'));
  expect(await standing(grant)).toMatchObject({ phase: 'closed' });
}

const free = async ({ wijk }: Granted) => (await budgetOfPool(db(), wijk.poolId)).left;

describe('the grants of the worked examples, in the books', () => {
  test('E4: the advance is half, the rest is paid after the settlement', async () => {
    const grant = await fourThousand();
    expect(await on(grant, 'committed')).toEqual([200_000n, 133_333n, 66_667n]);
    await advance(grant, euros(2_000));
    expect(await on(grant, 'advance')).toEqual([100_000n, 66_667n, 33_333n]);
    await pay(grant);
    expect(await standing(grant)).toMatchObject({ phase: 'advanced', paid: 200_000n, payable: 0n });
    const input = accounting(grant, euros(3_612.75));
    const plan = await previewSettlement(controller, grant.number, input);
    expect([plan.granted, plan.amount]).toEqual([400_000n, 361_275n]);
    await settleGrant(controller, input);
    expect(await on(grant, 'payable')).toEqual([80_637n, 53_758n, 26_880n]);
    expect(plan.settled.after.map((share) => share.cents)).toEqual([80_637n, 53_758n, 26_880n]);
    expect(plan.settled.freed.map((share) => share.cents)).toEqual([19_363n, 12_908n, 6_454n]);
    expect(await free(grant)).toBe(euros(26_000) + 38_725n);
    expect(await standing(grant)).toMatchObject({ phase: 'settled', paid: 200_000n });
    await pay(grant);
    await expectClosed(grant, 361_275n);
    expect(await budgetOfPool(db(), grant.wijk.poolId)).toMatchObject({ paid: 361_275n, granted: 0n });
  });

  test('E4b: the advance was too high; a part comes back, the rest is written off', async () => {
    const grant = await fourThousand();
    await advance(grant, euros(3_000));
    expect(await on(grant, 'advance')).toEqual([150_000n, 100_000n, 50_000n]);
    await pay(grant);
    const input = accounting(grant, euros(3_000), { otherIncomeCents: euros(387.25) });
    await settleGrant(controller, input);
    expect(await on(grant, 'cost')).toEqual([130_637n, 87_092n, 43_546n]);
    expect(await on(grant, 'claim')).toEqual([19_363n, 12_908n, 6_454n]);
    expect(await on(grant, 'blocked')).toEqual(await on(grant, 'claim'));
    expect(await free(grant)).toBe(euros(27_000));
    expect(await settlementOf(db(), grant.initiativeId)).toMatchObject({
      cost: 300_000n,
      otherIncome: 38_725n,
      settled: 261_275n,
      ground: 'notDone',
    });
    const { number } = grant;
    await receiveClawback(controller, { number, cents: euros(100), key: randomUUID() });
    expect(await standing(grant)).toMatchObject({ phase: 'claimed', claim: 28_725n, blocked: 28_725n });
    expect(await free(grant)).toBe(euros(27_100));
    const most = { number, key: randomUUID(), cents: cents(28_726n) };
    await expect(receiveClawback(controller, most)).rejects.toMatchObject({ code: 'claimTooLow' });
    const reason = 'De groep bestaat niet meer.';
    await writeOffClaim(controller, { number, cents: cents(18_725n), reason, key: randomUUID() });
    expect((await claimsOf(db(), grant.initiativeId)).map(({ weight }) => weight)).toEqual([
      19_363n,
      12_908n,
      6_454n,
    ]);
    await receiveClawback(controller, { number, cents: euros(100), key: randomUUID() });
    await expectClosed(grant, 261_275n + 18_725n);
    expect(await free(grant)).toBe(euros(27_200));
    expect(await budgetOfPool(db(), grant.wijk.poolId)).toMatchObject({ paid: 280_000n, granted: 0n });
  });

  test('exactly what was granted leaves nothing free and needs no ground', async () => {
    const grant = await fourThousand();
    await settleGrant(controller, accounting(grant, euros(5_000), { ground: null }));
    expect(await settlementOf(db(), grant.initiativeId)).toMatchObject({ settled: 400_000n, ground: null });
    expect(await free(grant)).toBe(euros(26_000));
    await pay(grant);
    await expectClosed(grant, 400_000n);
  });

  test('nothing was done: all of the advance is asked back and all else is free', async () => {
    const grant = await fourThousand();
    await advance(grant, euros(1_000));
    await pay(grant);
    await settleGrant(controller, accounting(grant, euros(0)));
    expect(await standing(grant)).toMatchObject({ phase: 'claimed', claim: 100_000n, cost: 0n });
    await receiveClawback(controller, { number: grant.number, cents: euros(1_000), key: randomUUID() });
    expect(await subAccountsOf(db(), grant.initiativeId)).toEqual([]);
    expect(await free(grant)).toBe(euros(30_000));
  });
});

describe('what is refused', () => {
  test('an advance above the part that the fund allows, in one go or in two', async () => {
    const grant = await fourThousand();
    const over = { field: 'cents', detail: { max: euros(3_200) } };
    await expect(advance(grant, euros(3_200.01))).rejects.toMatchObject({ code: 'advanceTooHigh', ...over });
    await advance(grant, euros(3_000));
    await expect(advance(grant, euros(200.01))).rejects.toMatchObject({ code: 'advanceTooHigh' });
    await advance(grant, euros(200));
    expect(await standing(grant)).toMatchObject({ advance: euros(3_200), payable: euros(3_200) });
  });

  test('a settlement while a payment waits, a second one, and one without its ground', async () => {
    const grant = await fourThousand();
    await advance(grant, euros(2_000));
    const early = settleGrant(controller, accounting(grant, euros(3_000)));
    await expect(early).rejects.toMatchObject({ code: 'paymentWaiting' });
    await pay(grant);
    const bare = accounting(grant, euros(3_999.99), { ground: null });
    const without = [settleGrant(controller, bare), previewSettlement(controller, grant.number, bare)];
    for (const refused of await Promise.allSettled(without)) {
      expect(refused).toMatchObject({ reason: { code: 'required', field: 'ground' } });
    }
    const input = accounting(grant, euros(3_000));
    await settleGrant(controller, input);
    expect(await settleGrant(controller, input)).toMatchObject({ again: true });
    const twice = [
      settleGrant(controller, accounting(grant, euros(3_000))),
      previewSettlement(controller, grant.number, input),
      advance(grant, euros(1)),
    ];
    for (const refused of await Promise.allSettled(twice)) {
      expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'alreadyDone' } });
    }
    expect(
      await db().select().from(settlement).where(eq(settlement.initiativeId, grant.initiativeId)),
    ).toHaveLength(1);
  });

  test('two settlements at the same moment: one is booked', async () => {
    const grant = await fourThousand();
    const both = await Promise.allSettled(
      [1, 2].map(() => settleGrant(controller, accounting(grant, euros(3_000)))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both).toContainEqual(
      expect.objectContaining({ reason: expect.objectContaining({ code: 'alreadyDone' }) }),
    );
  });

  test('whoever is no controller, and what was never granted', async () => {
    const grant = await fourThousand();
    await expect(settleGrant(payer, accounting(grant, euros(1)))).rejects.toMatchObject({
      code: 'notYourRole',
    });
    await expect(previewSettlement(payer, grant.number, accounting(grant, euros(1)))).rejects.toMatchObject({
      code: 'notYourRole',
    });
    const nowhere = accounting(grant, euros(1), { number: 987_654 });
    await expect(settleGrant(controller, nowhere)).rejects.toMatchObject({ code: 'notFound' });
    expect(await grantOf(db(), { number: 987_654 })).toBeUndefined();
  });
});

test('the entries of a grant are whole, newest first, and its own alone', async () => {
  const [grant, other] = [await fourThousand(), await fourThousand()];
  await advance(grant, euros(2_000));
  await pay(grant);
  await advance(other, euros(1_000));
  const { rows } = await entriesOfInitiative(db(), grant.initiativeId, 1);
  expect([...new Set(rows.map(({ kind }) => kind))]).toEqual([
    'payment',
    'paymentOrder',
    'advance',
    'grant',
    'reservation',
  ]);
  expect(sum(rows.map((row) => row.cents))).toBe(0n);
  expect(rows.every((row) => row.initiative === null || row.initiative.number === grant.number)).toBe(true);
  expect(rows.filter(({ account }) => account === 'bank')).toHaveLength(3);
});
