import { randomUUID } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openFactorRequests } from '#db/reads/people/factor';
import { actorById } from '#db/reads/people/person';
import { onRoster } from '#db/reads/people/roster';
import { deskPassword } from '#db/reads/people/sign-in';
import { auditEntry, factorVerdict, mail, session, signInAttempt } from '#db/schema';
import { addDays, calendarDate } from '~/domain/calendar';
import { askFactor } from '~/usecases/people/ask-factor.server';
import { confirmFactor } from '~/usecases/people/confirm-factor.server';
import { disablePerson } from '~/usecases/people/disable-person.server';
import { endRole } from '~/usecases/people/end-role.server';
import { inviteAgain } from '~/usecases/people/invite-again.server';
import { invitePerson } from '~/usecases/people/invite-person.server';
import { signOutEverywhere } from '~/usecases/people/sign-out-everywhere.server';
import { withdrawFactor } from '~/usecases/people/withdraw-factor.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { outcomes } from '../support/money-races';
import { makeGemeente } from '../support/person';
import {
  by,
  roleHolder,
  rosterNow as now,
  rosterToday as today,
  withoutAdministrators,
} from '../support/roster-world';

const database = useDatabase();
useChecks(database);
type Holder = { id: string; email: string; termId: string };
let one: Holder;
let two: Holder;

beforeAll(() => makeGemeente(database.owner.db));
beforeEach(async () => {
  await withoutAdministrators(database);
  [one, two] = [await roleHolder(database, 'admin'), await roleHolder(database, 'admin')];
});

const as = (holder: Holder) => by(database, holder.id);
const answerOf = async (act: Promise<unknown>) => (await outcomes([act]))[0];
const stateOf = async ({ id }: Holder) => (await onRoster(database.app.db, id, now))?.state;
const rolesOf = async ({ id }: Holder, on = today) =>
  (await actorById(database.app.db, id, 'strong', on))?.held.map(({ role }) => role);
const sessionsOf = ({ id }: Holder) => database.owner.db.$count(session, eq(session.userId, id));
const actsOn = async ({ id }: Holder) =>
  (await database.owner.db.select().from(auditEntry).where(eq(auditEntry.subjectId, id)))
    .sort((a, b) => Number(a.seq - b.seq))
    .map(({ actorId, act, reason }) => [actorId, act, reason]);

async function signedIn(holder: Holder): Promise<void> {
  const hour = new Date(now.getTime() + 3_600_000);
  const row = { userId: holder.id, expiresAt: hour, createdAt: now, assurance: 'strong' as const };
  const id = `${randomUUID()}${randomUUID()}`.replaceAll('-', '');
  await database.owner.db.insert(session).values({ id, ...row });
}

const reason = 'Telefoon kwijt, gebeld.';

describe('a desk that is closed', () => {
  test('opens nothing any more: no session, no password, no link, no role', async () => {
    const payer = await roleHolder(database, 'payer');
    await signedIn(payer);
    await disablePerson(await as(one), { personId: payer.id, reason: 'Uit dienst.' });
    expect([await sessionsOf(payer), await deskPassword(database.app.db, payer.email)]).toEqual([0, null]);
    expect([await rolesOf(payer), await stateOf(payer)]).toEqual([[], 'closed']);
    expect(await actsOn(payer)).toEqual([
      [one.id, 'person.disable', 'Uit dienst.'],
      [one.id, 'role.end', `payer ${today}`],
    ]);
  });

  test('takes back what would begin later, and a link under way', async () => {
    const who = { email: 'straks@voorbeeld.example', name: 'Straks', to: { role: 'payer' as const } };
    const { personId } = await invitePerson(await as(one), { ...who, validFrom: addDays(today, 9) });
    const straks = { id: personId, email: who.email, termId: '' };
    expect(await stateOf(straks)).toBe('invited');
    await disablePerson(await as(one), { personId, reason: 'Vergissing.' });
    expect([await stateOf(straks), await rolesOf(straks, addDays(today, 9))]).toEqual(['closed', []]);
    const rows = await database.owner.db
      .select()
      .from(signInAttempt)
      .where(eq(signInAttempt.email, who.email));
    expect(rows.every(({ usedAt }) => usedAt !== null)).toBe(true);
  });

  test('is opened again by an invitation', async () => {
    const payer = await roleHolder(database, 'payer');
    const admin = await as(one);
    await disablePerson(admin, { personId: payer.id, reason: 'Uit dienst.' });
    expect(await answerOf(inviteAgain(admin, payer.id))).toBe('wrongState');
    const who = { email: payer.email, name: 'Weer', to: { role: 'payer' as const }, validFrom: today };
    await invitePerson(admin, who);
    expect([await stateOf(payer), await rolesOf(payer)]).toEqual(['invited', ['payer']]);
  });

  test('is not closed twice, for nobody, by oneself, or by who is no administrator', async () => {
    const payer = await roleHolder(database, 'payer');
    const close = async (who: string, actor: Holder = one) =>
      answerOf(disablePerson(await as(actor), { personId: who, reason: 'Uit dienst.' }));
    expect(await close(payer.id)).toBe('done');
    expect(await close(payer.id)).toBe('wrongState');
    expect(await close(randomUUID())).toBe('notFound');
    expect(await close(one.id)).toBe('aboutYourself');
    expect(await close(one.id, await roleHolder(database, 'controller'))).toBe('notYourRole');
  });

  test('of the last administrator who stays is not closed', async () => {
    const temporary = await roleHolder(database, 'admin', { validTo: calendarDate('2027-01-01') });
    await disablePerson(await as(one), { personId: two.id, reason: 'Uit dienst.' });
    const last = disablePerson(await as(temporary), { personId: one.id, reason: 'Uit dienst.' });
    expect(await answerOf(last)).toBe('lastAdmin');
    expect(await stateOf(one)).toBe('open');
  });

  test.each([0, 1, 2, 3, 4])('two who close each other at the same moment: one stays (%i)', async () => {
    const [a, b] = [await as(one), await as(two)];
    const answers = await outcomes([
      disablePerson(a, { personId: two.id, reason: 'Uit dienst.' }),
      disablePerson(b, { personId: one.id, reason: 'Uit dienst.' }),
    ]);
    expect(answers.sort()).toEqual(['done', 'lastAdmin']);
    expect([await stateOf(one), await stateOf(two)].sort()).toEqual(['closed', 'open']);
  });
});

