import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { residenceMethodOf } from '#db/reads/people/residence';
import { cents } from '~/domain/money/cents';
import { beforeAll, describe, expect, test } from 'vitest';
import { databaseError } from '#db/fault';
import { seatsOf } from '#db/reads/council/body';
import {
  area,
  auditEntry,
  body,
  mail,
  mandate,
  membership,
  person,
  rulesOfOrder,
  scheme,
  schemeArea,
  schemeVersion,
  seat,
} from '#db/schema';
import { addDays, calendarDate } from '~/domain/calendar';
import { presets } from '~/domain/council/rules-of-order';
import { addSeats } from '~/usecases/council/add-seats.server';
import { closeSeat } from '~/usecases/council/close-seat.server';
import { type Context } from '~/usecases/context.server';
import { createBody } from '~/usecases/council/create-body.server';
import { decideItem } from '~/usecases/council/decide-item.server';
import { endMembership } from '~/usecases/council/end-membership.server';
import { giveMandate, type NewMandate } from '~/usecases/council/give-mandate.server';
import { giveMembership, type NewMembership } from '~/usecases/council/give-membership.server';
import { stateOfItem } from '~/usecases/council/parts/item.server';
import { setRules } from '~/usecases/council/set-rules.server';
import { updateBody } from '~/usecases/council/update-body.server';
import { useChecks } from '../support/checks';
import { administrator } from '../support/council-admin';
import { chairOf, euros, makeCouncil, newPeople, openItem, today, vote } from '../support/council-world';
import { useDatabase } from '../support/database';
import { makeGemeente } from '../support/person';
import { refused } from '../support/refused';

const database = useDatabase({ max: 10 });
useChecks(database);
const db = () => database.app.db;
let admin: Context;
let gemeenteId: string;

beforeAll(async () => {
  ({ gemeenteId } = await makeGemeente(database.owner.db));
  admin = await administrator(database);
});

const details = { name: 'Buurtraad', contactEmail: null, contactText: null };
const actsOn = async (subjectId: string) =>
  (await db().select().from(auditEntry).where(eq(auditEntry.subjectId, subjectId))).map(({ act }) => act);

/** A wijk that has no council yet. */
async function newWijk(): Promise<string> {
  const id = randomUUID();
  const names = { slug: `wijk-${id}`, name: 'Wijk' };
  const validFrom = calendarDate('2020-01-01');
  await database.owner.db.insert(area).values({ id, kind: 'wijk', ...names, validFrom });
  return id;
}

/** A council without anybody, in a wijk of its own, without rules of order. */
async function freshCouncil(): Promise<string> {
  const id = randomUUID();
  const row = { kind: 'buurtraad', slug: `raad-${id}`, name: 'Buurtraad' } as const;
  await database.owner.db.insert(body).values({ id, ...row, areaId: await newWijk() });
  return id;
}

/** A free seat of a new council, of residents unless another kind is asked. */
async function freeSeat(bodyId: string, kind: 'resident' | 'networker' = 'resident', voting = true) {
  const before = new Set((await seatsOf(db(), bodyId, today)).map(({ seatId }) => seatId));
  await addSeats(admin, { bodyId, kind, voting, count: 1, from: today });
  const added = (await seatsOf(db(), bodyId, today)).find(({ seatId }) => !before.has(seatId));
  return added?.seatId ?? '';
}

async function someone() {
  const [id = ''] = await newPeople(database.owner.db, 1);
  return { id, email: `${id}@wijkkas.example` };
}

const term = (seatId: string, email: string, change: Partial<NewMembership> = {}): NewMembership => ({
  ...{ seatId, email, name: '', duty: 'member', appointed: 'elected', from: today, lastDay: null },
  livesThere: false,
  ...change,
});

/** Which rule of the database refuses an act, or 'done'. */
async function constraintOf(act: PromiseLike<unknown>): Promise<string> {
  try {
    await act;
    return 'done';
  } catch (error) {
    return databaseError(error)?.constraint_name ?? 'another error';
  }
}

