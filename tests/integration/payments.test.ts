import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { batchByNumber, paymentsTo } from '#db/reads/payments/batch';
import { actorById } from '#db/reads/people/person';
import { journalEntry, roleTerm } from '#db/schema';
import { addDays, calendarDate } from '~/domain/calendar';
import { approveAdvance } from '~/usecases/grants/approve-advance.server';
import { approveBatch } from '~/usecases/payments/approve-batch.server';
import { mostPayments } from '~/domain/money/payment';
import { makeBatch } from '~/usecases/payments/make-batch.server';
import { reverseEntry } from '~/usecases/ledger/reverse-entry.server';
import { setPayee } from '~/usecases/grants/set-payee.server';
import { withdrawBatch } from '~/usecases/payments/withdraw-batch.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { officer } from '../support/grant-world';
import { euros, today } from '../support/money-world';
import { confirmed, forgetPayees } from '../support/payee';
import {
  advanced,
  cutOff,
  entriesOf,
  type Grant,
  linesOf,
  listed,
  makeOffice,
  type Office,
  onBank,
  ordered,
  payee,
  waitingGrants,
  waits,
} from '../support/payment-world';
import { refused } from '../support/refused';

const it = useDatabase();
useChecks(it);
let office: Office;
beforeAll(async () => {
  office = await makeOffice(it);
});

const db = () => it.app.db;
const one = async (): Promise<Grant> => {
  const [grant] = await waitingGrants(it, office, 1);
  if (!grant) throw new Error('no grant');
  return grant;
};
const reason = 'De lijst klopt niet.';

describe('a payment list', () => {
  test('orders each of its lines once; only the bank says that they are paid', async () => {
    const grants = await waitingGrants(it, office, 3);
    const before = await onBank(db(), grants[0]?.sourceIds ?? []);
    const { number, lines } = await ordered(office, grants);
    expect(lines.map(({ cents, endToEndId }) => [cents, endToEndId])).toEqual(
      grants.map((_, index) => [
        advanced,
        `WK-${String(number).padStart(6, '0')}-${String(index + 1).padStart(4, '0')}`,
      ]),
    );
    expect(lines.every(({ entry }) => entry !== null)).toBe(true);
    expect(await onBank(db(), grants[0]?.sourceIds ?? [])).toBe(before);
    for (const grant of grants) {
      expect(await entriesOf(db(), grant, 'payment')).toBe(0);
      expect(await waits(db(), grant)).toBe(0n);
      expect(await entriesOf(db(), grant, 'paymentOrder')).toBe(1);
    }
    expect(await batchByNumber(db(), number)).toMatchObject({ verdict: 'approved', total: 3n * advanced });
  });

  test('is refused with nothing on it, with too much, of what does not wait, on a day before today, without an account', async () => {
    const grant = await one();
    const { initiativeId } = grant;
    const make = (ids: string[], executeOn = today) =>
      makeBatch(office.payer, { initiativeIds: ids, executeOn });
    await expect(make([])).rejects.toEqual(refused('nothingToPay'));
    const others = Array.from({ length: mostPayments }, () => randomUUID());
    await expect(make([initiativeId, ...others])).rejects.toEqual(refused('tooMany'));
    await expect(make([initiativeId, randomUUID()])).rejects.toEqual(refused('nothingToPay'));
    await expect(make([initiativeId], addDays(today, -1))).rejects.toEqual(refused('dateOutside'));
    await expect(
      makeBatch(office.controller, { initiativeIds: [initiativeId], executeOn: today }),
    ).rejects.toEqual(refused('notYourRole'));
    await forgetPayees(it.owner.db, initiativeId);
    await expect(make([initiativeId])).rejects.toEqual(refused('noPayee'));
    expect(await waits(db(), grant)).toBe(advanced);
  });

  test('withdrawn with a reason pays nothing, and its payments can be listed again', async () => {
    const grant = await one();
    const first = await listed(office, [grant]);
    await expect(listed(office, [grant])).rejects.toEqual(refused('nothingToPay'));
    await expect(withdrawBatch(office.payer, { number: first, reason: ' ' })).rejects.toEqual(
      refused('reasonsRequired'),
    );
    await withdrawBatch(office.payer, { number: first, reason });
    await expect(withdrawBatch(office.payer, { number: first, reason })).rejects.toEqual(
      refused('alreadyDone'),
    );
    await expect(approveBatch(office.controller, first)).rejects.toEqual(refused('alreadyDone'));
    expect(await entriesOf(db(), grant, 'paymentOrder')).toBe(0);
    const { number } = await ordered(office, [grant]);
    expect(number).toBeGreaterThan(first);
    await expect(withdrawBatch(office.controller, { number, reason })).rejects.toEqual(
      refused('alreadyDone'),
    );
    expect(await entriesOf(db(), grant, 'paymentOrder')).toBe(1);
  });
});

