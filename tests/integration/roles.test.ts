import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actorById } from '#db/reads/people/person';
import { lastSignIn, onRoster, rosterPage } from '#db/reads/people/roster';
import { auditEntry, body, person, roleTerm } from '#db/schema';
import { visitor } from '~/domain/access/roles';
import { addDays, calendarDate } from '~/domain/calendar';
import { endRole } from '~/usecases/people/end-role.server';
import { giveRole } from '~/usecases/people/give-role.server';
import { invitePerson } from '~/usecases/people/invite-person.server';
import { requestReset } from '~/usecases/people/request-reset.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { outcomes } from '../support/money-races';
import { makeGemeente, makePerson } from '../support/person';
import {
  by,
  roleHolder,
  rosterNow,
  rosterSince,
  rosterToday as today,
  withoutAdministrators,
} from '../support/roster-world';

const database = useDatabase();
useChecks(database);
const tomorrow = addDays(today, 1);
let here = '';
let bodyId = '';
let admin: { id: string; termId: string };

beforeAll(async () => {
  const { db } = database.owner;
  ({ here } = await makeGemeente(db));
  bodyId = randomUUID();
  await db
    .insert(body)
    .values({ id: bodyId, kind: 'buurtraad', slug: 'hier', name: 'Raad Hier', areaId: here });
});

beforeEach(async () => {
  await withoutAdministrators(database);
  admin = await roleHolder(database, 'admin');
});

const rolesOn = async (personId: string, on = today) =>
  (await actorById(database.app.db, personId, 'strong', on))?.held.map(({ role }) => role);
const answerOf = async (act: Promise<unknown>) => (await outcomes([act]))[0];
const auditOf = async (personId: string) =>
  (await database.owner.db.select().from(auditEntry).where(eq(auditEntry.subjectId, personId)))
    .sort((a, b) => Number(a.seq - b.seq))
    .map(({ actorId, act, reason }) => [actorId, act, reason]);

describe('a role that is given', () => {
  test('counts from its first day up to and including its last, and says who gave it', async () => {
    const { id } = await makePerson(database.owner.db);
    const as = await by(database, admin.id);
    const to = { role: 'networker' as const, areaId: here };
    await giveRole(as, { personId: id, to, validFrom: tomorrow, lastDay: tomorrow });
    expect([await rolesOn(id), await rolesOn(id, tomorrow), await rolesOn(id, addDays(today, 2))]).toEqual([
      [],
      ['networker'],
      [],
    ]);
    const [term] = await database.owner.db.select().from(roleTerm).where(eq(roleTerm.personId, id));
    expect(term).toMatchObject({ areaId: here, givenBy: admin.id });
    expect(await auditOf(id)).toEqual([[admin.id, 'role.give', 'networker']]);
  });

  test('may be a seat in a council', async () => {
    const { id } = await makePerson(database.owner.db);
    const to = { role: 'chair' as const, bodyId };
    await giveRole(await by(database, admin.id), { personId: id, to, validFrom: today });
    expect(await rolesOn(id)).toEqual(['member', 'chair']);
  });

  test('is not given twice for the same days, also by two at once', async () => {
    const { id } = await makePerson(database.owner.db);
    const other = await roleHolder(database, 'admin');
    const give = async (adminId: string, days: { validFrom: typeof today; lastDay?: typeof today }) =>
      giveRole(await by(database, adminId), { personId: id, to: { role: 'payer' }, ...days });
    const answers = await outcomes([
      give(admin.id, { validFrom: today, lastDay: tomorrow }),
      give(other.id, { validFrom: tomorrow }),
    ]);
    expect(answers.sort()).toEqual(['done', 'roleHeld']);
    await giveRole(await by(database, admin.id), {
      ...{ personId: id, to: { role: 'controller' }, validFrom: today, lastDay: today },
    });
    await give(admin.id, { validFrom: calendarDate('2027-06-01') }).catch(() => undefined);
    expect((await rolesOn(id))?.includes('payer') || (await rolesOn(id, tomorrow))?.includes('payer')).toBe(
      true,
    );
  });

  test.each([
    ['a wijk that there is not', { role: 'areaManager' as const, areaId: randomUUID() }, 'choiceInvalid'],
    ['a council that there is not', { role: 'chair' as const, bodyId: randomUUID() }, 'choiceInvalid'],
  ])('is refused for %s', async (_what, to, code) => {
    const { id } = await makePerson(database.owner.db);
    const as = await by(database, admin.id);
    expect(await answerOf(giveRole(as, { personId: id, to, validFrom: today }))).toBe(code);
  });

  test('is refused for nobody, an ended account, yesterday, and by who is no administrator', async () => {
    const ended = await makePerson(database.owner.db, { endedAt: rosterNow });
    const { id } = await makePerson(database.owner.db);
    const controller = await roleHolder(database, 'controller');
    const as = await by(database, admin.id);
    const give = (personId: string, validFrom = today, context = as) =>
      answerOf(giveRole(context, { personId, to: { role: 'payer' }, validFrom }));
    expect(await give(randomUUID())).toBe('notFound');
    expect(await give(ended.id)).toBe('accountEnded');
    expect(await give(id, addDays(today, -1))).toBe('dateOutside');
    expect(await give(id, today, await by(database, controller.id))).toBe('notYourRole');
  });
});