describe('a council', () => {
  test('is made once for an area, with rules of order from today on', async () => {
    const areaId = await newWijk();
    const input = { ...details, areaId, slug: `raad-${areaId}`, preset: 'supporting' } as const;
    const slug = await createBody(admin, input);
    const [made] = await db().select().from(body).where(eq(body.slug, slug));
    expect(made).toMatchObject({ kind: 'buurtraad', areaId, name: 'Buurtraad' });
    const rules = await db()
      .select()
      .from(rulesOfOrder)
      .where(eq(rulesOfOrder.bodyId, made?.id ?? ''));
    expect(rules).toMatchObject([{ validFrom: today, ...presets.supporting }]);
    expect(await actsOn(made?.id ?? '')).toEqual(['body.create', 'rules.set']);
    await expect(createBody(admin, { ...input, slug: 'elders' })).rejects.toEqual(
      refused('councilExists', 'areaId'),
    );
    const twice = { ...input, areaId: gemeenteId };
    await expect(createBody(admin, twice)).rejects.toEqual(refused('slugTaken', 'slug'));
    await expect(createBody(admin, { ...twice, slug: 'nieuw' })).rejects.toEqual(
      refused('slugInvalid', 'slug'),
    );
    const nowhere = { ...input, areaId: randomUUID(), slug: 'nergens' };
    await expect(createBody(admin, nowhere)).rejects.toEqual(refused('choiceInvalid', 'areaId'));
    await createBody(admin, { ...twice, slug: 'stadsraad' });
    const [city] = await db().select().from(body).where(eq(body.slug, 'stadsraad'));
    expect(city?.kind).toBe('stadsraad');
  });

  test('is called and reached as its page says, and keeps its address', async () => {
    const bodyId = await freshCouncil();
    const change = { name: 'Raad van Noord', contactEmail: 'raad@noord.example', contactText: 'Bel.' };
    await updateBody(admin, bodyId, change);
    expect((await db().select().from(body).where(eq(body.id, bodyId)))[0]).toMatchObject(change);
    expect(await actsOn(bodyId)).toEqual(['body.update']);
    await expect(updateBody(admin, randomUUID(), change)).rejects.toEqual(refused('notFound'));
  });

  test('is managed by an administrator alone', async () => {
    const council = await makeCouncil(database, { seats: 1 });
    const chair = await chairOf(db(), council);
    const { bodyId } = council;
    const no = refused('notYourRole');
    const input = { ...details, areaId: gemeenteId, slug: 'x', preset: 'together' } as const;
    await expect(createBody(chair, input)).rejects.toEqual(no);
    await expect(updateBody(chair, bodyId, details)).rejects.toEqual(no);
    const seats = { bodyId, kind: 'resident', voting: true, count: 1, from: today } as const;
    await expect(addSeats(chair, seats)).rejects.toEqual(no);
    await expect(closeSeat(chair, { seatId: bodyId, lastDay: today })).rejects.toEqual(no);
    await expect(giveMembership(chair, term(bodyId, 'a@b.example'))).rejects.toEqual(no);
    await expect(endMembership(chair, { membershipId: bodyId, lastDay: today })).rejects.toEqual(no);
    await expect(setRules(chair, { bodyId, from: today, rules: presets.together })).rejects.toEqual(no);
  });
});

