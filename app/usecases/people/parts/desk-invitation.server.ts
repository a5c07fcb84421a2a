import { onRoster } from '#db/reads/people/roster';
import { type Transaction } from '#db/client';
import { dropInvitations, endAllSessions, suspendCredential } from '#db/writes/people/sign-in';
import { deskInvitationLetter, type newFactorLetter } from '~/letters/desk-invitation';
import { DomainError } from '~/domain/errors';
import { type Context } from '../../context.server';
import { sendLetter } from '../../send-letter.server';
import { writeInvitation } from './invitation.server';

const WEEK_MS = 7 * 86_400_000;

/**
 * Writes the one link with which somebody sets password and second factor, and sends it to them unless a command of the machine
 * asks. Whoever had a desk has none until then. Answers the token. Throws 'notFound'.
 */
export async function inviteToDesk(
  tx: Transaction,
  context: Context,
  personId: string,
  letter: typeof deskInvitationLetter | typeof newFactorLetter = deskInvitationLetter,
): Promise<string> {
  const { actor, now, today } = context;
  await suspendCredential(tx, personId);
  await endAllSessions(tx, personId);
  const found = await onRoster(tx, personId, now);
  if (!found) throw new DomainError('notFound');
  const { email, terms } = found;
  await dropInvitations(tx, email, now);
  const token = await writeInvitation(context, tx, email, WEEK_MS);
  if (actor.personId !== null) {
    const roles = terms.filter(({ validTo }) => validTo === null || validTo > today);
    const until = new Date(now.getTime() + WEEK_MS);
    await sendLetter(tx, now, [email], letter({ token, roles, until }));
  }
  return token;
}
