import { randomUUID } from 'node:crypto';
import { desc, eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { unexplainedLine } from '#db/reads/payments/bank';
import { parkedOf } from '#db/reads/payments/parked';
import { batchByNumber } from '#db/reads/payments/batch';
import { statementList } from '#db/reads/payments/statement';
import { bankLine, bankStatement, journalEntry } from '#db/schema';
import { type EntryKind } from '~/domain/ledger/kinds';
import { cents, negate } from '~/domain/money/cents';
import { messageIdOf } from '~/domain/money/payment';
import { claimReference } from '~/domain/money/statement';
import { matchLine } from '~/usecases/payments/match-line.server';
import { receiveClawback } from '~/usecases/grants/receive-clawback.server';
import { receiveSource } from '~/usecases/sources/receive-source.server';
import { reverseEntry } from '~/usecases/ledger/reverse-entry.server';
import { settleGrant } from '~/usecases/grants/settle-grant.server';
import { euros } from '../support/money-world';
import {
  advanced,
  entriesOf,
  type Grant,
  onBank,
  ordered,
  paid,
  waitingGrants,
  waits,
} from '../support/payment-world';
import { useStatements } from '../support/statement-world';

const world = useStatements();
const { it, db, on, refused, statement, read, explained, entries, openOf, receipt } = world;

const one = async () => {
  const [grant] = await waitingGrants(it, world.office, 1);
  if (!grant) throw new Error('no grant');
  return grant;
};

/** A grant whose whole advance is asked back. */
async function claimed(): Promise<Grant> {
  const grant = await one();
  await ordered(world.office, [grant]);
  await settleGrant(world.office.controller, {
    number: grant.number,
    costCents: euros(0),
    otherIncomeCents: euros(0),
    ground: 'notDone',
    explanation: 'Het ging niet door.',
    key: randomUUID(),
  });
  return grant;
}

describe('payments that the bank tells of', () => {
  test('one by one: each is paid, once', async () => {
    const { number, lines } = await ordered(world.office, await waitingGrants(it, world.office, 3));
    const before = await entries();
    const received = statement(
      ...lines.map(({ cents: amount, endToEndId }) => ({ cents: negate(amount), on, endToEndId })),
    );
    expect(await read(received)).toMatchObject({ refusal: null, done: 3, total: 3 });
    expect(await explained(received)).toEqual(['payment', 'payment', 'payment']);
    expect(await batchByNumber(db(), number)).toMatchObject({ lines: 3, arrived: 3, returned: 0 });
    expect(await entries()).toBe(before + 3);
  });

  test('as one amount for the whole batch', async () => {
    const { number } = await ordered(world.office, await waitingGrants(it, world.office, 3));
    const batchId = messageIdOf(number);
    const received = statement({ cents: negate(cents(3n * advanced)), on, batchId });
    await read(received);
    expect(await batchByNumber(db(), number)).toMatchObject({ arrived: 3 });
  });

  test('that came back are reversed, wait again, and are paid in a new batch', async () => {
    const grant = await one();
    const before = await onBank(db(), grant.sourceIds);
    const { number, lines } = await ordered(world.office, [grant]);
    const endToEndId = lines[0]?.endToEndId;
    const received = statement(
      { cents: negate(advanced), on, endToEndId },
      { cents: advanced, on, endToEndId, reason: 'AC04' },
    );
    await read(received);
    expect(await explained(received)).toEqual(['payment', 'return']);
    expect(await batchByNumber(db(), number)).toMatchObject({ arrived: 0, returned: 1 });
    // The payment and its order.
    expect(await entriesOf(db(), grant, 'reversal')).toBe(2);
    expect([await waits(db(), grant), await onBank(db(), grant.sourceIds)]).toEqual([advanced, before]);
    const [last] = await db().select().from(journalEntry).orderBy(desc(journalEntry.id)).limit(1);
    expect(last).toMatchObject({
      kind: 'reversal',
      effectiveOn: on,
      reason: expect.stringContaining('AC04'),
    });
    await paid(world.office, [grant]);
    expect([await waits(db(), grant), await entriesOf(db(), grant, 'payment')]).toEqual([0n, 2]);
  });

  test('told again are left to a person, and so is a return that comes twice', async () => {
    const grant = await one();
    const { lines } = await ordered(world.office, [grant]);
    const endToEndId = lines[0]?.endToEndId;
    const back = { cents: advanced, on, endToEndId, reason: 'AC04' };
    const out = { cents: negate(advanced), on, endToEndId };
    const first = statement(out, out, back, back);
    await read(first);
    expect(await explained(first)).toEqual(['payment', null, 'return', null]);
    const second = statement(out, back);
    expect(await read(second)).toMatchObject({ refusal: null });
    expect(await explained(second)).toEqual([null, null]);
    expect(await entriesOf(db(), grant, 'reversal')).toBe(2);
  });

  test('as paid cannot be taken back by hand, nor can their order; one that the bank did not carry out can', async () => {
    const grants = await waitingGrants(it, world.office, 2);
    const { lines } = await ordered(world.office, grants);
    const [first] = lines;
    await read(statement({ cents: negate(advanced), on, endToEndId: first?.endToEndId }));
    const takeBack = async (line: string | undefined, kind: EntryKind) => {
      const [found] = await db().execute<{ id: string }>(sql`select e.id from journal_entry e
        where e.kind = ${kind} and (e.idempotency_key = ${`paid:${line}`}
          or e.id = (select entry_id from payment_booking where line_id = ${line}))`);
      const entryId = BigInt(found?.id ?? 0);
      return reverseEntry(world.office.controller, { entryId, reason: 'De bank belde.', key: randomUUID() });
    };
    await expect(takeBack(first?.id, 'payment')).rejects.toEqual(refused('transitionRefused'));
    await expect(takeBack(first?.id, 'paymentOrder')).rejects.toEqual(refused('poolInsufficient'));
    await takeBack(lines[1]?.id, 'paymentOrder');
    const late = statement({ cents: negate(advanced), on, endToEndId: lines[1]?.endToEndId });
    await read(late);
    expect(await explained(late)).toEqual([null]);
  });

  test('that came back before any statement told that they left wait for that, and then again for payment', async () => {
    const grant = await one();
    const { lines } = await ordered(world.office, [grant]);
    const received = statement({ cents: advanced, on, endToEndId: lines[0]?.endToEndId, reason: 'AC04' });
    await read(received);
    expect(await explained(received)).toEqual([null]);
    const late = statement({ cents: negate(advanced), on, endToEndId: lines[0]?.endToEndId });
    await read(late);
    expect([await explained(late), await explained(received)]).toEqual([['payment'], ['return']]);
    expect(await waits(db(), grant)).toBe(advanced);
  });

  test('with the own words of a bank: who and which account stay out of the public books', async () => {
    const grant = await one();
    const { lines } = await paid(world.office, [grant]);
    const reason = 'Rekening NL91ABNA0417164300 van J. Jansen';
    await read(statement({ cents: advanced, on, endToEndId: lines[0]?.endToEndId, reason }));
    const [last] = await db().select().from(journalEntry).orderBy(desc(journalEntry.id)).limit(1);
    expect(last).toMatchObject({ kind: 'reversal', reason: expect.not.stringMatching(/NL91|Jansen/) });
  });
});

describe('money that comes in', () => {
  test('of a source, by its code, until all of it came', async () => {
    const { sourceId, line } = await receipt(euros(300));
    const received = statement(line, { ...line, cents: euros(200) }, { ...line, cents: cents(1) });
    await read(received);
    expect(await explained(received)).toEqual(['receipt', 'receipt', null]);
    expect(await openOf(sourceId)).toBeUndefined();
    expect(await onBank(db(), [sourceId])).toBe(euros(500));
  });

  test('of a grant, by its reference', async () => {
    const grant = await claimed();
    const text = `terugbetaling ${claimReference(grant.number).toLowerCase()}, sorry`;
    const received = statement({ cents: euros(100), on, text }, { cents: euros(200.01), on, text });
    await read(received);
    expect(await explained(received)).toEqual(['clawback', null]);
    expect(await openOf(grant.initiativeId)).toBe(euros(200));
  });

  test('told again by a statement that overlaps: a person looks, and nothing is counted twice', async () => {
    const { sourceId, line } = await receipt(euros(100));
    const month = statement(line, { ...line, on: '2026-05-30' });
    await read(statement(line, line));
    await read(month);
    expect(await explained(month)).toEqual([null, 'receipt']);
    expect(await openOf(sourceId)).toBe(euros(200));
  });

  test('booked by hand before the bank told of it: that entry, and nothing is counted twice', async () => {
    const { sourceId, line } = await receipt(euros(100));
    const grant = await claimed();
    const byHand = { cents: euros(100), key: randomUUID() };
    await receiveSource(world.office.controller, { sourceId, ...byHand });
    await receiveClawback(world.office.controller, { number: grant.number, ...byHand, key: randomUUID() });
    const back = { cents: euros(100), on, text: claimReference(grant.number) };
    const received = statement(line, line, back, { ...back, cents: euros(50) });
    await read(received);
    expect(await explained(received)).toEqual(['receipt', 'receipt', 'clawback', 'clawback']);
    expect([await openOf(sourceId), await onBank(db(), [sourceId])]).toEqual([euros(300), euros(200)]);
    expect(await openOf(grant.initiativeId)).toBe(euros(150));
    expect(await entriesOf(db(), grant, 'clawback')).toBe(2);
  });

  test('nobody knows: a person says it, once', async () => {
    const grant = await claimed();
    const { sourceId } = await receipt(euros(1));
    const lines = [euros(250), euros(40), negate(euros(12))].map((amount) => ({
      cents: amount,
      on,
      text: 'hallo',
    }));
    const received = statement(...lines);
    await read(received);
    expect(await explained(received)).toEqual([null, null, null]);
    expect((await statementList(db(), 1)).rows).toContainEqual(
      expect.objectContaining({ statementId: received.id, lines: 3, open: 3 }),
    );
    const [row] = await db().select().from(bankStatement).where(eq(bankStatement.statementId, received.id));
    const [first, second, out] = await db()
      .select()
      .from(bankLine)
      .where(eq(bankLine.statementId, row?.id ?? ''))
      .orderBy(bankLine.position);
    const say = (lineId = '', kind: 'receipt' | 'clawback', id: string) =>
      matchLine(world.office.controller, { lineId, kind, id });
    await expect(
      matchLine(world.office.payer, { lineId: first?.id ?? '', kind: 'receipt', id: sourceId }),
    ).rejects.toEqual(refused('notYourRole'));
    const tries = await Promise.allSettled([1, 2, 3].map(() => say(first?.id, 'receipt', sourceId)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(say(first?.id, 'clawback', grant.initiativeId)).rejects.toEqual(refused('alreadyDone'));
    await say(second?.id, 'clawback', grant.initiativeId);
    await expect(say(out?.id, 'receipt', sourceId)).rejects.toEqual(refused('amountInvalid'));
    expect([await openOf(sourceId), await openOf(grant.initiativeId)]).toEqual([euros(250), euros(260)]);
    expect(await explained(received)).toEqual(['receipt', 'clawback', null]);
    expect(await unexplainedLine(db(), out?.id ?? '')).toMatchObject({ cents: negate(euros(12)) });
  });

  test('and is more than is open: of a claim it is refused, and of a source the excess is set apart', async () => {
    const grant = await claimed();
    const { sourceId, line } = await receipt(euros(500.01));
    const received = statement(line);
    await read(received);
    const lineId = await lineOf(received);
    const { controller } = world.office;
    await expect(matchLine(controller, { lineId, kind: 'clawback', id: grant.initiativeId })).rejects.toEqual(
      refused('claimTooLow'),
    );
    expect(await explained(received)).toEqual([null]);
    await matchLine(controller, { lineId, kind: 'receipt', id: sourceId });
    expect([await openOf(sourceId), await onBank(db(), [sourceId])]).toEqual([undefined, euros(500.01)]);
    expect(await parkedOf(db(), lineId)).toMatchObject({
      cents: 1n,
      kind: 'parked',
      source: { id: sourceId },
    });
  });
});

const lineOf = async ({ id }: { id: string }) => {
  const [found] = await db()
    .select({ id: bankLine.id })
    .from(bankLine)
    .innerJoin(bankStatement, eq(bankStatement.id, bankLine.statementId))
    .where(eq(bankStatement.statementId, id));
  return found?.id ?? '';
};
