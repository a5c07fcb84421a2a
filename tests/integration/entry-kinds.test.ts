import { randomUUID } from 'node:crypto';
import { and, eq, gt, isNull, max, or } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { grantOf } from '#db/reads/grants/grant';
import { poolsAtYearEnd } from '#db/reads/yearEnd/figures';
import { applicant, bankLine, initiative, journal, journalEntry } from '#db/schema';
import { transaction } from '#db/transaction';
import { bookEntry } from '#db/writes/ledger/journal';
import { type Act } from '~/domain/access/policy';
import { type Role, roles } from '~/domain/access/roles';
import { calendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { type EntryKind, entryKinds } from '~/domain/ledger/kinds';
import { planYearEnd } from '~/domain/ledger/year-end';
import { approveAdvance } from '~/usecases/grants/approve-advance.server';
import { approveBatch } from '~/usecases/payments/approve-batch.server';
import { askStatement } from '~/usecases/payments/ask-statement.server';
import { closeYear } from '~/usecases/yearEnd/close-year.server';
import { confirmYearEnd } from '~/usecases/yearEnd/confirm-year-end.server';
import { prepareYearEnd } from '~/usecases/yearEnd/prepare-year-end.server';
import { withdrawYearEnd } from '~/usecases/yearEnd/withdraw-year-end.server';
import { type Context } from '~/usecases/context.server';
import { createSource } from '~/usecases/sources/create-source.server';
import { decideItem } from '~/usecases/council/decide-item.server';
import { divideYear } from '~/usecases/sources/divide-year.server';
import { assignParked } from '~/usecases/payments/assign-parked.server';
import { makeRefund } from '~/usecases/payments/make-refund.server';
import { bookMovement } from '~/usecases/payments/parts/book-movement.server';
import { bookOwnMovement } from '~/usecases/payments/parts/park.server';
import { makeBatch } from '~/usecases/payments/make-batch.server';
import { matchLine } from '~/usecases/payments/match-line.server';
import { bookedBy } from '~/usecases/booking.server';
import { reserve } from '~/usecases/grants/parts/grant.server';
import { bookPoolYearEnd } from '~/usecases/yearEnd/parts/year-end.server';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';
import { previewYearEnd } from '~/usecases/yearEnd/preview-year-end.server';
import { receiveClawback } from '~/usecases/grants/receive-clawback.server';
import { receiveSource } from '~/usecases/sources/receive-source.server';
import { releaseMoney } from '~/usecases/grants/release-money.server';
import { reserveMoney } from '~/usecases/grants/reserve-money.server';
import { reverseEntry } from '~/usecases/ledger/reverse-entry.server';
import { runMoneyTasks } from '~/usecases/money/run-money-tasks.server';
import { settleGrant } from '~/usecases/grants/settle-grant.server';
import { withdrawInitiative } from '~/usecases/initiative/withdraw-initiative.server';
import { writeOffClaim } from '~/usecases/grants/write-off-claim.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import {
  bookingOf,
  controllerAtWork,
  euros,
  type Item,
  makeItems,
  makeWijk,
  pledged,
  today,
  type Wijk,
} from '../support/money-world';
import { knownPayee } from '../support/payee';
import { linesOf } from '../support/payment-world';
import { tell, tellPaid } from '../support/told';
import { makePerson } from '../support/person';
import { endOfYearBy } from '../support/year-end';

const it = useDatabase();
useChecks(it);
const db = () => it.app.db;

let controller: Context;
let payerId: string;
let colleagueId: string;
let wijk: Wijk;
let sourceId: string;
let item: Item;

const as = (role: Role, on = today): Context => ({
  ...controller,
  actor: { ...controller.actor, held: [{ role, areaId: wijk.areaId, bodyId: wijk.bodyId }] },
  today: on,
  now: new Date(`${on}T10:00:00Z`),
});

const payer = (): Context => {
  const who = as('payer');
  return { ...who, actor: { ...who.actor, personId: payerId } };
};

const colleague = (who: Context): Context => ({ ...who, actor: { ...who.actor, personId: colleagueId } });

const inClosedYear = calendarDate('2025-11-11');
const nextYear = calendarDate('2027-01-11');

beforeAll(async () => {
  controller = await controllerAtWork(it.owner.db, db());
  payerId = (await makePerson(it.owner.db)).id;
  colleagueId = (await makePerson(it.owner.db)).id;
  wijk = await makeWijk(it.owner.db);
  await closed2025();
});

beforeEach(async () => {
  wijk = await makeWijk(it.owner.db);
  [sourceId = ''] = await pledged(controller, wijk.areaId, [euros(100)]);
  [item] = (await makeItems(it.owner.db, wijk, [euros(40)])) as [Item];
});