describe('nobody gives a role to themselves', () => {
  test('by the page, nor by inviting their own address', async () => {
    const as = await by(database, admin.id);
    expect(
      await answerOf(giveRole(as, { personId: admin.id, to: { role: 'payer' }, validFrom: today })),
    ).toBe('aboutYourself');
    const found = await onRoster(database.app.db, admin.id, rosterNow);
    const who = { email: found?.email ?? '', name: 'Ik' };
    expect(await answerOf(invitePerson(as, { ...who, to: { role: 'payer' }, validFrom: today }))).toBe(
      'aboutYourself',
    );
    expect(await rolesOn(admin.id)).toEqual(['admin']);
  });

  test('ten times at once, with and without a colleague who gives it too', async () => {
    const other = await roleHolder(database, 'admin');
    const [as, colleague] = [await by(database, admin.id), await by(database, other.id)];
    const own = { personId: admin.id, to: { role: 'payer' as const }, validFrom: today };
    const mine = Array.from({ length: 10 }, () => giveRole(as, own));
    const answers = await outcomes([...mine, giveRole(colleague, own)]);
    expect(answers).toEqual([...Array<string>(10).fill('aboutYourself'), 'done']);
    const rows = await database.owner.db.select().from(roleTerm).where(eq(roleTerm.personId, admin.id));
    expect(rows.filter(({ role }) => role === 'payer').map(({ givenBy }) => givenBy)).toEqual([other.id]);
  });
});

test('nobody gives themselves a seat either', async () => {
  const to = { role: 'chair' as const, bodyId };
  const own = giveRole(await by(database, admin.id), { personId: admin.id, to, validFrom: today });
  expect(await answerOf(own)).toBe('aboutYourself');
  expect(await rolesOn(admin.id)).toEqual(['admin']);
});

describe('a role that ends', () => {
  const end = async (holder: { id: string; termId: string }, from = today, adminId = admin.id) =>
    endRole(await by(database, adminId), { personId: holder.id, termId: holder.termId, from });

  test('is gone that day, and in the record', async () => {
    const payer = await roleHolder(database, 'payer');
    await end(payer, tomorrow);
    expect([await rolesOn(payer.id), await rolesOn(payer.id, tomorrow)]).toEqual([['payer'], []]);
    await end(payer);
    expect(await rolesOn(payer.id)).toEqual([]);
    expect(await auditOf(payer.id)).toEqual([
      [admin.id, 'role.end', `payer ${tomorrow}`],
      [admin.id, 'role.end', `payer ${today}`],
    ]);
  });

  test('before it began never begins', async () => {
    const payer = await roleHolder(database, 'payer', { validFrom: tomorrow });
    await end(payer);
    expect(await rolesOn(payer.id, tomorrow)).toEqual([]);
  });

  test('does not end later, again, yesterday, or under another person', async () => {
    const payer = await roleHolder(database, 'payer');
    await end(payer, tomorrow);
    expect(await answerOf(end(payer, tomorrow))).toBe('alreadyDone');
    expect(await answerOf(end(payer, addDays(today, 9)))).toBe('alreadyDone');
    expect(await answerOf(end(payer, addDays(today, -1)))).toBe('dateOutside');
    expect(await answerOf(end({ id: admin.id, termId: payer.termId }))).toBe('notFound');
    expect(await answerOf(end({ id: payer.id, termId: randomUUID() }))).toBe('notFound');
  });
});

