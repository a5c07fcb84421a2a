import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Database, type Transaction } from '#db/client';
import { payeeOf } from '#db/reads/grants/payee';
import { actorById } from '#db/reads/people/person';
import { applicant, mail, payee, person, roleTerm } from '#db/schema';
import { databaseError } from '#db/fault';
import { calendarDate } from '~/domain/calendar';
import { approveBatch } from '~/usecases/payments/approve-batch.server';
import { confirmPayee } from '~/usecases/grants/confirm-payee.server';
import { type Context } from '~/usecases/context.server';
import { makeBatch } from '~/usecases/payments/make-batch.server';
import { setPayee } from '~/usecases/grants/set-payee.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { officer } from '../support/grant-world';
import { today } from '../support/money-world';
import {
  advanced,
  type Grant,
  listed,
  makeOffice,
  type Office,
  waitingGrants,
  waits,
} from '../support/payment-world';
import { account, confirmed, forgetPayees } from '../support/payee';
import { makePerson } from '../support/person';
import { refused } from '../support/refused';

const it = useDatabase();
useChecks(it);
let office: Office;
beforeAll(async () => {
  office = await makeOffice(it);
});

const db = () => it.app.db;
const thiefs = { iban: 'NL20INGB0001234567', name: 'Een dief' };
const { iban: _iban, ...named } = account;

async function waiting(): Promise<Grant> {
  const [grant] = await waitingGrants(it, office, 1);
  if (!grant) throw new Error('no grant');
  return grant;
}

const latest = async ({ initiativeId }: Grant) => {
  const found = await payeeOf(db(), initiativeId);
  if (!found) throw new Error('no payee');
  return found;
};

async function applicantOf({ initiativeId }: Grant): Promise<Context & { email: string }> {
  const [found] = await db()
    .select({ id: person.id, email: person.email })
    .from(applicant)
    .innerJoin(person, eq(person.id, applicant.personId))
    .where(eq(applicant.initiativeId, initiativeId));
  const actor = await actorById(db(), found?.id ?? '', 'code', today);
  if (!found || !actor) throw new Error('no applicant');
  return { ...office.payer, actor, email: found.email };
}

/** Somebody of the gemeente who makes payments and approves them as well. */
async function both(): Promise<Context & { personId: string }> {
  const payer = await officer(it, 'payer');
  const term = { role: 'controller' as const, validFrom: calendarDate('2020-01-01') };
  await it.owner.db.insert(roleTerm).values({ id: randomUUID(), personId: payer.personId, ...term });
  const actor = await actorById(db(), payer.personId, 'strong', today);
  return { ...payer, actor: actor ?? payer.actor };
}

describe('a thief with one account', () => {
  test('of a payer: changes where the money goes, and cannot list it nor confirm it', async () => {
    const grant = await waiting();
    await setPayee(office.payer, { number: grant.number, ...thiefs });
    await expect(listed(office, [grant])).rejects.toEqual(refused('payeeUnconfirmed'));
    const { id: payeeId } = await latest(grant);
    const own = confirmPayee(office.payer, { number: grant.number, payeeId });
    await expect(own).rejects.toEqual(refused('notYourRole'));
    expect(await waits(db(), grant)).toBe(advanced);
  });

  test('of somebody with both roles: does not confirm what they changed, nor list what they confirmed', async () => {
    const grant = await waiting();
    const two = await both();
    await setPayee(two, { number: grant.number, ...thiefs });
    const { id: payeeId } = await latest(grant);
    const own = confirmPayee(two, { number: grant.number, payeeId });
    await expect(own).rejects.toEqual(refused('payeeOwnChange'));

    await setPayee(await applicantOf(grant), { number: grant.number, ...account });
    await confirmed(two, grant.number);
    const list = makeBatch(two, { initiativeIds: [grant.initiativeId], executeOn: today });
    await expect(list).rejects.toEqual(refused('confirmedByMaker'));
    await approveBatch(two, await listed(office, [grant]));
    expect(await waits(db(), grant)).toBe(0n);
  });

  test('of an applicant: the first account is paid to at once, another waits for the controller', async () => {
    const grant = await waiting();
    const context = await applicantOf(grant);
    await forgetPayees(it.owner.db, grant.initiativeId);
    await setPayee(context, { number: grant.number, ...account });
    expect(await latest(grant)).toMatchObject({ waits: false, byApplicant: true, before: null });
    await setPayee(context, { number: grant.number, ...account, name: 'Een dief' });
    expect(await latest(grant)).toMatchObject({
      waits: true,
      byApplicant: true,
      before: 'NL91ABNA0417164300',
    });
    await expect(listed(office, [grant])).rejects.toEqual(refused('payeeUnconfirmed'));
    await confirmed(office.controller, grant.number);
    await approveBatch(office.controller, await listed(office, [grant]));
  });

  test('of a controller who asked for the money: does not confirm where it goes', async () => {
    const grant = await waiting();
    const { personId, ...controller } = await officer(it, 'controller');
    await it.owner.db.insert(applicant).values({ ...grant, personId, part: 'coApplicant' });
    await setPayee(office.payer, { number: grant.number, ...thiefs });
    const { id: payeeId, recordedBy } = await latest(grant);
    const own = confirmPayee(controller, { number: grant.number, payeeId });
    await expect(own).rejects.toEqual(refused('ownInitiative'));
    expect(await constraintOf(confirmation(payeeId, recordedBy, personId))).toBe(
      'payee_confirmation_by_applicant',
    );
  });
});

