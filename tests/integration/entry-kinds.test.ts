import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { poolsAtYearEnd } from '#db/reads/yearEnd/figures';
import { transaction } from '#db/transaction';
import { bookEntry } from '#db/writes/ledger/journal';
import { type Role } from '~/domain/access/roles';
import { calendarDate } from '~/domain/calendar';
import { type EntryKind, entryKinds } from '~/domain/ledger/kinds';
import { planYearEnd } from '~/domain/ledger/year-end';
import { approveAdvance } from '~/usecases/grants/approve-advance.server';
import { approveBatch } from '~/usecases/payments/approve-batch.server';
import { type Context } from '~/usecases/context.server';
import { decideItem } from '~/usecases/council/decide-item.server';
import { assignParked } from '~/usecases/payments/assign-parked.server';
import { makeRefund } from '~/usecases/payments/make-refund.server';
import { bookMovement } from '~/usecases/payments/parts/book-movement.server';
import { bookOwnMovement } from '~/usecases/payments/parts/park.server';
import { matchLine } from '~/usecases/payments/match-line.server';
import { bookedBy } from '~/usecases/booking.server';
import { reserve } from '~/usecases/grants/parts/grant.server';
import { bookPoolYearEnd } from '~/usecases/yearEnd/parts/year-end.server';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';
import { receiveClawback } from '~/usecases/grants/receive-clawback.server';
import { receiveSource } from '~/usecases/sources/receive-source.server';
import { releaseMoney } from '~/usecases/grants/release-money.server';
import { reserveMoney } from '~/usecases/grants/reserve-money.server';
import { reverseEntry } from '~/usecases/ledger/reverse-entry.server';
import { settleGrant } from '~/usecases/grants/settle-grant.server';
import { writeOffClaim } from '~/usecases/grants/write-off-claim.server';
import { bookingOf, euros, makeItems } from '../support/money-world';
import { linesOf } from '../support/payment-world';
import { tellPaid } from '../support/told';
import { inClosedYear, useEntryWorld } from '../support/entry-world';

const world = useEntryWorld();
const { as, payer, db, endOfYear, numberOf, reserved, granted, onBatch, ordered, paid, settled } = world;
const { strange, apart, accounting, added, newest } = world;

const nextYear = calendarDate('2027-01-11');
let lines: Awaited<ReturnType<typeof linesOf>>;

/** Books the payment of what was ordered past the statement, which would leave it to a person. */
const bookPaid = (who: Context) =>
  transaction(db(), (tx) => {
    const line = { id: randomUUID(), bookedOn: who.today, cents: euros(-1) };
    const lineIds = lines.map(({ id }) => id);
    return bookMovement(tx, bookedBy(who, 'statement.import', ''), line, { kind: 'payment', lineIds });
  });

/** Books a movement of the gemeente itself past the statement that would tell of it. */
const bookOwn = (who: Context, kind: 'bankCost' | 'notOurs') =>
  transaction(db(), (tx) => {
    const line = { id: randomUUID(), bookedOn: who.today, cents: euros(1) };
    return bookOwnMovement(tx, bookedBy(who, 'statement.import', 'Bank'), line, kind);
  });

/** An act that books, sent by somebody under a key; `other` changes what is asked. */
type Sent = (who: Context, sent: { key: string; other?: boolean }) => Promise<unknown>;

type Row = {
  /** Comes to the point where it can be booked, and answers how. */
  ready: () => Promise<Sent>;
  /** Whoever may do it. */
  by: Role;
  /** What a second sending is answered; without a word it is the first entry once more, and `untouched` is no answer at all. */
  twice?: 'alreadyDone' | 'untouched';
  /** How it would be booked past the act, when the act itself has no money in a year that is closed. */
  past?: (who: Context) => Promise<unknown>;
};

const plusOne = (other = false) => euros(other ? 2 : 1);

