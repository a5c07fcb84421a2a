import { and, eq, like } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { databaseError } from '#db/fault';
import { coInvitationsOf, coInvitationsTo } from '#db/reads/initiative/co-invitation';
import { initiativeByNumber } from '#db/reads/initiative/initiative';
import { auditEntry, coInvitation, mail, person, supportStatement } from '#db/schema';
import { insertMailStop } from '#db/writes/people/mail';
import { forgetExpired } from '#db/writes/tidy';
import { calendarDate } from '~/domain/calendar';
import { type DomainError } from '~/domain/errors';
import { declineInvitation } from '~/usecases/initiative/decline-invitation.server';
import { giveSupport } from '~/usecases/initiative/give-support.server';
import { joinInitiative } from '~/usecases/initiative/join-initiative.server';
import { publishInitiative } from '~/usecases/initiative/publish-initiative.server';
import { removeCoApplicant } from '~/usecases/initiative/remove-co-applicant.server';
import { saveInitiative } from '~/usecases/initiative/save-initiative-step.server';
import { submitInitiative } from '~/usecases/initiative/submit-initiative.server';
import { withdrawInitiative } from '~/usecases/initiative/withdraw-initiative.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { acting, concept, days, type InitiativeWorld, large, makeWorld } from '../support/initiative-world';
import { makePerson } from '../support/person';

/** Nobody asks along who did not say so themselves. */
const database = useDatabase();
useChecks(database);
let world: InitiativeWorld;
beforeAll(async () => {
  world = await makeWorld(database);
});

const db = () => database.app.db;
const refused = (code: DomainError['code'], field?: string) =>
  expect.objectContaining<Partial<DomainError>>({ code, field });

/** Somebody of the wijk of their own, so that no test spends the letters of another. */
const someone = async () => {
  const { id, email } = await makePerson(database.owner.db, {
    areaId: world.here,
    bornOn: calendarDate('1980-01-01'),
  });
  return { id, email, act: (at?: Date) => acting(db(), id, at) };
};
let count = 0;
const stranger = () => `vreemd${count++}@voorbeeld.example`;

/** A concept of somebody new in which these addresses are asked. */
async function asking(...emails: string[]) {
  const asker = await someone();
  const number = await concept(world, db(), { ...large, coApplicants: emails }, asker.id);
  const read = async () => {
    const found = await initiativeByNumber(db(), number);
    if (!found) throw new Error('gone');
    return found;
  };
  const { id } = await read();
  const invitations = () => coInvitationsOf(db(), id);
  return { asker, number, id, read, invitations };
}

const letterTo = async (email: string) =>
  (await db().select().from(mail).where(eq(mail.recipient, email)).orderBy(mail.createdAt)).at(-1);
const tokenTo = async (email: string) => (await letterTo(email))?.path?.split('/').at(-1) ?? '';
const invitationTo = async ({ invitations }: Awaited<ReturnType<typeof asking>>, email: string) =>
  (await invitations()).find((each) => each.email === email)?.id ?? '';

describe('being asked', () => {
  test('makes an invitation and a letter: no applicant, no person, and the token is nowhere but in the letter', async () => {
    const email = stranger();
    const plan = await asking(email);
    expect((await plan.read()).applicants).toHaveLength(1);
    expect(await db().select().from(person).where(eq(person.email, email))).toEqual([]);
    const [row] = await db().select().from(coInvitation).where(eq(coInvitation.email, email));
    const token = await tokenTo(email);
    expect(token.length).toBeGreaterThan(40);
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await letterTo(email)).toMatchObject({ kind: 'invitation', path: `/meedoen/${token}` });
    expect((await letterTo(email))?.subject).toBe('Doe je mee met een initiatief in je wijk?');
  });

  test('holds nobody back: who was asked supports the plan as any neighbour', async () => {
    const neighbour = await someone();
    const plan = await asking(neighbour.email);
    await publishInitiative(await plan.asker.act(), plan.number);
    await giveSupport(await neighbour.act(), plan.number, 'for');
  });

  test('happens once, whatever is sent again', async () => {
    const email = stranger();
    const plan = await asking(email);
    const again = { coApplicants: [email, email, plan.asker.email] };
    await saveInitiative(await plan.asker.act(), plan.number, again);
    expect(await plan.invitations()).toHaveLength(1);
    expect(await db().$count(mail, eq(mail.recipient, email))).toBe(1);
  });

  test('is for five at most', async () => {
    const plan = await asking(...Array.from({ length: 5 }, stranger));
    const more = saveInitiative(await plan.asker.act(), plan.number, { coApplicants: [stranger()] });
    await expect(more).rejects.toEqual(refused('tooMany', 'coApplicants'));
  });

  test('reaches nobody who stopped their mail, and the asker cannot tell', async () => {
    const email = stranger();
    await insertMailStop(database.owner.db, email, new Date());
    const plan = await asking(email);
    expect(await letterTo(email)).toBeUndefined();
    expect(await plan.invitations()).toMatchObject([{ email, answer: null }]);
  });
});

