import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { grantOf } from '#db/reads/grants/grant';
import { applicant } from '#db/schema';
import { byInhabitants } from '~/domain/ledger/division';
import { type Act } from '~/domain/access/policy';
import { type Role, roles } from '~/domain/access/roles';
import { DomainError } from '~/domain/errors';
import { type EntryKind, entryKinds } from '~/domain/ledger/kinds';
import { approveAdvance } from '~/usecases/grants/approve-advance.server';
import { approveBatch } from '~/usecases/payments/approve-batch.server';
import { askStatement } from '~/usecases/payments/ask-statement.server';
import { closeYear } from '~/usecases/yearEnd/close-year.server';
import { confirmYearEnd } from '~/usecases/yearEnd/confirm-year-end.server';
import { prepareYearEnd } from '~/usecases/yearEnd/prepare-year-end.server';
import { withdrawYearEnd } from '~/usecases/yearEnd/withdraw-year-end.server';
import { type Context } from '~/usecases/context.server';
import { decideItem } from '~/usecases/council/decide-item.server';
import { divideYear } from '~/usecases/sources/divide-year.server';
import { assignParked } from '~/usecases/payments/assign-parked.server';
import { matchLine } from '~/usecases/payments/match-line.server';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';
import { previewYearEnd } from '~/usecases/yearEnd/preview-year-end.server';
import { receiveClawback } from '~/usecases/grants/receive-clawback.server';
import { receiveSource } from '~/usecases/sources/receive-source.server';
import { releaseMoney } from '~/usecases/grants/release-money.server';
import { reserveMoney } from '~/usecases/grants/reserve-money.server';
import { reverseEntry } from '~/usecases/ledger/reverse-entry.server';
import { settleGrant } from '~/usecases/grants/settle-grant.server';
import { withdrawInitiative } from '~/usecases/initiative/withdraw-initiative.server';
import { writeOffClaim } from '~/usecases/grants/write-off-claim.server';
import { euros } from '../support/money-world';
import { useEntryWorld } from '../support/entry-world';

const world = useEntryWorld();
const { as, db, numberOf, reserved } = world;
const { accounting, added, newest } = world;
const key = () => randomUUID();

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
    (who) =>
      pledgeSource(who, { sourceId: world.sourceId, areaId: world.wijk.areaId, cents: euros(1), key: key() }),
    (who) =>
      divideYear(who, {
        sourceId: world.sourceId,
        areaIds: [world.wijk.areaId],
        totalCents: euros(1),
        ...byInhabitants(euros(0)),
        key: key(),
      }),
  ],
  'money.receive': [
    (who) => receiveSource(who, { sourceId: world.sourceId, cents: euros(1), key: key() }),
    async (who) => receiveClawback(who, { number: await numberOf(), cents: euros(1), key: key() }),
    (who) => assignParked(who, { lineId: randomUUID(), sourceId: world.sourceId }),
  ],
  'money.reserve': [
    (who) => reserveMoney(who, { itemId: world.item.itemId, key: key() }),
    (who) => releaseMoney(who, { itemId: world.item.itemId, key: key() }),
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
  'item.decide': [(who) => decideItem(who, world.item.itemId, { reasons: '' })],
  'batch.approve': [(who) => approveBatch(who, 10 ** 6)],
  'statement.import': [
    (who) => askStatement(who, new Uint8Array()),
    (who) => matchLine(who, { lineId: randomUUID(), kind: 'receipt', id: world.sourceId }),
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

test('every act that books was tried above', () => {
  const acts: Act[] = Object.values(entryKinds).flatMap(({ by }) => [...by]);
  expect(new Set(acts)).toEqual(new Set(Object.keys(rights)));
});

test('an applicant withdraws, and what was set apart is released', async () => {
  await reserved();
  const [asker] = await db()
    .select()
    .from(applicant)
    .where(eq(applicant.initiativeId, world.item.initiativeId));
  const before = await newest();
  const own = { ...as('resident'), actor: { ...as('resident').actor, personId: asker?.personId ?? '' } };
  await withdrawInitiative(own, await numberOf());
  expect(await added('release', before)).toHaveLength(1);
  expect(await grantOf(db(), { id: world.item.initiativeId })).toBeUndefined();
});