describe('the last administrator', () => {
  const end = async (who: { id: string; termId: string }, adminId = admin.id, from = today) =>
    endRole(await by(database, adminId), { personId: who.id, termId: who.termId, from });

  test('cannot end, not even on a later day', async () => {
    expect(await answerOf(end(admin))).toBe('lastAdmin');
    expect(await answerOf(end(admin, admin.id, calendarDate('2027-01-01')))).toBe('lastAdmin');
  });

  test('is not replaced by who cannot sign in, has ended, or administers for a while', async () => {
    await roleHolder(database, 'admin', { desk: false });
    const ended = await roleHolder(database, 'admin');
    await database.owner.db.update(person).set({ endedAt: rosterNow }).where(eq(person.id, ended.id));
    await roleHolder(database, 'admin', { validTo: calendarDate('2030-01-01') });
    expect(await answerOf(end(admin))).toBe('lastAdmin');
    await roleHolder(database, 'admin', { validFrom: calendarDate('2029-12-31') });
    expect(await answerOf(end(admin))).toBe('done');
  });

  test('lets go who was invited and never came', async () => {
    const invited = await roleHolder(database, 'admin', { desk: false });
    expect(await answerOf(end(invited))).toBe('done');
  });

  test.each(Array.from({ length: 10 }, (_, n) => n))(
    'two who end each other at the same moment: one stays (%i)',
    async () => {
      const other = await roleHolder(database, 'admin');
      const [one, two] = [await by(database, admin.id), await by(database, other.id)];
      const answers = await outcomes([
        endRole(one, { personId: other.id, termId: other.termId, from: today }),
        endRole(two, { personId: admin.id, termId: admin.termId, from: today }),
      ]);
      expect(answers.sort()).toEqual(['done', 'lastAdmin']);
    },
  );

  test('five who all end each other: one stays', async () => {
    const all = [
      admin,
      ...(await Promise.all(Array.from({ length: 4 }, () => roleHolder(database, 'admin')))),
    ];
    const acts = await Promise.all(
      all.flatMap((actor) =>
        all
          .filter((each) => each !== actor)
          .map(async (each) => ({ as: await by(database, actor.id), each })),
      ),
    );
    const answers = await outcomes(
      acts.map(({ as, each }) => endRole(as, { personId: each.id, termId: each.termId, from: today })),
    );
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(4);
    expect(new Set(answers)).toEqual(new Set(['done', 'lastAdmin', 'alreadyDone']));
    const left: (string[] | undefined)[] = [];
    for (const { id } of all) left.push(await rolesOn(id));
    expect(left.flat()).toEqual(['admin']);
  });
});