describe('so many a day, counted in the database', () => {
  test('ten from one account; what is refused sends nothing and counts nothing; tomorrow it goes on', async () => {
    const { asker } = await asking(...Array.from({ length: 5 }, stranger));
    const write = (at?: Date) => concept(world, db(), {}, asker.id).then((number) => ({ number, at }));
    const ask = async (emails: string[], at?: Date) => {
      const { number } = await write();
      await saveInitiative(await asker.act(at), number, { coApplicants: emails });
    };
    await ask(Array.from({ length: 4 }, stranger));
    const [one, two] = [stranger(), stranger()];
    await expect(ask([one, two])).rejects.toEqual(refused('invitationsSpent', 'coApplicants'));
    expect([await letterTo(one), await letterTo(two)]).toEqual([undefined, undefined]);
    await ask([one]);
    await expect(ask([two])).rejects.toEqual(refused('invitationsSpent', 'coApplicants'));
    await ask([two], days(1));
  });

  test('three to one address, from everybody together, also at the same moment', async () => {
    const victim = stranger();
    const askers = await Promise.all(Array.from({ length: 6 }, () => asking()));
    const sent = await Promise.allSettled(
      askers.map(async ({ asker, number }) =>
        saveInitiative(await asker.act(), number, { coApplicants: [victim] }),
      ),
    );
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    const codes = sent.flatMap((one) => (one.status === 'rejected' ? (one.reason as DomainError).code : []));
    expect(codes).toEqual(['receiverSpent', 'receiverSpent', 'receiverSpent']);
    expect(await db().$count(mail, eq(mail.recipient, victim))).toBe(3);
  });
});

describe('yes', () => {
  test('is said by whoever can sign in with the address, and makes a co-applicant', async () => {
    const neighbour = await someone();
    const plan = await asking(neighbour.email);
    const [waiting] = await coInvitationsTo(db(), neighbour.id);
    expect(await joinInitiative(await neighbour.act(), waiting?.id ?? '')).toBe(plan.number);
    await joinInitiative(await neighbour.act(), waiting?.id ?? '');
    const parts = (await plan.read()).applicants.map(({ personId, part }) => [personId, part]);
    expect(parts).toEqual([
      [plan.asker.id, 'applicant'],
      [neighbour.id, 'coApplicant'],
    ]);
    await saveInitiative(await neighbour.act(), plan.number, { title: 'Van ons samen' });
    const acts = await database.owner.db
      .select()
      .from(auditEntry)
      .where(and(eq(auditEntry.subjectId, plan.id), like(auditEntry.act, 'coApplicant.%')));
    expect(acts.map(({ act, actorId }) => [act, actorId])).toEqual([
      ['coApplicant.invite', plan.asker.id],
      ['coApplicant.accept', neighbour.id],
    ]);
  });

  test('cannot be said for somebody else, not by who asks either', async () => {
    const neighbour = await someone();
    const plan = await asking(neighbour.email);
    const id = await invitationTo(plan, neighbour.email);
    for (const other of [plan.asker, await someone()]) {
      await expect(joinInitiative(await other.act(), id)).rejects.toEqual(refused('otherAddress'));
    }
    expect((await plan.read()).applicants).toHaveLength(1);
  });

  test('takes back what one said as a neighbour: it is no longer a neighbour who says it', async () => {
    const neighbour = await someone();
    const plan = await asking(neighbour.email);
    await publishInitiative(await plan.asker.act(), plan.number);
    await giveSupport(await neighbour.act(), plan.number, 'for');
    await joinInitiative(await neighbour.act(), await invitationTo(plan, neighbour.email));
    expect(await db().$count(supportStatement, eq(supportStatement.initiativeId, plan.id))).toBe(0);
    await expect(giveSupport(await neighbour.act(), plan.number, 'for')).rejects.toEqual(
      refused('ownInitiative'),
    );
  });

  /** A neighbour who was asked, and what they say at a moment. */
  async function undecided() {
    const neighbour = await someone();
    const plan = await asking(neighbour.email);
    const id = await invitationTo(plan, neighbour.email);
    const asker = await plan.asker.act();
    return { ...plan, id, asker, join: async (at?: Date) => joinInitiative(await neighbour.act(at), id) };
  }

  test('comes too late once a council has the request', async () => {
    const { number, asker, join } = await undecided();
    await publishInitiative(asker, number);
    for (const id of world.neighbours.slice(0, 2)) await giveSupport(await acting(db(), id), number, 'for');
    await submitInitiative(asker, number);
    await expect(join()).rejects.toEqual(refused('wrongState'));
  });

  test('comes too late after a month, and when the plan was withdrawn or the invitation taken back', async () => {
    const old = await undecided();
    await expect(old.join(days(30))).rejects.toEqual(refused('wrongState'));
    await old.join(new Date(days(30).getTime() - 1));
    const withdrawn = await undecided();
    await withdrawInitiative(withdrawn.asker, withdrawn.number);
    await expect(withdrawn.join()).rejects.toEqual(refused('wrongState'));
    const taken = await undecided();
    await removeCoApplicant(taken.asker, taken.number, { invitationId: taken.id });
    await expect(taken.join()).rejects.toEqual(refused('notFound'));
  });
});