describe('four eyes', () => {
  test('the maker cannot approve, also when the same person holds both roles', async () => {
    const grant = await one();
    const payer = await officer(it, 'payer');
    const controller = { role: 'controller' as const, validFrom: calendarDate('2020-01-01') };
    await it.owner.db.insert(roleTerm).values({ id: randomUUID(), personId: payer.personId, ...controller });
    const actor = await actorById(db(), payer.personId, 'strong', today);
    const both = { ...payer, actor: actor ?? payer.actor };
    const number = await makeBatch(both, { initiativeIds: [grant.initiativeId], executeOn: today });
    await expect(approveBatch(both, number)).rejects.toEqual(refused('samePerson'));
    await expect(approveBatch(office.payer, number)).rejects.toEqual(refused('notYourRole'));
    expect(await waits(db(), grant)).toBe(advanced);
    await approveBatch(office.controller, number);
    expect(await waits(db(), grant)).toBe(0n);
  });

  test('the database itself refuses two hands of one person', async () => {
    const number = await listed(office, [await one()]);
    const batch = await batchByNumber(db(), number);
    const verdict = sql`insert into payment_verdict (batch_id, verdict, made_by, given_by, given_at)
      values (${batch?.id}, 'approved', ${batch?.madeBy}, ${batch?.madeBy}, now())`;
    await expect(db().execute(verdict)).rejects.toMatchObject({
      cause: { constraint_name: 'payment_verdict_two_people' },
    });
  });
});

describe('L3: what changes between making and approving', () => {
  const reverseAdvance = async ({ initiativeId }: Grant) => {
    const [entry] = await db().execute<{ id: string }>(
      sql`select distinct e.id from journal_entry e join posting p on p.entry_id = e.id join account a on a.id = p.account_id
        where a.initiative_id = ${initiativeId} and e.kind = 'advance'`,
    );
    const entryId = BigInt(entry?.id ?? 0);
    await reverseEntry(office.controller, { entryId, reason: 'Een vergissing.', key: randomUUID() });
  };
  const confirm = ({ number }: Grant) => confirmed(office.controller, number);
  const changes: [string, (grant: Grant) => Promise<unknown>, bigint, typeof confirm?][] = [
    [
      'another account',
      ({ number }) => setPayee(office.payer, { number, ...payee, iban: 'NL20INGB0001234567' }),
      advanced,
      confirm,
    ],
    [
      'another name',
      ({ number }) => setPayee(office.payer, { number, ...payee, name: 'Iemand' }),
      advanced,
      confirm,
    ],
    ['the advance is taken back', reverseAdvance, 0n],
    [
      'more waits',
      ({ number }) => approveAdvance(office.controller, { number, cents: euros(20), key: randomUUID() }),
      advanced + euros(20),
    ],
  ];

  test.each(changes)('%s: refused, nothing is paid, of no line', async (_what, change, left, afterwards) => {
    const [grant, other] = await waitingGrants(it, office, 2);
    if (!grant || !other) throw new Error('no grants');
    const number = await listed(office, [other, grant]);
    await change(grant);
    await expect(approveBatch(office.controller, number)).rejects.toEqual(refused('batchStale'));
    expect(await batchByNumber(db(), number)).toMatchObject({ verdict: null });
    expect([await waits(db(), grant), await waits(db(), other)]).toEqual([left, advanced]);
    for (const each of [grant, other]) expect(await entriesOf(db(), each, 'paymentOrder')).toBe(0);
    await withdrawBatch(office.payer, { number, reason });
    await afterwards?.(grant);
    const anew = left > 0n ? [grant, other] : [other];
    expect((await ordered(office, anew)).lines).toHaveLength(anew.length);
  });
});

