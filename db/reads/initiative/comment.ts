import { and, asc, desc, eq, ne } from 'drizzle-orm';
import { firstName } from '~/domain/people/name';
import { type Queryable } from '../../client';
import { area, type Argument, comment, initiative, person } from '../../schema';
import { readPage } from '../page';

/**
 * What everyone may read: the accepted reactions of one kind, oldest first, ten a page, each with the first name and the
 * wijk of its author.
 */
export async function acceptedCommentsOf(
  db: Queryable,
  { initiativeId, argument }: { initiativeId: string; argument: Argument },
  page: number,
) {
  const shown = and(
    eq(comment.initiativeId, initiativeId),
    eq(comment.state, 'accepted'),
    eq(comment.argument, argument),
  );
  const found = await readPage({ page, size: 10 }, db.$count(comment, shown), (limit, offset) =>
    db
      .select({
        id: comment.id,
        body: comment.body,
        writtenAt: comment.writtenAt,
        name: person.name,
        area: area.name,
      })
      .from(comment)
      .innerJoin(person, eq(person.id, comment.authorId))
      .leftJoin(area, eq(area.id, person.areaId))
      .where(shown)
      .orderBy(asc(comment.writtenAt), asc(comment.id))
      .limit(limit)
      .offset(offset),
  );
  return { ...found, rows: found.rows.map(({ name, ...row }) => ({ ...row, author: firstName(name) })) };
}

/** The last ten of a person's own reactions to one initiative that still wait for the moderator, newest first. */
export async function pendingCommentsBy(db: Queryable, initiativeId: string, authorId: string) {
  return db
    .select({ id: comment.id, body: comment.body })
    .from(comment)
    .where(
      and(
        eq(comment.initiativeId, initiativeId),
        eq(comment.authorId, authorId),
        eq(comment.state, 'pending'),
      ),
    )
    .orderBy(desc(comment.writtenAt), desc(comment.id))
    .limit(10);
}

/** A person's refused reactions with the moderator's reason, newest first, ten a page: for that person's own page. */
export function refusedCommentsOf(db: Queryable, personId: string, page: number) {
  const refused = and(eq(comment.authorId, personId), eq(comment.state, 'refused'));
  return readPage({ page, size: 10 }, db.$count(comment, refused), (limit, offset) =>
    db
      .select({
        id: comment.id,
        body: comment.body,
        reason: comment.refusalReason,
        moderatedAt: comment.moderatedAt,
        initiative: { number: initiative.number, title: initiative.title },
      })
      .from(comment)
      .innerJoin(initiative, eq(initiative.id, comment.initiativeId))
      .where(refused)
      .orderBy(desc(comment.moderatedAt), asc(comment.id))
      .limit(limit)
      .offset(offset),
  );
}

const shown = {
  id: comment.id,
  argument: comment.argument,
  body: comment.body,
  state: comment.state,
  writtenAt: comment.writtenAt,
};

/** What waits for a moderator, oldest first, 20 a page. */
export function moderationQueue(db: Queryable, page: number) {
  const pending = eq(comment.state, 'pending');
  return readPage({ page, size: 20 }, db.$count(comment, pending), (limit, offset) =>
    db
      .select({ ...shown, initiative: { number: initiative.number, title: initiative.title } })
      .from(comment)
      .innerJoin(initiative, eq(initiative.id, comment.initiativeId))
      .where(pending)
      .orderBy(asc(comment.writtenAt), asc(comment.id))
      .limit(limit)
      .offset(offset),
  );
}

/** The last twenty reactions that were judged, newest first. */
export async function lastModerated(db: Queryable) {
  return db
    .select({
      ...shown,
      moderatedAt: comment.moderatedAt,
      reason: comment.refusalReason,
      initiative: { number: initiative.number, title: initiative.title },
    })
    .from(comment)
    .innerJoin(initiative, eq(initiative.id, comment.initiativeId))
    .where(ne(comment.state, 'pending'))
    .orderBy(desc(comment.moderatedAt), desc(comment.id))
    .limit(20);
}
