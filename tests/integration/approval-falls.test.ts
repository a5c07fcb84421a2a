import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { batchByNumber } from '#db/reads/payments/batch';
import { lastReturns } from '#db/reads/payments/returns';
import { actorById } from '#db/reads/people/person';
import { databaseError } from '#db/fault';
import { applicant, roleTerm } from '#db/schema';
import { calendarDate } from '~/domain/calendar';
import { negate } from '~/domain/money/cents';
import { approveBatch } from '~/usecases/payments/approve-batch.server';
import { type Context } from '~/usecases/context.server';
import { setPayee } from '~/usecases/grants/set-payee.server';
import { withdrawBatch } from '~/usecases/payments/withdraw-batch.server';
import { officer } from '../support/grant-world';
import { today } from '../support/money-world';
import { confirmed, forgetPayees } from '../support/payee';
import {
  advanced,
  type Grant,
  linesOf,
  listed,
  ordered,
  paid,
  payee,
  waitingGrants,
  waits,
} from '../support/payment-world';
import { refused } from '../support/refused';
import { useStatements } from '../support/statement-world';

const world = useStatements();
const { it, db, on, statement, read } = world;
const reason = 'Een rekeningnummer klopt niet meer.';
const changed = { iban: 'NL20INGB0001234567', name: 'Stichting Straatfeest' };

async function waiting(): Promise<Grant> {
  const [grant] = await waitingGrants(it, world.office, 1);
  if (!grant) throw new Error('no grant');
  return grant;
}

const stateOf = async (number: number) => (await batchByNumber(db(), number))?.state;

/** Somebody of the gemeente who makes payments and approves them as well. */
async function both(): Promise<Context & { personId: string }> {
  const payer = await officer(it, 'payer');
  const term = { role: 'controller' as const, validFrom: calendarDate('2020-01-01') };
  await it.owner.db.insert(roleTerm).values({ id: randomUUID(), personId: payer.personId, ...term });
  const actor = await actorById(db(), payer.personId, 'strong', today);
  return { ...payer, actor: actor ?? payer.actor };
}

describe('whoever recorded an account', () => {
  const verdict = async (number: number, by: string) => {
    const batch = await batchByNumber(db(), number);
    return db()
      .execute(
        sql`insert into payment_verdict (batch_id, verdict, made_by, given_by, given_at)
          values (${batch?.id}, 'approved', ${batch?.madeBy}, ${by}, now())`,
      )
      .then(
        () => null,
        (error: unknown) => databaseError(error)?.constraint_name,
      );
  };

  test('does not approve a list that pays to it, with whatever roles; another does', async () => {
    const grant = await waiting();
    const two = await both();
    await setPayee(two, { number: grant.number, ...changed });
    await confirmed(world.office.controller, grant.number);
    const number = await listed(world.office, [await waiting(), grant]);
    await expect(approveBatch(two, number)).rejects.toEqual(refused('recordedByApprover'));
    expect(await verdict(number, two.personId)).toBe('payment_verdict_recorder');
    expect(await waits(db(), grant)).toBe(advanced);
    await approveBatch(world.office.controller, number);
  });

  test('nor does an applicant who is controller as well, whose first account nobody has to confirm', async () => {
    const grant = await waiting();
    const { personId, ...controller } = await officer(it, 'controller');
    await it.owner.db.delete(applicant).where(eq(applicant.initiativeId, grant.initiativeId));
    await it.owner.db.insert(applicant).values({ ...grant, personId, part: 'applicant' });
    await forgetPayees(it.owner.db, grant.initiativeId);
    await setPayee(controller, { number: grant.number, ...changed });
    const number = await listed(world.office, [grant]);
    await expect(approveBatch(controller, number)).rejects.toEqual(refused('recordedByApprover'));
    expect(await waits(db(), grant)).toBe(advanced);
  });

  test('the database itself approves no account that is another by now', async () => {
    const grant = await waiting();
    const number = await listed(world.office, [grant]);
    await setPayee(world.office.payer, { number: grant.number, ...changed });
    const controller = world.office.controller.actor.personId ?? '';
    expect(await verdict(number, controller)).toBe('payment_verdict_payee_latest');
  });
});