test('signing out everywhere ends every session and nothing else', async () => {
  const payer = await roleHolder(database, 'payer');
  for (let count = 0; count < 3; count++) await signedIn(payer);
  await signOutEverywhere(await as(one), payer.id);
  expect([await sessionsOf(payer), await stateOf(payer), await rolesOf(payer)]).toEqual([
    0,
    'open',
    ['payer'],
  ]);
  expect(await actsOn(payer)).toEqual([[one.id, 'session.endAll', null]]);
  expect(await answerOf(signOutEverywhere(await as(one), randomUUID()))).toBe('notFound');
});

describe('a lost second factor', () => {
  test('is replaced by two: one asks and nothing changes, another confirms and a link goes by mail', async () => {
    const payer = await roleHolder(database, 'payer');
    await signedIn(payer);
    await askFactor(await as(one), { personId: payer.id, reason });
    expect([await sessionsOf(payer), await stateOf(payer)]).toEqual([1, 'open']);
    expect(await openFactorRequests(database.app.db)).toMatchObject([{ personId: payer.id, reason }]);
    await confirmFactor(await as(two), payer.id);
    expect([await sessionsOf(payer), await stateOf(payer)]).toEqual([0, 'invited']);
    expect(await rolesOf(payer)).toEqual(['payer']);
    const [letter] = await database.owner.db
      .select()
      .from(mail)
      .where(eq(mail.recipient, payer.email))
      .orderBy(desc(mail.createdAt));
    expect(letter).toMatchObject({
      kind: 'signIn',
      path: expect.stringMatching(/^\/uitnodiging\//) as string,
    });
    expect(await actsOn(payer)).toEqual([
      [one.id, 'factor.ask', reason],
      [two.id, 'factor.confirm', null],
    ]);
    expect(await openFactorRequests(database.app.db)).toEqual([]);
  });

  test('takes a second person, who is not whom it is about', async () => {
    const third = await roleHolder(database, 'admin');
    await askFactor(await as(one), { personId: third.id, reason });
    expect(await answerOf(confirmFactor(await as(one), third.id))).toBe('samePerson');
    expect(await answerOf(confirmFactor(await as(third), third.id))).toBe('aboutYourself');
    expect(await answerOf(withdrawFactor(await as(third), third.id))).toBe('aboutYourself');
    expect(await answerOf(askFactor(await as(third), { personId: third.id, reason }))).toBe('aboutYourself');
    const controller = await as(await roleHolder(database, 'controller'));
    expect(await answerOf(confirmFactor(controller, third.id))).toBe('notYourRole');
    expect(await answerOf(confirmFactor(await as(two), third.id))).toBe('done');
  });

  test('is asked once, of somebody who has one, and may be withdrawn', async () => {
    const payer = await roleHolder(database, 'payer');
    const closed = await roleHolder(database, 'payer', { desk: false });
    const ask = async (personId: string) => answerOf(askFactor(await as(one), { personId, reason }));
    expect([await ask(payer.id), await ask(payer.id), await ask(closed.id), await ask(randomUUID())]).toEqual(
      ['done', 'alreadyDone', 'wrongState', 'notFound'],
    );
    expect(await answerOf(withdrawFactor(await as(one), payer.id))).toBe('done');
    expect(await answerOf(confirmFactor(await as(two), payer.id))).toBe('notFound');
    expect([await ask(payer.id), await stateOf(payer)]).toEqual(['done', 'open']);
    await disablePerson(await as(one), { personId: payer.id, reason: 'Uit dienst.' });
    expect(await answerOf(confirmFactor(await as(two), payer.id))).toBe('wrongState');
    await withdrawFactor(await as(two), payer.id);
  });

  test('confirmed and withdrawn at the same moment becomes one of both', async () => {
    const payer = await roleHolder(database, 'payer');
    await askFactor(await as(one), { personId: payer.id, reason });
    const [a, b] = [await as(one), await as(two)];
    const answers = await outcomes([confirmFactor(b, payer.id), withdrawFactor(a, payer.id)]);
    expect(answers.sort()).toEqual(['done', 'notFound']);
    const verdicts = await database.owner.db
      .select()
      .from(factorVerdict)
      .where(eq(factorVerdict.personId, payer.id));
    expect(verdicts).toHaveLength(1);
  });

  test('of the one administrator who stays is not taken', async () => {
    const until = { validTo: calendarDate('2027-01-01') };
    const [asker, other] = [
      await roleHolder(database, 'admin', until),
      await roleHolder(database, 'admin', until),
    ];
    await endRole(await as(one), { personId: two.id, termId: two.termId, from: today });
    await askFactor(await as(asker), { personId: one.id, reason });
    expect(await answerOf(confirmFactor(await as(other), one.id))).toBe('lastAdmin');
    await withdrawFactor(await as(other), one.id);
  });

  test('taken while the others end each other leaves one who can sign in', async () => {
    const third = await roleHolder(database, 'admin');
    await askFactor(await as(one), { personId: third.id, reason });
    const [a, b] = [await as(one), await as(two)];
    await outcomes([
      confirmFactor(b, third.id),
      endRole(a, { personId: two.id, termId: two.termId, from: today }),
      endRole(b, { personId: one.id, termId: one.termId, from: today }),
    ]);
    const left: boolean[] = [];
    for (const each of [one, two, third]) {
      left.push((await stateOf(each)) === 'open' && (await rolesOf(each))?.length === 1);
    }
    expect(left.filter(Boolean).length).toBeGreaterThan(0);
  });
});

describe('the database by itself', () => {
  const answer = async (...work: string[]) => {
    try {
      await database.app.db.transaction(async (tx) => {
        for (const each of work) await tx.execute(each);
        tx.rollback();
      });
    } catch (error) {
      return (error as { cause?: { constraint_name?: string } }).cause?.constraint_name ?? 'done';
    }
    return 'done';
  };
  const id = randomUUID();
  const request = (about: Holder, asker: Holder) =>
    `insert into factor_request values ('${id}', '${about.id}', '${asker.id}', 'x', now())`;
  const verdict = (kind: string, about: Holder, asker: Holder, giver: Holder) =>
    `insert into factor_verdict values ('${id}', '${kind}', '${about.id}', '${asker.id}', '${giver.id}', now())`;

  test('takes two people, neither of them whom it is about', async () => {
    const payer = await roleHolder(database, 'payer');
    const asked = request(payer, one);
    expect(await answer(request(payer, payer))).toBe('factor_request_for_another');
    expect(await answer(asked, verdict('confirmed', payer, one, one))).toBe('factor_verdict_two_people');
    expect(await answer(asked, verdict('confirmed', payer, one, payer))).toBe('factor_verdict_for_another');
    expect(await answer(asked, verdict('confirmed', payer, two, one))).toBe('factor_verdict_of');
    expect(await answer(asked, verdict('withdrawn', payer, one, one))).toBe('done');
    expect(await answer(asked, verdict('confirmed', payer, one, two))).toBe('done');
  });

  test('keeps an administrator who can sign in', async () => {
    const until = { validTo: calendarDate('2027-01-01') };
    const other = await roleHolder(database, 'admin', until);
    const ends = `update role_term set valid_to = '${today}' where id = '${two.termId}'`;
    const asked = request(one, other);
    expect(await answer(asked, verdict('confirmed', one, other, two))).toBe('done');
    expect(await answer(ends, asked, verdict('confirmed', one, other, two))).toBe('last_administrator');
    expect(await answer(ends, asked, verdict('withdrawn', one, other, two))).toBe('done');
  });
});