describe('the list', () => {
  const list = (search: Partial<Parameters<typeof rosterPage>[1]> = {}) =>
    rosterPage(database.app.db, { text: '', page: 1, ...search }, { today, now: rosterNow });

  test('holds who has, had or will have a role or seat, and no other residents', async () => {
    const resident = await makePerson(database.owner.db, {
      name: 'Zoë Çelik',
      email: 'zoe@voorbeeld.example',
    });
    const past = await roleHolder(database, 'payer', { validTo: calendarDate('2021-01-01') });
    const ids: string[] = [];
    for (let page = 1, pages = 1; page <= pages; page++) {
      const found = await list({ page });
      ids.push(...found.rows.map(({ id }) => id));
      ({ pages } = found);
    }
    expect(ids).toContain(past.id);
    expect(ids).toContain(admin.id);
    expect(ids).not.toContain(resident.id);
    for (const text of ['celik', 'ZOE', 'zoe@voor']) {
      expect((await list({ text })).rows.map(({ id, state }) => [id, state])).toEqual([
        [resident.id, 'none'],
      ]);
    }
    expect((await list({ text: '%' })).total).toBe(0);
  });

  test('keeps who has a role now or later', async () => {
    const past = await roleHolder(database, 'moderator', { validTo: calendarDate('2021-01-01') });
    const later = await roleHolder(database, 'moderator', { validFrom: tomorrow });
    const ids = (await list({ role: 'moderator' })).rows.map(({ id }) => id);
    expect([ids.includes(past.id), ids.includes(later.id)]).toEqual([false, true]);
    expect(
      (await list({ role: 'chair' })).rows.every(({ terms }) => terms.some(({ kind }) => kind === 'seat')),
    ).toBe(true);
  });

  test('says how each stands to the desks', async () => {
    const as = await by(database, admin.id);
    const closed = await roleHolder(database, 'payer', { desk: false });
    const invitation = { email: 'nieuw@voorbeeld.example', name: 'Nieuw' };
    const { personId } = await invitePerson(as, { ...invitation, to: { role: 'payer' }, validFrom: today });
    const stateOf = async (id: string, now = rosterNow) => (await onRoster(database.app.db, id, now))?.state;
    expect(await stateOf(admin.id)).toBe('open');
    expect(await stateOf(closed.id)).toBe('closed');
    expect(await stateOf(personId)).toBe('invited');
    expect(await stateOf(personId, new Date(rosterNow.getTime() + 7 * 86_400_000))).toBe('closed');
    expect(await lastSignIn(database.app.db, admin.id)).toBe(null);
  });

  test('takes no link to a new password, which anybody may ask, for an invitation', async () => {
    const closed = await roleHolder(database, 'payer', { desk: false });
    const nobody = { ...(await by(database, admin.id)), actor: visitor };
    const letter = { kind: 'signIn' as const, subject: 'x', body: 'x' };
    await requestReset(nobody, closed.email, { known: () => letter, unknown: () => letter });
    expect((await onRoster(database.app.db, closed.id, rosterNow))?.state).toBe('closed');
  });
});

describe('the database by itself', () => {
  const answer = async (who: 'app' | 'owner', work: string) => {
    try {
      await database[who].db.execute(work);
      return 'done';
    } catch (error) {
      return (error as { cause?: { constraint_name?: string } }).cause?.constraint_name;
    }
  };

  test('refuses a role that somebody gives themselves', async () => {
    const own = `insert into role_term (id, person_id, role, valid_from, given_by)
      values ('${randomUUID()}', '${admin.id}', 'payer', '${rosterSince}', '${admin.id}')`;
    expect(await answer('app', own)).toBe('role_term_by_another');
  });

  test.each([
    ['to end later', `valid_to = '2031-01-01'`],
    ['to have no end', 'valid_to = null'],
    ['of another kind', `role = 'admin'`],
    ['from another day', `valid_from = '2019-01-01'`],
    ['of somebody else', `person_id = (select id from person where id <> person_id limit 1)`],
    ['given by another', `given_by = (select id from person where id <> person_id limit 1)`],
  ])('refuses to change a role %s', async (_what, change) => {
    const { termId } = await roleHolder(database, 'payer', { validTo: calendarDate('2030-01-01') });
    const set = `update role_term set ${change} where id = '${termId}'`;
    expect(await answer('app', set)).toBe('role_only_ends');
    expect(await answer('owner', set)).toBe('role_only_ends');
  });

  const ending = (termId: string, on = today) =>
    `update role_term set valid_to = '${on}' where id = '${termId}'`;

  test('keeps the last administrator, by role and by account', async () => {
    expect(await answer('app', ending(admin.termId))).toBe('last_administrator');
    expect(await answer('app', `update person set ended_at = now() where id = '${admin.id}'`)).toBe(
      'last_administrator',
    );
    await roleHolder(database, 'admin', { validTo: calendarDate('2030-01-01') });
    expect(await answer('app', ending(admin.termId))).toBe('last_administrator');
    expect(await answer('app', ending(admin.termId, calendarDate('2029-12-31')))).toBe('last_administrator');
    await roleHolder(database, 'admin');
    expect(await answer('app', ending(admin.termId))).toBe('done');
  });

  test('keeps one of two who are ended by two transactions that are open at once', async () => {
    const other = await roleHolder(database, 'admin');
    const second = await database.app.db.transaction(async (tx) => {
      await tx.execute(ending(admin.termId));
      const waiting = answer('app', ending(other.termId));
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { waiting };
    });
    expect(await second.waiting).toBe('last_administrator');
  });
});
