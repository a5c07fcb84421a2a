import { randomUUID } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { bankBalance } from '#db/reads/payments/balance';
import { giverRefund, parkedOf } from '#db/reads/payments/parked';
import { sourceByCode } from '#db/reads/sources/source';
import { account, balance, bankMatch, source } from '#db/schema';
import { transaction } from '#db/transaction';
import { cents, negate } from '~/domain/money/cents';
import { type MatchKind } from '~/domain/money/statement';
import { approveBatch } from '~/usecases/payments/approve-batch.server';
import { assignParked } from '~/usecases/payments/assign-parked.server';
import { makeRefund } from '~/usecases/payments/make-refund.server';
import { matchLine } from '~/usecases/payments/match-line.server';
import { bookedBy } from '~/usecases/booking.server';
import { reverse } from '~/usecases/ledger/parts/reverse.server';
import { reverseEntry } from '~/usecases/ledger/reverse-entry.server';
import { withdrawBatch } from '~/usecases/payments/withdraw-batch.server';
import { euros } from '../support/money-world';
import { linesOf } from '../support/payment-world';
import { useStatements } from '../support/statement-world';
import { tell, tellPaid } from '../support/told';

const world = useStatements();
const { db, on, refused, receipt } = world;
const iban = 'NL20INGB0001234567';

/** A movement that nobody knows; answers its line. */
async function strange(amount = euros(30), from: string | undefined = iban): Promise<string> {
  const text = `zomaar ${randomUUID()}`;
  const [line = ''] = await tell(world.office.controller, { cents: amount, on, text, iban: from });
  return line;
}

const notOurs = (lineId: string) =>
  matchLine(world.office.controller, { lineId, kind: 'notOurs', reason: 'Bedoeld voor de buren' });

/** The entry that a movement was booked as. */
async function entryOf(lineId: string, kind: MatchKind): Promise<bigint> {
  const [match] = await db()
    .select({ entryId: bankMatch.entryId })
    .from(bankMatch)
    .where(and(eq(bankMatch.lineId, lineId), eq(bankMatch.kind, kind)));
  return match?.entryId ?? expect.fail();
}

async function takeBack(lineId: string, kind: MatchKind): Promise<void> {
  const entryId = await entryOf(lineId, kind);
  await reverseEntry(world.office.controller, { entryId, reason: 'Vergissing', key: randomUUID() });
}

/** What stands on kinds of account of the gemeente itself, in cents, debit positive. */
async function own(): Promise<Record<string, bigint>> {
  const rows = await db()
    .select({ kind: account.kind, cents: balance.cents })
    .from(balance)
    .innerJoin(account, eq(account.id, balance.accountId))
    .innerJoin(source, eq(source.id, balance.sourceId))
    .where(inArray(source.code, ['BANK-2026']));
  return Object.fromEntries(rows.map((row) => [row.kind, row.cents]));
}