describe('at the same moment', () => {
  test('two lists of the same grants: each is listed once', async () => {
    const grants = await waitingGrants(it, office, 4);
    const both = await Promise.allSettled([listed(office, grants), listed(office, grants)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both).toContainEqual({ status: 'rejected', reason: refused('nothingToPay') });
    const rows = await paymentsTo(
      db(),
      grants.map(({ initiativeId }) => initiativeId),
    );
    expect(rows).toHaveLength(4);
    expect(rows.every(({ inBatch }) => inBatch !== null)).toBe(true);
  });

  test('approved eight times at once: paid once', async () => {
    const grant = await one();
    const number = await listed(office, [grant]);
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => approveBatch(office.controller, number)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of tries) {
      if (each.status === 'rejected') expect(each.reason).toEqual(refused('alreadyDone'));
    }
    expect(await entriesOf(db(), grant, 'paymentOrder')).toBe(1);
  });

  test('approved and withdrawn at once: one of both', async () => {
    const grant = await one();
    const number = await listed(office, [grant]);
    const both = await Promise.allSettled([
      approveBatch(office.controller, number),
      withdrawBatch(office.payer, { number, reason }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const approved = both[0]?.status === 'fulfilled';
    expect(await entriesOf(db(), grant, 'paymentOrder')).toBe(approved ? 1 : 0);
    expect(await waits(db(), grant)).toBe(approved ? 0n : advanced);
  });

  test('approved and given another account at once: paid to the account on the list, or not at all', async () => {
    const grant = await one();
    const number = await listed(office, [grant]);
    const other = { number: grant.number, ...payee, iban: 'NL20INGB0001234567' };
    const [approval] = await Promise.allSettled([
      approveBatch(office.controller, number),
      setPayee(office.payer, other),
    ]);
    const [line] = await linesOf(db(), number);
    expect(line?.iban).toBe('NL91ABNA0417164300');
    if (approval?.status === 'rejected') expect(approval.reason).toEqual(refused('batchStale'));
    expect(await entriesOf(db(), grant, 'paymentOrder')).toBe(approval?.status === 'fulfilled' ? 1 : 0);
  });
});

test('cut off half way, an approval leaves nothing; given again it pays once', async () => {
  const grants = await waitingGrants(it, office, 2);
  const number = await listed(office, grants);
  const [wijk] = grants.map((grant) => grant.wijk.areaId);
  const [outcome] = await cutOff(it, sql`select 1 from journal where area_id = ${wijk} for update`, () =>
    approveBatch(office.controller, number),
  );
  expect(outcome?.status).toBe('rejected');
  expect(await batchByNumber(db(), number)).toMatchObject({ verdict: null });
  for (const grant of grants) expect(await entriesOf(db(), grant, 'paymentOrder')).toBe(0);
  await approveBatch(office.controller, number);
  await expect(approveBatch(office.controller, number)).rejects.toEqual(refused('alreadyDone'));
  for (const grant of grants) expect(await entriesOf(db(), grant, 'paymentOrder')).toBe(1);
  const keys = await db()
    .select({ key: journalEntry.idempotencyKey })
    .from(journalEntry)
    .where(eq(journalEntry.kind, 'paymentOrder'));
  expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length);
});
