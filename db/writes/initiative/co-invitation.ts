import { and, eq, isNull } from 'drizzle-orm';
import { type CoAnswer } from '~/domain/initiative/co-invitation';
import { DomainError } from '~/domain/errors';
import { type Transaction } from '../../client';
import { type InvitationKey, isInvitation } from '../../reads/initiative/co-invitation';
import { applicant, coInvitation, supportStatement } from '../../schema';
import { sha256 } from '../hash';
import { lockInitiative } from './initiative';

type NewInvitation = Omit<typeof coInvitation.$inferInsert, 'answer' | 'answeredAt' | 'tokenHash'>;

/** Writes down whom somebody asks. Of the token in the letter only the hash is kept. */
export async function insertCoInvitation(
  tx: Transaction,
  { token, ...row }: NewInvitation & { token: string },
): Promise<void> {
  await tx.insert(coInvitation).values({ ...row, tokenHash: sha256(token) });
}

/**
 * An invitation with its initiative, both locked until the end of the transaction, the initiative first as everywhere.
 * Throws 'notFound'.
 */
export async function lockCoInvitation(tx: Transaction, which: InvitationKey) {
  const wanted = isInvitation(which);
  const [found] = await tx
    .select({ initiativeId: coInvitation.initiativeId })
    .from(coInvitation)
    .where(wanted);
  if (!found) throw new DomainError('notFound');
  const initiative = await lockInitiative(tx, { id: found.initiativeId });
  const [invitation] = await tx.select().from(coInvitation).where(wanted).for('update');
  if (!invitation) throw new DomainError('notFound');
  return { invitation: { ...invitation, initiativeState: initiative.state }, initiative };
}

/** Writes the answer of whoever was asked. */
export async function answerCoInvitation(
  tx: Transaction,
  id: string,
  answer: CoAnswer,
  answeredAt: Date,
): Promise<void> {
  await tx.update(coInvitation).set({ answer, answeredAt }).where(eq(coInvitation.id, id));
}

/**
 * Ends an invitation: its link leads nowhere and the address is forgotten. By its id only while it has no answer, so that a
 * 'no' keeps standing.
 */
export async function deleteCoInvitation(
  tx: Transaction,
  initiativeId: string,
  which: { id: string } | { email: string },
): Promise<void> {
  const wanted =
    'id' in which
      ? and(eq(coInvitation.id, which.id), isNull(coInvitation.answer))
      : eq(coInvitation.email, which.email);
  await tx.delete(coInvitation).where(and(eq(coInvitation.initiativeId, initiativeId), wanted));
}

/** Makes somebody who said yes a co-applicant. What they said as a neighbour about this plan goes: it is theirs now. */
export async function insertCoApplicant(
  tx: Transaction,
  row: { initiativeId: string; personId: string },
): Promise<void> {
  const { initiativeId, personId } = row;
  await tx.insert(applicant).values({ ...row, part: 'coApplicant' });
  await tx
    .delete(supportStatement)
    .where(and(eq(supportStatement.initiativeId, initiativeId), eq(supportStatement.personId, personId)));
}

/** Takes a co-applicant off; never the applicant. Answers whether there was one. */
export async function deleteCoApplicant(
  tx: Transaction,
  initiativeId: string,
  personId: string,
): Promise<boolean> {
  const gone = await tx
    .delete(applicant)
    .where(
      and(
        eq(applicant.initiativeId, initiativeId),
        eq(applicant.personId, personId),
        eq(applicant.part, 'coApplicant'),
      ),
    )
    .returning({ personId: applicant.personId });
  return gone.length > 0;
}