describe('a movement that is of no wijk', () => {
  test('is what the bank takes, or pays as interest, without a word why', async () => {
    const say = (lineId: string) =>
      matchLine(world.office.controller, { lineId, kind: 'bankCost', reason: '' });
    await say(await strange(negate(euros(12))));
    await say(await strange(euros(2)));
    expect(await own()).toMatchObject({ bankCost: euros(10) });
    expect((await own()).bank).toBe(negate(euros(10)));
  });

  test('is not ours only with a reason, once, whoever says it at the same time', async () => {
    const lineId = await strange();
    const without = matchLine(world.office.controller, { lineId, kind: 'notOurs', reason: ' ' });
    await expect(without).rejects.toEqual(refused('reasonsRequired'));
    const tries = await Promise.allSettled([1, 2, 3].map(() => notOurs(lineId)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await parkedOf(db(), lineId)).toMatchObject({ cents: euros(30), reason: 'Bedoeld voor de buren' });
  });
});

describe('money that is set apart', () => {
  test('goes back to the account it came from, ordered by two people, once', async () => {
    const lineId = await strange();
    await notOurs(lineId);
    const { controller, payer } = world.office;
    const number = await makeRefund(payer, { refund: 'sender', lineId });
    await expect(makeRefund(payer, { refund: 'sender', lineId })).rejects.toEqual(refused('nothingToPay'));
    await expect(assignParked(controller, { lineId, sourceId: randomUUID() })).rejects.toEqual(
      refused('alreadyDone'),
    );
    const tries = await Promise.allSettled([1, 2, 3].map(() => approveBatch(controller, number)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lines = await linesOf(db(), number);
    expect(lines).toMatchObject([{ iban, cents: euros(30), initiative: null }]);
    const before = (await own()).bank ?? 0n;
    await tellPaid(controller, lines);
    expect(await own()).toMatchObject({ returning: 0n, bank: before - euros(30) });
    expect(await parkedOf(db(), lineId)).toBeUndefined();
  });

  test('waits again when its list is withdrawn, or when the bank returns it', async () => {
    const lineId = await strange();
    await notOurs(lineId);
    const { controller, payer } = world.office;
    const first = await makeRefund(payer, { refund: 'sender', lineId });
    await withdrawBatch(payer, { number: first, reason: 'Toch niet' });
    const second = await makeRefund(payer, { refund: 'sender', lineId });
    await approveBatch(controller, second);
    const lines = await linesOf(db(), second);
    await tellPaid(controller, lines);
    await tell(controller, { cents: euros(30), on, endToEndId: lines[0]?.endToEndId, reason: 'AC04' });
    expect(await parkedOf(db(), lineId)).toMatchObject({ cents: euros(30) });
  });

  test('is what a source sent after all, whole or not at all, and can be taken back', async () => {
    const lineId = await strange(euros(300));
    await notOurs(lineId);
    const { sourceId } = await receipt(euros(1));
    const small = await receipt(euros(1));
    const { controller } = world.office;
    await matchLine(controller, { lineId: await strange(euros(499)), kind: 'receipt', id: small.sourceId });
    await expect(assignParked(controller, { lineId, sourceId: small.sourceId })).rejects.toEqual(
      refused('poolInsufficient'),
    );
    await assignParked(controller, { lineId, sourceId });
    expect(await parkedOf(db(), lineId)).toBeUndefined();
    await expect(assignParked(controller, { lineId, sourceId })).rejects.toEqual(refused('alreadyDone'));
    await takeBack(lineId, 'assigned');
    expect(await parkedOf(db(), lineId)).toMatchObject({ cents: euros(300) });
  });

  test('is set apart of one movement once, whatever is taken back and said again', async () => {
    const { sourceId } = await receipt(euros(1));
    const { controller } = world.office;
    const lineId = await strange(euros(510));
    const ofSource = () => matchLine(controller, { lineId, kind: 'receipt', id: sourceId });
    await ofSource();
    expect(await parkedOf(db(), lineId)).toMatchObject({ cents: euros(10) });
    await takeBack(lineId, 'receipt');
    await expect(notOurs(lineId)).rejects.toEqual(refused('alreadyDone'));
    await ofSource();
    expect(await parkedOf(db(), lineId)).toMatchObject({ cents: euros(10) });
    await expect(ofSource()).rejects.toEqual(refused('alreadyDone'));
  });

  test('cannot be taken back by hand once it went on', async () => {
    const lineId = await strange();
    await notOurs(lineId);
    await makeRefund(world.office.payer, { refund: 'sender', lineId });
    await expect(takeBack(lineId, 'notOurs')).rejects.toEqual(refused('transitionRefused'));
  });

  test('is taken back or given a destination, of two at the same moment, ten times', async () => {
    const { sourceId } = await receipt(euros(1));
    const { controller } = world.office;
    for (let round = 0; round < 10; round++) {
      const lineId = await strange(euros(30));
      await notOurs(lineId);
      const tries = [takeBack(lineId, 'notOurs'), assignParked(controller, { lineId, sourceId })];
      const ends = await Promise.allSettled(tries);
      expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
  });

  test('is not ordered when somebody took it back at the moment its list was made', async () => {
    const lineId = await strange();
    await notOurs(lineId);
    const { controller, payer } = world.office;
    const number = await makeRefund(payer, { refund: 'sender', lineId });
    const entryId = await entryOf(lineId, 'notOurs');
    // Past the act, which saw no list yet.
    await transaction(db(), (tx) =>
      reverse(tx, bookedBy(controller, 'money.reverse', 'Vergissing'), { entryId, key: randomUUID() }),
    );
    await expect(approveBatch(controller, number)).rejects.toEqual(refused('batchStale'));
    await withdrawBatch(controller, { number, reason: 'Klopt niet meer' });
  });

  test('of a sender without an account goes nowhere', async () => {
    const lineId = await strange(euros(30), '');
    await notOurs(lineId);
    await expect(makeRefund(world.office.payer, { refund: 'sender', lineId })).rejects.toEqual(
      refused('noPayee'),
    );
  });
});

test('a source that never had a rest gives nothing back', async () => {
  const { sourceId } = await receipt(euros(1));
  expect(await giverRefund(db(), sourceId)).toBeUndefined();
  const refund = makeRefund(world.office.payer, { refund: 'giver', sourceId });
  await expect(refund).rejects.toEqual(refused('nothingToPay'));
});

test('the bank and the books differ only by what is named', async () => {
  const { sourceId } = await receipt(euros(1));
  const before = await bankBalance(db());
  const lineId = await strange(euros(7));
  const open = await bankBalance(db());
  expect(open.unnamed).toBe(0n);
  expect(open.lines - before.lines).toBe(euros(7));
  await matchLine(world.office.controller, { lineId, kind: 'receipt', id: sourceId });
  const after = await bankBalance(db());
  expect([after.lines - before.lines, after.ledger - before.ledger]).toEqual([0n, euros(7)]);
  expect(after.unnamed).toBe(0n);
  const [found] = await db().select({ code: source.code }).from(source).where(eq(source.id, sourceId));
  expect(await sourceByCode(db(), found?.code ?? '')).toMatchObject({
    received: euros(7),
    goesBack: cents(0),
    givenBack: cents(0),
  });
});