const table: Record<EntryKind, Row> = {
  pledge: {
    by: 'controller',
    ready:
      async () =>
      (who, { key, other }) =>
        pledgeSource(who, {
          sourceId: world.sourceId,
          areaId: world.wijk.areaId,
          cents: plusOne(other),
          key,
        }),
  },
  receipt: {
    by: 'controller',
    ready:
      async () =>
      (who, { key, other }) =>
        receiveSource(who, { sourceId: world.sourceId, cents: plusOne(other), key }),
  },
  reservation: {
    by: 'chair',
    ready: async () => {
      const [second] = await makeItems(world.it.owner.db, world.wijk, [euros(3)]);
      return (who, { key, other }) =>
        reserveMoney(who, { itemId: (other ? second : world.item)?.itemId ?? '', key });
    },
    past: (who) =>
      transaction(db(), (tx) => {
        const of = { poolId: world.wijk.poolId, initiativeId: world.item.initiativeId };
        return reserve(tx, bookedBy(who, 'item.decide', 'Besluit'), {
          ...of,
          cents: euros(1),
          key: randomUUID(),
        });
      }),
  },
  release: {
    by: 'chair',
    ready: async () => {
      await reserved();
      const [second] = await makeItems(world.it.owner.db, world.wijk, [euros(3)]);
      await reserveMoney(as('chair'), { itemId: second?.itemId ?? '', key: randomUUID() });
      return (who, { key, other }) =>
        releaseMoney(who, { itemId: (other ? second : world.item)?.itemId ?? '', key });
    },
  },
  grant: {
    by: 'chair',
    twice: 'alreadyDone',
    ready: async () => {
      await reserved();
      return (who) => decideItem(who, world.item.itemId, { reasons: '' });
    },
  },
  advance: {
    by: 'controller',
    ready: async () => {
      await granted();
      const number = await numberOf();
      return (who, { key, other }) => approveAdvance(who, { number, cents: plusOne(other), key });
    },
  },
  paymentOrder: {
    by: 'controller',
    twice: 'alreadyDone',
    ready: async () => {
      const number = await onBatch();
      return (who) => approveBatch(who, number);
    },
  },
  payment: {
    by: 'controller',
    twice: 'untouched',
    ready: async () => {
      lines = await linesOf(db(), await ordered());
      return (who) => tellPaid(who, lines);
    },
    past: bookPaid,
  },
  settlement: {
    by: 'controller',
    ready: async () => {
      await paid();
      const account = await accounting();
      return (who, { key, other }) =>
        settleGrant(who, { ...account, costCents: euros(other ? 13 : 12), key });
    },
  },
  clawback: {
    by: 'controller',
    ready: async () => {
      await settled();
      const number = await numberOf();
      return (who, { key, other }) => receiveClawback(who, { number, cents: plusOne(other), key });
    },
  },
  writeOff: {
    by: 'controller',
    ready: async () => {
      await settled();
      const number = await numberOf();
      return (who, { key, other }) =>
        writeOffClaim(who, { number, cents: plusOne(other), reason: 'Niet te innen', key });
    },
  },
  yearEnd: {
    by: 'controller',
    twice: 'alreadyDone',
    ready: async () => (who) => endOfYear({ ...who, today: nextYear }, 2026),
    past: (who) =>
      transaction(db(), async (tx) => {
        const [pool] = await poolsAtYearEnd(tx, { poolId: world.wijk.poolId });
        const [plan] = pool ? planYearEnd(2026, [pool]) : [];
        if (!pool || !plan) throw new Error('no pool');
        const booking = bookedBy(who, 'money.closeYear', 'Jaareinde');
        await bookPoolYearEnd(tx, booking, pool, plan, randomUUID());
      }),
  },
  parking: {
    by: 'controller',
    twice: 'alreadyDone',
    ready: async () => {
      const lineId = await strange();
      return (who) => matchLine(who, { lineId, kind: 'notOurs', reason: 'Voor een ander' });
    },
    past: (who) => bookOwn(who, 'notOurs'),
  },
  assignment: {
    by: 'controller',
    twice: 'alreadyDone',
    ready: async () => {
      const lineId = await apart();
      return (who) => assignParked(who, { lineId, sourceId: world.sourceId });
    },
  },
  bankCost: {
    by: 'controller',
    twice: 'alreadyDone',
    ready: async () => {
      const lineId = await strange();
      return (who) => matchLine(who, { lineId, kind: 'bankCost', reason: '' });
    },
    past: (who) => bookOwn(who, 'bankCost'),
  },
  refundOrder: {
    by: 'controller',
    twice: 'alreadyDone',
    ready: async () => {
      const number = await makeRefund(payer(), { refund: 'sender', lineId: await apart() });
      return (who) => approveBatch(who, number);
    },
  },
  refund: {
    by: 'controller',
    twice: 'untouched',
    ready: async () => {
      const number = await makeRefund(payer(), { refund: 'sender', lineId: await apart() });
      await approveBatch(as('controller'), number);
      lines = await linesOf(db(), number);
      return (who) => tellPaid(who, lines);
    },
    past: bookPaid,
  },
  reversal: {
    by: 'controller',
    ready: async () => {
      const pledge = { sourceId: world.sourceId, areaId: world.wijk.areaId, cents: euros(1) };
      const first = await pledgeSource(as('controller'), { ...pledge, key: randomUUID() });
      const second = await pledgeSource(as('controller'), { ...pledge, key: randomUUID() });
      return (who, { key, other }) =>
        reverseEntry(who, { entryId: (other ? second : first).entryId, reason: 'Vergissing', key });
    },
  },
};

const refused = (code: string) => expect.objectContaining({ name: 'DomainError', code });

describe.each(Object.entries(table) as [EntryKind, Row][])('%s', (kind, { ready, by, twice, past }) => {
  test('sent twice is booked once; under its key nothing else is', async () => {
    const send = await ready();
    const before = await newest();
    const sent = { key: randomUUID() };
    await send(as(by), sent);
    const second = send(as(by), sent);
    if (twice === 'untouched') await second;
    else if (twice) await expect(second).rejects.toEqual(refused(twice));
    // Setting apart and giving back answer nothing.
    else expect([undefined, expect.objectContaining({ again: true })]).toContainEqual(await second);
    const entries = await added(kind, before);
    expect(entries).toHaveLength(1);
    if (!twice) {
      await expect(send(as(by), { ...sent, other: true })).rejects.toEqual(refused('keyReused'));
    }
    const [{ key: used, areaId } = { key: '', areaId: null }] = entries;
    const forged = { areaId, kind, key: used, request: { other: true }, legs: async () => [] };
    const atTheGate = transaction(db(), (tx) => bookEntry(tx, bookingOf(as(by)), forged));
    await expect(atTheGate).rejects.toEqual(refused('keyReused'));
    expect(await added(kind, before)).toEqual(entries);
  });

  test('is not booked in a closed year', async () => {
    const send = await ready();
    const before = await newest();
    const late = as(by, inClosedYear);
    const attempt = past ? past(late) : send(late, { key: randomUUID() });
    await expect(attempt).rejects.toEqual(refused('periodClosed'));
    expect(await newest()).toBe(before);
  });
});

test('every kind of entry was tried above', () => {
  expect(Object.keys(table)).toEqual(Object.keys(entryKinds));
});