describe('no', () => {
  test('needs only the link of the letter, once, and cannot be asked again', async () => {
    const email = stranger();
    const plan = await asking(email);
    const visitor = {
      ...(await plan.asker.act()),
      actor: { ...(await plan.asker.act()).actor, personId: null },
    };
    const token = await tokenTo(email);
    await declineInvitation(visitor, { token });
    await declineInvitation(visitor, { token });
    await expect(declineInvitation(visitor, { token: `${token}x` })).rejects.toEqual(refused('notFound'));
    expect(await plan.invitations()).toMatchObject([{ answer: 'refused' }]);
    const id = await invitationTo(plan, email);
    await removeCoApplicant(await plan.asker.act(), plan.number, { invitationId: id });
    await saveInitiative(await plan.asker.act(), plan.number, { coApplicants: [email] });
    expect(await db().$count(mail, eq(mail.recipient, email))).toBe(1);
  });

  test('may become a yes, and a yes does not become a no', async () => {
    const neighbour = await someone();
    const plan = await asking(neighbour.email);
    const id = await invitationTo(plan, neighbour.email);
    await declineInvitation(await neighbour.act(), { id });
    await joinInitiative(await neighbour.act(), id);
    await expect(declineInvitation(await neighbour.act(), { id })).rejects.toEqual(refused('wrongState'));
    const undone = db()
      .update(coInvitation)
      .set({ answer: null, answeredAt: null })
      .where(eq(coInvitation.id, id));
    await undone.then(
      () => expect.unreachable(),
      (error: unknown) => expect(databaseError(error)?.constraint_name).toBe('answered_once'),
    );
  });

  test('is not said for somebody else', async () => {
    const neighbour = await someone();
    const plan = await asking(neighbour.email);
    const id = await invitationTo(plan, neighbour.email);
    await expect(declineInvitation(await plan.asker.act(), { id })).rejects.toEqual(refused('otherAddress'));
  });

  test('the app changes nothing of an invitation but its answer', async () => {
    const plan = await asking(stranger());
    const change = db()
      .update(coInvitation)
      .set({ email: stranger() })
      .where(eq(coInvitation.initiativeId, plan.id));
    await change.then(
      () => expect.unreachable(),
      (error: unknown) => expect(databaseError(error)?.code).toBe('42501'),
    );
  });
});

describe('taking off', () => {
  test('a co-applicant of a concept goes; of a public plan stays', async () => {
    const [first, second] = [await someone(), await someone()];
    const plan = await asking(first.email, second.email);
    for (const each of [first, second]) {
      await joinInitiative(await each.act(), await invitationTo(plan, each.email));
    }
    await removeCoApplicant(await plan.asker.act(), plan.number, { personId: first.id });
    expect((await plan.read()).applicants.map(({ personId }) => personId)).not.toContain(first.id);
    await removeCoApplicant(await plan.asker.act(), plan.number, { personId: plan.asker.id });
    expect((await plan.read()).applicants).toHaveLength(2);
    await publishInitiative(await plan.asker.act(), plan.number);
    const late = removeCoApplicant(await plan.asker.act(), plan.number, { personId: second.id });
    await expect(late).rejects.toEqual(refused('wrongState'));
  });

  test('is for applicants alone', async () => {
    const email = stranger();
    const plan = await asking(email);
    const id = await invitationTo(plan, email);
    const other = await (await someone()).act();
    const taken = removeCoApplicant(other, plan.number, { invitationId: id });
    await expect(taken).rejects.toEqual(refused('notYourObject'));
    expect(await plan.invitations()).toHaveLength(1);
  });
});

test('every night invitations that ran out are forgotten, and to whom unasked letters went', async () => {
  const email = stranger();
  const plan = await asking(email);
  await forgetExpired(db(), new Date(days(30).getTime() - 1));
  expect(await plan.invitations()).toHaveLength(1);
  await forgetExpired(db(), days(31));
  expect(await plan.invitations()).toEqual([]);
  expect(await letterTo(email)).toBeUndefined();
});
