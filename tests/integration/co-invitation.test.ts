import { and, eq, like } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { coInvitationsTo } from '#db/reads/initiative/co-invitation';
import { auditEntry, coInvitation, mail, person, supportStatement } from '#db/schema';
import { insertMailStop } from '#db/writes/people/mail';
import { type DomainError } from '~/domain/errors';
import { giveSupport } from '~/usecases/initiative/give-support.server';
import { joinInitiative } from '~/usecases/initiative/join-initiative.server';
import { publishInitiative } from '~/usecases/initiative/publish-initiative.server';
import { removeCoApplicant } from '~/usecases/initiative/remove-co-applicant.server';
import { saveInitiative } from '~/usecases/initiative/save-initiative-step.server';
import { submitInitiative } from '~/usecases/initiative/submit-initiative.server';
import { withdrawInitiative } from '~/usecases/initiative/withdraw-initiative.server';
import { acting, concept, days } from '../support/initiative-world';
import { useCoInvitations } from '../support/co-invitation-world';

const asked = useCoInvitations();
const { database, db, refused, someone, stranger, asking, letterTo, tokenTo, invitationTo } = asked;

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
    const write = (at?: Date) => concept(asked.world, db(), {}, asker.id).then((number) => ({ number, at }));
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
    for (const id of asked.world.neighbours.slice(0, 2))
      await giveSupport(await acting(db(), id), number, 'for');
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