describe('rules of order', () => {
  test('hold from a day on; two for the same day at once are one', async () => {
    const bodyId = await freshCouncil();
    const from = addDays(today, 7);
    const both = [presets.together, { ...presets.together, graceDays: 10 }].map((rules) =>
      setRules(admin, { bodyId, from, rules }),
    );
    const results = await Promise.allSettled(both);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const again = setRules(admin, { bodyId, from, rules: presets.supporting });
    await expect(again).rejects.toEqual(refused('rulesTaken', 'from'));
    const past = setRules(admin, { bodyId, from: addDays(today, -1), rules: presets.supporting });
    await expect(past).rejects.toEqual(refused('dateOutside', 'from'));
    const wrong = setRules(admin, { bodyId, from: today, rules: { ...presets.together, residentsPct: 49 } });
    await expect(wrong).rejects.toEqual(refused('numberInvalid', 'residentsPct'));
    expect(await actsOn(bodyId)).toEqual(['rules.set']);
  });

  test('say who has a vote, and how many at most', async () => {
    const bodyId = await freshCouncil();
    await setRules(admin, {
      bodyId,
      from: today,
      rules: { ...presets.supporting, minSeats: 1, maxSeats: 2 },
    });
    const add = (kind: 'resident' | 'networker', voting: boolean, count: number) =>
      addSeats(admin, { bodyId, kind, voting, count, from: today });
    await expect(add('networker', true, 1)).rejects.toEqual(refused('noVoteByRules', 'voting'));
    await expect(add('resident', true, 3)).rejects.toEqual(refused('seatsFull', 'count'));
    await add('networker', false, 4);
    await add('resident', true, 2);
    await expect(add('resident', true, 1)).rejects.toEqual(refused('seatsFull', 'count'));
    expect(await seatsOf(db(), bodyId, today)).toHaveLength(6);
  });

  test('end a term after the years that they give', async () => {
    const bodyId = await freshCouncil();
    await setRules(admin, { bodyId, from: today, rules: { ...presets.supporting, termYears: 2 } });
    const [first, second] = [await freeSeat(bodyId), await freeSeat(bodyId)];
    const [one, other] = [await someone(), await someone()];
    await giveMembership(admin, term(first, one.email));
    const [row] = await db().select().from(membership).where(eq(membership.personId, one.id));
    expect(row?.validTo).toBe(`${Number(today.slice(0, 4)) + 2}${today.slice(4)}`);
    const long = term(second, other.email, { lastDay: addDays(today, 3 * 366) });
    await expect(giveMembership(admin, long)).rejects.toEqual(refused('dateOutside', 'lastDay'));
  });
});

