import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { type Queryable } from '../../client';
import { area, coInvitation, initiative, person } from '../../schema';
import { sha256 } from '../../writes/hash';

/** By its id, or by the token of its letter, of which only the hash is kept. */
export type InvitationKey = { id: string } | { token: string };

export const isInvitation = (key: InvitationKey) =>
  'id' in key ? eq(coInvitation.id, key.id) : eq(coInvitation.tokenHash, sha256(key.token));

/** The invitations of an initiative, for its applicants' own eyes: they hold addresses. */
export function coInvitationsOf(db: Queryable, initiativeId: string) {
  const { id, email, invitedAt, expiresAt, answer } = coInvitation;
  return db
    .select({ id, email, invitedAt, expiresAt, answer, initiativeState: initiative.state })
    .from(coInvitation)
    .innerJoin(initiative, eq(initiative.id, coInvitation.initiativeId))
    .where(eq(coInvitation.initiativeId, initiativeId))
    .orderBy(asc(coInvitation.invitedAt), asc(coInvitation.email));
}

/** What somebody who is asked along may know of a plan that need not be public yet, and who asks. */
export async function coInvitationBy(db: Queryable, which: InvitationKey) {
  const [found] = await db
    .select({
      id: coInvitation.id,
      email: coInvitation.email,
      answer: coInvitation.answer,
      expiresAt: coInvitation.expiresAt,
      initiativeState: initiative.state,
      published: sql<boolean>`${initiative.schemeVersionId} is not null`,
      number: initiative.number,
      title: initiative.title,
      summary: initiative.summary,
      requestedCents: initiative.requestedCents,
      area: area.name,
      inviter: person.name,
    })
    .from(coInvitation)
    .innerJoin(initiative, eq(initiative.id, coInvitation.initiativeId))
    .innerJoin(area, eq(area.id, initiative.areaId))
    .innerJoin(person, eq(person.id, coInvitation.invitedBy))
    .where(isInvitation(which));
  return found;
}

/** The invitations without an answer that were sent to the address of this person. */
export function coInvitationsTo(db: Queryable, personId: string) {
  return db
    .select({
      id: coInvitation.id,
      answer: coInvitation.answer,
      expiresAt: coInvitation.expiresAt,
      initiativeState: initiative.state,
      number: initiative.number,
      title: initiative.title,
      area: area.name,
    })
    .from(coInvitation)
    .innerJoin(person, and(eq(person.email, coInvitation.email), eq(person.id, personId)))
    .innerJoin(initiative, eq(initiative.id, coInvitation.initiativeId))
    .innerJoin(area, eq(area.id, initiative.areaId))
    .where(isNull(coInvitation.answer))
    .orderBy(asc(coInvitation.invitedAt));
}