const confirmation = (payeeId: string, recordedBy: string, by: string) =>
  sql`insert into payee_confirmation (payee_id, recorded_by, confirmed_by, confirmed_at) values (${payeeId}, ${recordedBy}, ${by}, now())`;

/** Which constraint refuses this statement of the app; null when it goes through. */
async function constraintOf(statement: ReturnType<typeof sql>): Promise<string | null> {
  return db()
    .execute(statement)
    .then(
      () => null,
      (error: unknown) => databaseError(error)?.constraint_name ?? 'another error',
    );
}

describe('whatever the code does, the database refuses', () => {
  test('a payment to an account that waits, that is not the last, or that the maker confirmed', async () => {
    const [grant, other] = await waitingGrants(it, office, 2);
    if (!grant || !other) throw new Error('no grants');
    const batch = async (madeBy: string | null) => {
      const id = randomUUID();
      await db().execute(
        sql`insert into payment_batch (id, execute_on, made_by, made_at) values (${id}, ${today}, ${madeBy}, now())`,
      );
      return id;
    };
    const payer = office.payer.actor.personId;
    const line = (batchId: string, payeeId: string, initiativeId = grant.initiativeId) =>
      constraintOf(sql`insert into payment_line (id, batch_id, position, initiative_id, payee_id, cents, end_to_end_id)
        values (${randomUUID()}, ${batchId}, 1, ${initiativeId}, ${payeeId}, 1, ${randomUUID().slice(0, 8).toUpperCase()})`);
    const before = await latest(grant);
    const made = await batch(payer);
    expect(await line(made, before.id, other.initiativeId)).toBe('payment_line_payee_latest');
    await setPayee(office.payer, { number: grant.number, ...thiefs });
    const after = await latest(grant);
    expect(await line(made, before.id)).toBe('payment_line_payee_latest');
    expect(await line(made, after.id)).toBe('payment_line_payee_confirmed');
    const own = confirmation(after.id, after.recordedBy, after.recordedBy);
    expect(await constraintOf(own)).toBe('payee_confirmation_two_people');
    await confirmed(office.controller, grant.number);
    const maker = await batch(office.controller.actor.personId);
    expect(await line(maker, after.id)).toBe('payment_line_payee_two_people');
  });

  test('to believe that an account need not wait, also of two that are first at once', async () => {
    const grant = await waiting();
    const { actor } = await applicantOf(grant);
    await forgetPayees(it.owner.db, grant.initiativeId);
    const insert = (tx: Transaction | Database) =>
      tx.execute(sql`insert into payee (id, initiative_id, iban, name, recorded_by, recorded_at, waits)
        values (${randomUUID()}, ${grant.initiativeId}, 'NL20INGB0001234567', 'Een dief', ${actor.personId}, now(), false)`);
    let second: Promise<unknown> | undefined;
    await db().transaction(async (tx) => {
      await insert(tx);
      second = insert(db()).then(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await second;
    const rows = await db().select().from(payee).where(eq(payee.initiativeId, grant.initiativeId));
    expect(rows.map((row) => row.waits).sort()).toEqual([false, true]);
  });
});

test('a confirmation is of the account that was looked at', async () => {
  const grant = await waiting();
  await setPayee(office.payer, { number: grant.number, ...thiefs });
  const { id: payeeId } = await latest(grant);
  await setPayee(office.payer, { number: grant.number, ...thiefs, name: 'Nog een dief' });
  const late = confirmPayee(office.controller, { number: grant.number, payeeId });
  await expect(late).rejects.toEqual(refused('payeeChanged'));
});

describe('at the same moment', () => {
  test('confirmed by eight: once', async () => {
    const grant = await waiting();
    await setPayee(office.payer, { number: grant.number, ...thiefs });
    const { id: payeeId } = await latest(grant);
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => confirmPayee(office.controller, { number: grant.number, payeeId })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of tries) {
      if (each.status === 'rejected') expect(each.reason).toEqual(refused('alreadyDone'));
    }
  });

  test('confirmed and changed, ten times: the confirmation never counts for what came after it', async () => {
    const grant = await waiting();
    for (let round = 0; round < 10; round += 1) {
      await setPayee(office.payer, { number: grant.number, ...thiefs, name: `Eerste ${round}` });
      const { id: payeeId } = await latest(grant);
      const change = { number: grant.number, ...named, iban: thiefs.iban, name: `Tweede ${round}` };
      const [asked] = await Promise.allSettled([
        confirmPayee(office.controller, { number: grant.number, payeeId }),
        setPayee(office.payer, change),
      ]);
      if (asked.status === 'rejected') expect(asked.reason).toEqual(refused('payeeChanged'));
      expect(await latest(grant)).toMatchObject({ name: change.name, waits: true, confirmedBy: null });
      await expect(listed(office, [grant])).rejects.toEqual(refused('payeeUnconfirmed'));
    }
  });

  test('changed and listed: on the list stands the account that was right, or nothing', async () => {
    for (const grant of await waitingGrants(it, office, 5)) {
      const [list] = await Promise.allSettled([
        listed(office, [grant]),
        setPayee(office.payer, { number: grant.number, ...thiefs }),
      ]);
      if (list.status === 'rejected') {
        expect(['payeeUnconfirmed', 'payeeChanged']).toContain((list.reason as { code: string }).code);
      } else {
        await expect(approveBatch(office.controller, list.value)).rejects.toEqual(refused('batchStale'));
      }
      expect(await waits(db(), grant)).toBe(advanced);
    }
  });
});

describe('every applicant is told', () => {
  const changeLetters = async (email: string) =>
    (await db().select().from(mail).where(eq(mail.recipient, email)))
      .filter(({ subject }) => subject.startsWith('Rekeningnummer gewijzigd'))
      .map(({ subject, body, path }) => ({ subject, body: body ?? '', path }));

  test('what changed, when, by whom, with four signs of the number and what to do', async () => {
    const grant = await waiting();
    const { number } = grant;
    const asking = await makePerson(it.owner.db);
    await it.owner.db.insert(applicant).values({ ...grant, personId: asking.id, part: 'coApplicant' });
    const context = await applicantOf(grant);
    await setPayee(office.payer, { number, ...thiefs });
    await setPayee(office.payer, { number, ...thiefs });
    const letters = await changeLetters(context.email);
    expect(letters).toHaveLength(1);
    expect(await changeLetters(asking.email)).toEqual(letters);
    const [letter] = letters;
    expect(letter?.subject).toBe(`Rekeningnummer gewijzigd voor initiatief ${number}`);
    expect(letter?.path).toBe(`/initiatieven/${number}/rekening`);
    expect(letter?.body).toContain('maandag 1 juni 2026');
    expect(letter?.body).toContain('Dat deed een betaler van de gemeente.');
    expect(letter?.body).toContain('eindigt nu op 4567.');
    expect(letter?.body).toContain('Tot die tijd betalen we niets.');
    expect(letter?.body).toContain('Was jij dit niet');
    expect(letter?.body).not.toMatch(/INGB|000123|Een dief/);
    await setPayee(context, { number, ...account });
    const who = (await changeLetters(asking.email)).map(({ body }) => /Dat deed ([^.]*)/.exec(body)?.[1]);
    expect(who.sort()).toEqual(['een aanvrager van dit initiatief', 'een betaler van de gemeente']);
  });
});
