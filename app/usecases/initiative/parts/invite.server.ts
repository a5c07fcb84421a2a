import { type Transaction } from '#db/client';
import { areaName } from '#db/reads/area/area';
import { coInvitationsOf } from '#db/reads/initiative/co-invitation';
import { applicantsOf } from '#db/reads/initiative/initiative';
import { recordAct } from '#db/writes/audit/audit';
import { insertCoInvitation } from '#db/writes/initiative/co-invitation';
import { type LockedInitiative } from '#db/writes/initiative/initiative';
import { spend } from '#db/writes/rate-limit';
import { type Budget } from '~/domain/access/limits';
import { DomainError } from '~/domain/errors';
import {
  coInvitationState,
  invitationBudget,
  invitationDays,
  mostCoApplicants,
} from '~/domain/initiative/co-invitation';
import { invitationLetter } from '~/letters/invitation';
import { type Context } from '~/usecases/context.server';
import { digestOf, newSecret } from '~/usecases/people/parts/secrets.server';
import { sendLetter } from '~/usecases/send-letter.server';

const dayMs = 86_400_000;

/**
 * Asks neighbours by letter to ask along with a locked concept. Nobody becomes anything by it. Who was asked already, said
 * no, or asks along, gets no second letter. Throws 'tooMany', 'invitationsSpent' and 'receiverSpent', all or nothing.
 */
export async function invite(
  tx: Transaction,
  context: Context,
  initiative: LockedInitiative,
  emails: readonly string[],
): Promise<void> {
  const applicants = await applicantsOf(tx, initiative.id);
  const asked = await coInvitationsOf(tx, initiative.id);
  const known = new Set([...applicants, ...asked].map(({ email }) => email));
  // In one order for everybody, so that two who count the same receivers never wait for each other.
  const fresh = [...new Set(emails)].filter((email) => !known.has(email)).sort();
  const waiting = asked.filter((each) => coInvitationState(each, context.now) === 'waiting');
  if (applicants.length - 1 + waiting.length + fresh.length > mostCoApplicants) {
    throw new DomainError('tooMany', { field: 'coApplicants', detail: { max: mostCoApplicants } });
  }
  for (const email of fresh) await spendBudgets(tx, context, email);
  const area = await areaName(tx, initiative.areaId);
  for (const email of fresh) {
    const token = newSecret();
    await insertCoInvitation(tx, {
      id: context.newId(),
      initiativeId: initiative.id,
      email,
      token,
      invitedBy: context.actor.personId ?? '',
      invitedAt: context.now,
      expiresAt: new Date(context.now.getTime() + invitationDays * dayMs),
    });
    const invitation = { token, title: initiative.title, inviter: context.actor.name, area };
    await sendLetter(tx, context.now, [email], invitationLetter(invitation));
    const subject = { subjectKind: 'initiative', subjectId: initiative.id } as const;
    await recordAct(tx, context, { act: 'coApplicant.invite', ...subject });
  }
}

/** Counts a letter, in the transaction that sends it: what is refused was not counted. */
async function spendBudgets(tx: Transaction, { actor, now }: Context, email: string): Promise<void> {
  const take = async (code: 'invitationsSpent' | 'receiverSpent', who: string, budget: Budget) => {
    // Whom one asks stays unreadable in the table.
    const until = await spend(tx, digestOf(`invite:${who}`), budget, now);
    if (!until) return;
    const detail = { address: email, until: until.toISOString() };
    throw new DomainError(code, { field: 'coApplicants', detail });
  };
  await take('invitationsSpent', `account:${actor.personId}`, invitationBudget.account);
  await take('receiverSpent', `receiver:${email}`, invitationBudget.receiver);
}