describe('somebody is seated', () => {
  test('found by their address, once in a council, one chair at a time', async () => {
    const bodyId = await freshCouncil();
    const [first, second, third] = [await freeSeat(bodyId), await freeSeat(bodyId), await freeSeat(bodyId)];
    const [one, other] = [await someone(), await someone()];
    await giveMembership(admin, term(first, one.email, { duty: 'chair' }));
    expect(await actsOn(one.id)).toEqual(['membership.give']);
    const give = (...asked: Parameters<typeof term>) => giveMembership(admin, term(...asked));
    await expect(give(first, other.email)).rejects.toEqual(refused('seatTaken', 'from'));
    await expect(give(second, one.email)).rejects.toEqual(refused('seatedAlready', 'email'));
    await expect(give(second, other.email, { duty: 'chair' })).rejects.toEqual(refused('dutyTaken', 'duty'));
    await expect(give(second, 'niemand@wijkkas.example')).rejects.toEqual(refused('personUnknown', 'email'));
    const early = { from: addDays(today, -1) };
    await expect(give(second, other.email, early)).rejects.toEqual(refused('dateOutside', 'from'));
    await expect(give(randomUUID(), other.email)).rejects.toEqual(refused('notFound'));
    await give(second, other.email, { duty: 'secretary', lastDay: addDays(today, 30) });
    await give(third, other.email, { from: addDays(today, 31) });
  });

  test('in the same seat by two administrators at once: one', async () => {
    const bodyId = await freshCouncil();
    for (let round = 0; round < 8; round++) {
      const seatId = await freeSeat(bodyId);
      const people = await Promise.all([someone(), someone(), someone()]);
      const results = await Promise.allSettled(
        people.map(({ email }) => giveMembership({ ...admin, newId: randomUUID }, term(seatId, email))),
      );
      const lost = results.filter((result) => result.status === 'rejected');
      expect(lost.map(({ reason }) => (reason as { code: string }).code)).toEqual(['seatTaken', 'seatTaken']);
      expect(await db().$count(membership, eq(membership.seatId, seatId))).toBe(1);
    }
  });

  test('as chair in two seats at once: one', async () => {
    const bodyId = await freshCouncil();
    const seats = [await freeSeat(bodyId), await freeSeat(bodyId)];
    const people = [await someone(), await someone()];
    const results = await Promise.allSettled(
      seats.map((seatId, at) =>
        giveMembership(admin, term(seatId, people[at]?.email ?? '', { duty: 'chair' })),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a seat of residents, where the scheme asks to show where one lives', () => {
  /** A council in a wijk whose scheme takes what was seen, and a letter. */
  async function strictCouncil() {
    const bodyId = await freshCouncil();
    const [council] = await db().select({ areaId: body.areaId }).from(body).where(eq(body.id, bodyId));
    const areaId = council?.areaId ?? '';
    await newScheme(areaId);
    return { bodyId, areaId };
  }
  async function newScheme(areaId: string) {
    const [schemeId, id] = [randomUUID(), randomUUID()];
    const rules = {
      ...{ minAge: 16, maxAmountCents: cents(500_000), ownContributionPct: 0, leadTimeWeeks: 4 },
      ...{ decisionWeeks: 8, advancePct: 80, carryOver: true, sitResidence: ['inPerson' as const] },
    };
    const from = calendarDate('2020-01-01');
    await database.owner.db.insert(scheme).values({ id: schemeId, name: id, legalRegime: 'college' });
    await database.owner.db.insert(schemeArea).values({ schemeId, areaId });
    await database.owner.db
      .insert(schemeVersion)
      .values({ id, schemeId, validFrom: from, publishedOn: from, ...rules });
  }

  test('is for whom it is known, or for whom the administrator saw it', async () => {
    const { bodyId, areaId } = await strictCouncil();
    const seatId = await freeSeat(bodyId);
    const one = await someone();
    await expect(giveMembership(admin, term(seatId, one.email))).rejects.toEqual(
      refused('residenceUnseen', 'livesThere'),
    );
    expect(await residenceMethodOf(db(), one.id, areaId)).toBe('self');
    await giveMembership(admin, term(seatId, one.email, { livesThere: true }));
    expect(await residenceMethodOf(db(), one.id, areaId)).toBe('inPerson');
    expect(await actsOn(one.id)).toContain('residence.prove');
  });

  test('is not asked of who sits there for something else', async () => {
    const { bodyId } = await strictCouncil();
    const seatId = await freeSeat(bodyId, 'networker', false);
    await expect(giveMembership(admin, term(seatId, (await someone()).email))).resolves.toBeUndefined();
  });
});

describe('somebody who has no desk', () => {
  test('is invited by mail to set password and second factor; who is new is told by name', async () => {
    const bodyId = await freshCouncil();
    const seatId = await freeSeat(bodyId);
    const email = 'nieuw.lid@wijkkas.example';
    await giveMembership(admin, term(seatId, email, { name: 'Nieuw Lid' }));
    const [made] = await db().select().from(person).where(eq(person.email, email));
    expect(made?.name).toBe('Nieuw Lid');
    expect((await seatsOf(db(), bodyId, today))[0]?.personId).toBe(made?.id);
    const letters = await db().select().from(mail).where(eq(mail.recipient, email));
    expect(letters).toHaveLength(1);
  });
});

describe('somebody leaves', () => {
  test('after a last day; what was before stays, and the seat can be filled again', async () => {
    const bodyId = await freshCouncil();
    const seatId = await freeSeat(bodyId);
    const [one, next] = [await someone(), await someone()];
    await giveMembership(admin, term(seatId, one.email));
    const [row] = await db().select().from(membership).where(eq(membership.personId, one.id));
    const membershipId = row?.id ?? '';
    const end = (lastDay = today) => endMembership(admin, { membershipId, lastDay });
    await expect(end(addDays(today, -1))).rejects.toEqual(refused('dateOutside', 'lastDay'));
    await end(addDays(today, 10));
    await end(addDays(today, 5));
    await expect(end(addDays(today, 6))).rejects.toEqual(refused('dateOutside', 'lastDay'));
    await end();
    await expect(end()).rejects.toEqual(refused('alreadyDone'));
    expect(await actsOn(one.id)).toEqual([
      'membership.give',
      ...Array.from({ length: 3 }, () => 'membership.end'),
    ]);
    expect((await seatsOf(db(), bodyId, today))[0]?.personId).toBe(one.id);
    const tomorrow = addDays(today, 1);
    expect((await seatsOf(db(), bodyId, tomorrow))[0]?.personId).toBeNull();
    await giveMembership(admin, term(seatId, next.email, { from: tomorrow }));
    const nobody = endMembership(admin, { membershipId: randomUUID(), lastDay: today });
    await expect(nobody).rejects.toEqual(refused('notFound'));
  });

  test('a seat closes when nobody sits there any more, for good', async () => {
    const bodyId = await freshCouncil();
    const seatId = await freeSeat(bodyId);
    const one = await someone();
    await giveMembership(admin, term(seatId, one.email, { lastDay: addDays(today, 3) }));
    const close = (lastDay = today) => closeSeat(admin, { seatId, lastDay });
    await expect(close(addDays(today, 2))).rejects.toEqual(refused('seatFilled', 'lastDay'));
    await expect(close(addDays(today, -1))).rejects.toEqual(refused('dateOutside', 'lastDay'));
    await close(addDays(today, 3));
    await expect(close(addDays(today, 9))).rejects.toEqual(refused('alreadyDone'));
    await expect(closeSeat(admin, { seatId: randomUUID(), lastDay: today })).rejects.toEqual(
      refused('notFound'),
    );
    expect(await seatsOf(db(), bodyId, addDays(today, 4))).toEqual([]);
    const late = term(seatId, (await someone()).email, { from: addDays(today, 4) });
    await expect(giveMembership(admin, late)).rejects.toEqual(refused('dateOutside', 'from'));
  });
});

describe('a mandate', () => {
  const limits = {
    ...{ maxPerDecisionCents: euros(1_000), maxPerApplicantPerYearCents: euros(2_000) },
    ...{ maxPerPeriodCents: null, themes: [], lastDay: null },
  };
  const termsOf = async (bodyId: string) =>
    (await db().select().from(mandate).where(eq(mandate.bodyId, bodyId)))
      .map(({ validFrom, validTo }) => [validFrom, validTo])
      .sort();

  test('holds from today on, and a later one ends it; two at once are one', async () => {
    const bodyId = await freshCouncil();
    const give = (change: Partial<NewMandate> = {}) =>
      giveMandate({ ...admin, newId: randomUUID }, { bodyId, ...limits, from: today, ...change });
    await expect(give({ from: addDays(today, -1) })).rejects.toEqual(refused('dateOutside', 'from'));
    await expect(give({ maxPerDecisionCents: euros(0) })).rejects.toEqual(
      refused('amountOutOfRange', 'maxPerDecisionCents'),
    );
    await expect(give({ maxPerPeriodCents: euros(999) })).rejects.toEqual(
      refused('amountOutOfRange', 'maxPerPeriodCents'),
    );
    await give();
    await expect(give()).rejects.toEqual(refused('dateOutside', 'from'));
    const next = addDays(today, 10);
    const both = await Promise.allSettled([give({ from: next }), give({ from: next })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(give({ from: addDays(today, 5) })).rejects.toEqual(refused('rulesTaken', 'from'));
    await expect(give({ from: addDays(today, 20), lastDay: today })).rejects.toEqual(
      refused('dateOutside', 'lastDay'),
    );
    expect(await termsOf(bodyId)).toEqual([
      [today, next],
      [next, null],
    ]);
    expect(await actsOn(bodyId)).toEqual(['mandate.give', 'mandate.give']);
    const change = db()
      .update(mandate)
      .set({ maxPerDecisionCents: euros(9) })
      .where(eq(mandate.bodyId, bodyId));
    expect(await constraintOf(change)).toBe('mandate_only_ends');
  });

  test('keeps a council from deciding about another subject, or over its year', async () => {
    const council = await makeCouncil(database, { seats: 3 });
    const from = addDays(today, 1);
    const own = { bodyId: council.bodyId, ...limits, from };
    await giveMandate(admin, { ...own, maxPerPeriodCents: euros(1_000), themes: ['ontmoeten'] });
    const [first, second] = [
      await openItem(database, council, { present: 3, asked: { amount: euros(600) } }),
      await openItem(database, council, { present: 3, asked: { amount: euros(600) } }),
    ];
    const stateOf = (itemId: string) => stateOfItem(db(), itemId, from);
    expect([(await stateOf(first.itemId)).above, (await stateOf(second.itemId)).above]).toEqual([null, null]);
    await vote(db(), council, first.itemId, { for: 3 });
    await decideItem(first.chair, first.itemId, { reasons: '' });
    expect((await stateOf(second.itemId)).above).toBe('periodSpent');
    const later = { ...own, from: addDays(today, 2), themes: ['zorg' as const] };
    await giveMandate(admin, later);
    expect((await stateOfItem(db(), second.itemId, later.from)).above).toBe('otherTheme');
  });
});

describe('the database refuses by itself', () => {
  const from = calendarDate('2026-01-01');
  let council: Awaited<ReturnType<typeof makeCouncil>>;
  let free: string;
  beforeAll(async () => {
    council = await makeCouncil(database, { seats: 3, sitting: 2, secretary: 1 });
    const [row] = (await seatsOf(db(), council.bodyId, today)).filter(({ membershipId }) => !membershipId);
    free = row?.seatId ?? '';
  });
  const sit = (change: Partial<typeof membership.$inferInsert>) =>
    db()
      .insert(membership)
      .values({
        ...{ id: randomUUID(), seatId: free, personId: randomUUID(), duty: 'member', validFrom: from },
        ...change,
      });

  test('who sits twice in one council, a second chair, and who sits outside the time of the seat', async () => {
    const [{ personId = '' } = {}] = council.members;
    const [neighbour] = await newPeople(database.owner.db, 1);
    expect(await constraintOf(sit({ personId }))).toBe('membership_once_in_council');
    expect(await constraintOf(sit({ personId: neighbour, duty: 'chair' }))).toBe('membership_one_of_duty');
    expect(await constraintOf(sit({ personId: neighbour, validFrom: calendarDate('2019-01-01') }))).toBe(
      'membership_within_seat',
    );
  });

  test('any change of a membership or a seat but its end', async () => {
    const { membershipId = '' } = council.members[1] ?? {};
    const change = (set: Partial<typeof membership.$inferInsert>) =>
      constraintOf(db().update(membership).set(set).where(eq(membership.id, membershipId)));
    expect(await change({ duty: 'member' })).toBe('membership_only_ends');
    expect(await change({ validFrom: from })).toBe('membership_only_ends');
    expect(await change({ appointed: null })).toBe('membership_only_ends');
    const changeSeat = (set: Partial<typeof seat.$inferInsert>) =>
      constraintOf(
        db()
          .update(seat)
          .set(set)
          .where(and(eq(seat.bodyId, council.bodyId), eq(seat.id, free))),
      );
    expect(await changeSeat({ voting: false })).toBe('seat_only_ends');
    const all = db().update(seat).set({ validTo: today }).where(eq(seat.bodyId, council.bodyId));
    expect(await constraintOf(all)).toBe('seat_ends_vacant');
  });

  test('a vote for a seat to which the rules give none', async () => {
    const version = { id: randomUUID(), bodyId: council.bodyId, validFrom: from, ...presets.supporting };
    await db()
      .insert(rulesOfOrder)
      .values({ ...version, votingKinds: ['resident'] });
    const row = { id: randomUUID(), bodyId: council.bodyId, type: 'networker' as const, validFrom: today };
    expect(
      await constraintOf(
        db()
          .insert(seat)
          .values({ ...row, voting: true }),
      ),
    ).toBe('seat_votes_by_rules');
    expect(
      await constraintOf(
        db()
          .insert(seat)
          .values({ ...row, voting: false }),
      ),
    ).toBe('done');
  });

  test('another address, kind or area of a council', async () => {
    const moved = db().update(body).set({ slug: 'elders' }).where(eq(body.id, council.bodyId));
    await expect(moved).rejects.toThrow();
  });
});