/** 2025 with one promise that went back to its funder, closed for ever. */
async function closed2025(): Promise<void> {
  const then = as('controller', inClosedYear);
  const source = { code: 'oud', name: 'Oud', kolom: 'wmo' as const, year: 2025, funder: 'Gemeente' };
  const id = await createSource(then, source);
  await pledgeSource(then, { sourceId: id, areaId: wijk.areaId, cents: euros(5), key: randomUUID() });
  await endOfYear(as('controller'), 2025);
  await closeYear(colleague(as('controller')), 2025);
}

async function endOfYear(who: Context, year: number): Promise<void> {
  await endOfYearBy(who, colleague(who), year);
  await runMoneyTasks(who);
}

async function numberOf(): Promise<number> {
  const [found] = await db().select().from(initiative).where(eq(initiative.id, item.initiativeId));
  return found?.number ?? 0;
}

// The stages of a grant, each on the one before.
const key = () => randomUUID();
const reserved = () => reserveMoney(as('chair'), { itemId: item.itemId, key: key() });
const granted = () => decideItem(as('chair'), item.itemId, { reasons: '' });
const advanced = async () => {
  await granted();
  await approveAdvance(as('controller'), { number: await numberOf(), cents: euros(20), key: key() });
};
const onBatch = async () => {
  await advanced();
  await knownPayee({ payer: payer(), controller: as('controller') }, await numberOf());
  return makeBatch(payer(), { initiativeIds: [item.initiativeId], executeOn: today });
};
const ordered = async () => {
  const number = await onBatch();
  await approveBatch(as('controller'), number);
  return number;
};
const paid = async () => tellPaid(as('controller'), await linesOf(db(), await ordered()));

/** A movement of a euro that nobody knows, told by the bank; answers its line. */
async function strange(): Promise<string> {
  const text = `zomaar ${randomUUID()}`;
  await tell(as('controller'), { cents: euros(1), on: today, text, iban: 'NL91ABNA0417164300' });
  const [line] = await db().select().from(bankLine).where(eq(bankLine.text, text));
  return line?.id ?? '';
}

/** The same, set apart as money that is not ours. */
async function apart(): Promise<string> {
  const lineId = await strange();
  await matchLine(as('controller'), { lineId, kind: 'notOurs', reason: 'Voor een ander' });
  return lineId;
}

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
const accounting = async () => ({
  number: await numberOf(),
  costCents: euros(12),
  otherIncomeCents: euros(0),
  ground: 'notDone' as const,
  explanation: 'Er kwamen minder mensen.',
});
const settled = async () => {
  await paid();
  await settleGrant(as('controller'), { ...(await accounting()), key: key() });
};

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
        pledgeSource(who, { sourceId, areaId: wijk.areaId, cents: plusOne(other), key }),
  },
  receipt: {
    by: 'controller',
    ready:
      async () =>
      (who, { key, other }) =>
        receiveSource(who, { sourceId, cents: plusOne(other), key }),
  },
  reservation: {
    by: 'chair',
    ready: async () => {
      const [second] = await makeItems(it.owner.db, wijk, [euros(3)]);
      return (who, { key, other }) =>
        reserveMoney(who, { itemId: (other ? second : item)?.itemId ?? '', key });
    },
    past: (who) =>
      transaction(db(), (tx) => {
        const of = { poolId: wijk.poolId, initiativeId: item.initiativeId };
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
      const [second] = await makeItems(it.owner.db, wijk, [euros(3)]);
      await reserveMoney(as('chair'), { itemId: second?.itemId ?? '', key: randomUUID() });
      return (who, { key, other }) =>
        releaseMoney(who, { itemId: (other ? second : item)?.itemId ?? '', key });
    },
  },
  grant: {
    by: 'chair',
    twice: 'alreadyDone',
    ready: async () => {
      await reserved();
      return (who) => decideItem(who, item.itemId, { reasons: '' });
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
        const [pool] = await poolsAtYearEnd(tx, { poolId: wijk.poolId });
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
      return (who) => assignParked(who, { lineId, sourceId });
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
      const pledge = { sourceId, areaId: wijk.areaId, cents: euros(1) };
      const first = await pledgeSource(as('controller'), { ...pledge, key: randomUUID() });
      const second = await pledgeSource(as('controller'), { ...pledge, key: randomUUID() });
      return (who, { key, other }) =>
        reverseEntry(who, { entryId: (other ? second : first).entryId, reason: 'Vergissing', key });
    },
  },
};

/** The entries of a kind that were added after this one, for this wijk or for the whole gemeente. */
async function added(kind: EntryKind, after: bigint) {
  const { id } = journalEntry;
  return db()
    .select({ id, key: journalEntry.idempotencyKey, areaId: journal.areaId })
    .from(journalEntry)
    .innerJoin(journal, eq(journal.id, journalEntry.journalId))
    .where(
      and(
        eq(journalEntry.kind, kind),
        gt(id, after),
        or(isNull(journal.areaId), eq(journal.areaId, wijk.areaId)),
      ),
    );
}

