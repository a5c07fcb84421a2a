import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { databaseError } from '#db/fault';
import { coInvitation, mail } from '#db/schema';
import { forgetExpired } from '#db/writes/tidy';
import { declineInvitation } from '~/usecases/initiative/decline-invitation.server';
import { joinInitiative } from '~/usecases/initiative/join-initiative.server';
import { publishInitiative } from '~/usecases/initiative/publish-initiative.server';
import { removeCoApplicant } from '~/usecases/initiative/remove-co-applicant.server';
import { saveInitiative } from '~/usecases/initiative/save-initiative-step.server';
import { days } from '../support/initiative-world';
import { useCoInvitations } from '../support/co-invitation-world';

const { db, refused, someone, stranger, asking, letterTo, tokenTo, invitationTo } = useCoInvitations();

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
