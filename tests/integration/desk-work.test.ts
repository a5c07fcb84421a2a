import { beforeAll, expect, test } from 'vitest';
import { unconfirmedPayments, waitingPayments, waitingTotals } from '#db/reads/payments/batch';
import { sum } from '~/domain/money/cents';
import { deskWork } from '~/routes/money/desk/view.server';
import { type Visit } from '~/http/visit.server';
import { approveBatch } from '~/usecases/payments/approve-batch.server';
import { type Context } from '~/usecases/context.server';
import { setPayee } from '~/usecases/grants/set-payee.server';
import { withdrawBatch } from '~/usecases/payments/withdraw-batch.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { officer } from '../support/grant-world';
import { confirmed } from '../support/payee';
import {
  advanced,
  type Grant,
  listed,
  makeOffice,
  type Office,
  payee,
  waitingGrants,
} from '../support/payment-world';

const it = useDatabase();
useChecks(it);
let office: Office;
beforeAll(async () => {
  office = await makeOffice(it);
});

const db = () => it.app.db;
const deskOf = (context: Context) => deskWork({ context } as Visit);
const waitsOnDesk = async (context: Context) => (await deskOf(context)).waiting;

/** That this waits, on the desk and on the page behind it. */
async function expectWaiting(loose: readonly Grant[], listedNow: number, toConfirm: readonly Grant[]) {
  const cents = advanced * BigInt(loose.length);
  const counted = { payments: loose.length, cents };
  const batches = listedNow > 0 ? 1 : 0;
  for (const context of [office.payer, office.controller]) {
    expect(await waitsOnDesk(context)).toEqual({ ...counted, payees: toConfirm.length, batches });
  }
  expect(await waitingTotals(db())).toEqual({
    ...counted,
    listed: listedNow,
    unconfirmed: toConfirm.length,
  });
  const { rows } = await waitingPayments(db(), 1);
  expect(rows.map(({ number }) => number).sort()).toEqual(loose.map(({ number }) => number).sort());
  expect(sum(rows.map((row) => row.cents))).toBe(cents);
  const unconfirmed = await unconfirmedPayments(db(), 1);
  expect(unconfirmed.rows.map(({ number }) => number)).toEqual(toConfirm.map(({ number }) => number));
}

test('the desk counts what waits, until it stands on a list, and again when the list is withdrawn', async () => {
  await expectWaiting([], 0, []);
  const grants = await waitingGrants(it, office, 3);
  const [first, second, third] = grants as [Grant, Grant, Grant];
  await expectWaiting(grants, 0, []);

  const number = await listed(office, [first, second]);
  await expectWaiting([third], 2, []);
  await withdrawBatch(office.payer, { number, reason: 'De lijst klopt niet.' });
  await expectWaiting(grants, 0, []);

  // Another account waits for confirmation, and its payment still waits.
  await setPayee(office.payer, { number: third.number, ...payee, name: 'Een ander' });
  await expectWaiting(grants, 0, [third]);
  await confirmed(office.controller, third.number);
  await expectWaiting(grants, 0, []);

  // What was paid waits no more, and counts on no desk.
  await approveBatch(office.controller, await listed(office, [first, second]));
  await expectWaiting([third], 0, []);
  await approveBatch(office.controller, await listed(office, [third]));
  await expectWaiting([], 0, []);
});

test('who has no desk for payments is told nothing of them', async () => {
  await waitingGrants(it, office, 1);
  const manager = await deskOf(await officer(it, 'areaManager'));
  expect(manager.links.map(({ name }) => name)).not.toContain('payments');
  expect(manager.waiting).toBeNull();
  expect((await deskOf(office.payer)).links.map(({ name }) => name)).toContain('payments');
});