const newest = async () => {
  const [row] = await db()
    .select({ id: max(journalEntry.id) })
    .from(journalEntry);
  return row?.id ?? 0n;
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

type Booking = (typeof entryKinds)[EntryKind]['by'][number];
const desk: Role[] = ['chair', 'secretary'];

/** Who may do each act that books; everybody else is refused, whatever role they hold for this wijk and its council. */
const rights: Record<Booking, readonly Role[]> = {
  'money.pledge': ['controller'],
  'money.receive': ['controller'],
  'money.reserve': desk,
  'money.advance': ['controller'],
  'money.settle': ['controller'],
  'money.writeOff': ['controller'],
  'money.reverse': ['controller'],
  'money.closeYear': ['controller'],
  'item.decide': desk,
  'batch.approve': ['controller'],
  'statement.import': ['controller'],
  // Only whoever asked for the money, which is no role.
  'initiative.withdraw': [],
};

type Attempt = (who: Context) => Promise<unknown>;

/** Every way to do it. */
const attempts: Record<Booking, readonly Attempt[]> = {
  'money.pledge': [
    (who) => pledgeSource(who, { sourceId, areaId: wijk.areaId, cents: euros(1), key: key() }),
    (who) =>
      divideYear(who, {
        sourceId,
        areaIds: [wijk.areaId],
        totalCents: euros(1),
        footCents: euros(0),
        key: key(),
      }),
  ],
  'money.receive': [
    (who) => receiveSource(who, { sourceId, cents: euros(1), key: key() }),
    async (who) => receiveClawback(who, { number: await numberOf(), cents: euros(1), key: key() }),
    (who) => assignParked(who, { lineId: randomUUID(), sourceId }),
  ],
  'money.reserve': [
    (who) => reserveMoney(who, { itemId: item.itemId, key: key() }),
    (who) => releaseMoney(who, { itemId: item.itemId, key: key() }),
  ],
  'money.advance': [
    async (who) => approveAdvance(who, { number: await numberOf(), cents: euros(1), key: key() }),
  ],
  'money.settle': [async (who) => settleGrant(who, { ...(await accounting()), key: key() })],
  'money.writeOff': [
    async (who) => writeOffClaim(who, { number: await numberOf(), cents: euros(1), reason: 'x', key: key() }),
  ],
  'money.reverse': [(who) => reverseEntry(who, { entryId: 1n, reason: 'x', key: key() })],
  'money.closeYear': [
    (who) => previewYearEnd(who, 2024),
    (who) => prepareYearEnd(who, { year: 2024, previewHash: '' }),
    (who) => withdrawYearEnd(who, 2024),
    (who) => confirmYearEnd(who, { year: 2024, previewHash: '' }),
    (who) => closeYear(who, 2024),
  ],
  'item.decide': [(who) => decideItem(who, item.itemId, { reasons: '' })],
  'batch.approve': [(who) => approveBatch(who, 10 ** 6)],
  'statement.import': [
    (who) => askStatement(who, new Uint8Array()),
    (who) => matchLine(who, { lineId: randomUUID(), kind: 'receipt', id: sourceId }),
    (who) => matchLine(who, { lineId: randomUUID(), kind: 'notOurs', reason: 'x' }),
  ],
  'initiative.withdraw': [async (who) => withdrawInitiative(who, await numberOf())],
};

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

describe.each(Object.keys(rights) as Booking[])('%s', (act) => {
  test('is refused to every other role', async () => {
    const before = await newest();
    for (const role of roles.filter((each) => !rights[act].includes(each))) {
      for (const attempt of attempts[act]) {
        const code = await codeOf(attempt(as(role)));
        expect([role, code]).toEqual([role, expect.stringMatching(/^notYour(Role|Object)$/)]);
      }
    }
    expect(await newest()).toBe(before);
  });

  test('is open to its own roles', async () => {
    for (const role of rights[act]) {
      for (const attempt of attempts[act]) {
        const code = await codeOf(attempt(as(role)));
        expect([role, code]).toEqual([role, expect.not.stringMatching(/^notYour|^Error/)]);
      }
    }
  });
});

test('every kind of entry, and every act that books one, was tried above', () => {
  expect(Object.keys(table)).toEqual(Object.keys(entryKinds));
  const acts: Act[] = Object.values(entryKinds).flatMap(({ by }) => [...by]);
  expect(new Set(acts)).toEqual(new Set(Object.keys(rights)));
});

test('an applicant withdraws, and what was set apart is released', async () => {
  await reserved();
  const [asker] = await db().select().from(applicant).where(eq(applicant.initiativeId, item.initiativeId));
  const before = await newest();
  const own = { ...as('resident'), actor: { ...as('resident').actor, personId: asker?.personId ?? '' } };
  await withdrawInitiative(own, await numberOf());
  expect(await added('release', before)).toHaveLength(1);
  expect(await grantOf(db(), { id: item.initiativeId })).toBeUndefined();
});