describe('L3: an account that changes after the approval', () => {
  test('makes it fall, until a controller withdraws the list: then all of it waits again', async () => {
    const [grant, other] = await waitingGrants(it, world.office, 2);
    if (!grant || !other) throw new Error('no grants');
    const { number } = await ordered(world.office, [grant, other]);
    expect(await stateOf(number)).toBe('approved');
    await expect(withdrawBatch(world.office.controller, { number, reason })).rejects.toEqual(
      refused('alreadyDone'),
    );
    await setPayee(world.office.payer, { number: grant.number, ...changed });
    expect(await stateOf(number)).toBe('fallen');
    await expect(withdrawBatch(world.office.payer, { number, reason })).rejects.toEqual(
      refused('notYourRole'),
    );
    await withdrawBatch(world.office.controller, { number, reason });
    expect(await stateOf(number)).toBe('undone');
    for (const each of [grant, other]) expect(await waits(db(), each)).toBe(advanced);
    await expect(
      withdrawBatch(world.office.controller, { number, reason: `${reason} Echt.` }),
    ).rejects.toEqual(refused('alreadyDone'));
    // That its account is another is true too, and no longer what matters.
    await expect(approveBatch(world.office.controller, number)).rejects.toEqual(refused('alreadyDone'));

    await confirmed(world.office.controller, grant.number);
    const again = await ordered(world.office, [grant, other]);
    expect(await stateOf(again.number)).toBe('approved');
    expect(again.lines.map(({ iban }) => iban).sort()).toEqual(['NL20INGB0001234567', 'NL91ABNA0417164300']);
  });

  test('is of no matter to what the bank paid already; the rest is taken back', async () => {
    const [grant, other] = await waitingGrants(it, world.office, 2);
    if (!grant || !other) throw new Error('no grants');
    const { number, lines } = await ordered(world.office, [grant, other]);
    const [first] = lines;
    if (!first) throw new Error('no line');
    await read(statement({ cents: negate(first.cents), on, endToEndId: first.endToEndId }));
    await setPayee(world.office.payer, { number: grant.number, ...changed });
    expect(await stateOf(number)).toBe('approved');
    await setPayee(world.office.payer, { number: other.number, ...changed });
    expect(await stateOf(number)).toBe('fallen');
    await withdrawBatch(world.office.controller, { number, reason });
    expect(await stateOf(number)).toBe('undone');
    expect(await Promise.all([grant, other].map((each) => waits(db(), each)))).toEqual([0n, advanced]);
  });

  test('at the same moment as the approval, ten times: nothing is paid on it', async () => {
    for (const grant of await waitingGrants(it, world.office, 10)) {
      const number = await listed(world.office, [grant]);
      const [approval] = await Promise.allSettled([
        approveBatch(world.office.controller, number),
        setPayee(world.office.payer, { number: grant.number, ...changed }),
      ]);
      if (approval.status === 'rejected') {
        expect(approval.reason).toEqual(refused('batchStale'));
        expect([await stateOf(number), await waits(db(), grant)]).toEqual(['waiting', advanced]);
      } else expect(await stateOf(number)).toBe('fallen');
    }
  });

  test('withdrawn by four at once and told by the bank meanwhile: taken back once, or paid', async () => {
    for (const grant of await waitingGrants(it, world.office, 3)) {
      const { number, lines } = await ordered(world.office, [grant]);
      const [line] = lines;
      if (!line) throw new Error('no line');
      await setPayee(world.office.payer, { number: grant.number, ...changed });
      const back = { cents: line.cents, on, endToEndId: line.endToEndId, reason: 'AC04' };
      const [, ...tries] = await Promise.allSettled([
        read(statement({ cents: negate(line.cents), on, endToEndId: line.endToEndId }, back)),
        ...[1, 2, 3, 4].map((n) =>
          withdrawBatch(world.office.controller, { number, reason: `${reason} ${n}` }),
        ),
      ]);
      for (const each of tries) {
        if (each.status === 'rejected') expect(each.reason).toEqual(refused('alreadyDone'));
      }
      expect(await waits(db(), grant)).toBe(advanced);
    }
  });
});

describe('a payment that came back', () => {
  const backOf = async ({ initiativeId }: Grant) =>
    (await lastReturns(db(), [initiativeId])).get(initiativeId);

  test('keeps its reason and its day until the money is paid again', async () => {
    const grant = await waiting();
    const { lines } = await paid(world.office, [grant]);
    const [line] = lines;
    if (!line) throw new Error('no line');
    expect(await backOf(grant)).toBeUndefined();
    const { cents, endToEndId } = line;
    await read(statement({ cents, on, endToEndId, reason: 'AC04' }));
    expect(await backOf(grant)).toMatchObject({ on, why: { reason: 'AC04' }, payeeChanged: false });
    await setPayee(world.office.payer, { number: grant.number, ...changed });
    expect(await backOf(grant)).toMatchObject({ why: { reason: 'AC04' }, payeeChanged: true });
    await confirmed(world.office.controller, grant.number);
    const { number } = await ordered(world.office, [grant]);
    expect(await backOf(grant)).toBeUndefined();
    await setPayee(world.office.payer, { number: grant.number, ...payee });
    await withdrawBatch(world.office.controller, { number, reason });
    expect(await backOf(grant)).toMatchObject({ why: { reason: 'AC04' } });
    expect((await linesOf(db(), number)).map(({ undone }) => undone)).toEqual([true]);
  });
});
