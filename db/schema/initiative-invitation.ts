import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { type CoAnswer } from '~/domain/initiative/co-invitation';
import { id, instant, sha256 } from './columns';
import { initiative } from './initiative';
import { person } from './people';

/**
 * Somebody was asked by e-mail to ask along. Until they say yes themselves this is all there is: no person, no applicant.
 * The answer is the only thing that changes, by rule of the database.
 */
export const coInvitation = pgTable(
  'co_invitation',
  {
    id: id(),
    initiativeId: uuid('initiative_id')
      .notNull()
      .references(() => initiative.id),
    email: text('email').notNull(),
    /** The link in the letter says no without signing in; here stands its digest alone. */
    tokenHash: sha256('token_hash').notNull().unique(),
    invitedBy: uuid('invited_by')
      .notNull()
      .references(() => person.id),
    invitedAt: instant('invited_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    answer: text('answer').$type<CoAnswer>(),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    unique('co_invitation_once').on(t.initiativeId, t.email),
    index('co_invitation_email').on(t.email),
    check('co_invitation_email', sql`${t.email} = lower(${t.email}) and ${t.email} like '%_@_%'`),
    check('co_invitation_term', sql`${t.expiresAt} > ${t.invitedAt}`),
    check('co_invitation_answer', sql`${t.answer} in ('accepted', 'refused')`),
    check('co_invitation_answered', sql`(${t.answer} is null) = (${t.answeredAt} is null)`),
  ],
);
