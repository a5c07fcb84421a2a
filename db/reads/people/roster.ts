import {
  and,
  asc,
  count,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  max,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { type GivenRoleName } from '~/domain/access/given-role';
import { type CalendarDate } from '~/domain/calendar';
import { type Paged } from '~/domain/paging';
import { type DeskState, deskState } from '~/domain/people/desk';
import { type Queryable } from '../../client';
import { auditEntry, credential, membership, person, roleTerm, signInAttempt } from '../../schema';
import { folded } from '../../schema/columns';
import { readPage } from '../page';
import { canSignIn, type Term, termsOfPeople } from './terms';

export type RosterSearch = { text: string; role?: GivenRoleName; page: number };

/** Somebody as an administrator sees them: how they stand to the desks, and every role and seat with its term. */
export type OnRoster = {
  id: string;
  name: string | null;
  email: string;
  state: DeskState;
  /** Until when the link of their invitation works; null when there is none. */
  invitedUntil: Date | null;
  terms: Term[];
};

/**
 * Whoever has, had or will have a role or seat, by name, 25 a page; with a text everybody of whom name or address holds it,
 * residents too. `role` keeps those who have or will have it.
 */
export function rosterPage(
  db: Queryable,
  { text, role, page }: RosterSearch,
  { today, now }: { today: CalendarDate; now: Date },
): Promise<Paged<OnRoster>> {
  const where = and(
    text === '' ? or(withRole(db), withSeat(db)) : holds(text),
    role && withRoleNow(db, role, today),
  );
  return readPage({ page, size: 25 }, counted(db, where), async (limit, offset) =>
    completed(
      db,
      now,
      await people(db).where(where).orderBy(asc(person.name), asc(person.email)).limit(limit).offset(offset),
    ),
  );
}

/** One person as an administrator sees them; undefined when there is none. */
export async function onRoster(db: Queryable, personId: string, now: Date): Promise<OnRoster | undefined> {
  const [found] = await completed(db, now, await people(db).where(eq(person.id, personId)));
  return found;
}

/** When somebody signed in last, in whatever way; null when they never did. */
export async function lastSignIn(db: Queryable, personId: string): Promise<Date | null> {
  const { at, act, subjectKind, subjectId } = auditEntry;
  const [found] = await db
    .select({ at: max(at) })
    .from(auditEntry)
    .where(and(eq(subjectKind, 'person'), eq(subjectId, personId), eq(act, 'session.open')));
  return found?.at ?? null;
}

/** How many others have a role on a day and can sign in: who is left when somebody's role ends. */
export async function othersWith(
  db: Queryable,
  { role, areaId, personId }: { role: string; areaId: string | null; personId: string },
  on: CalendarDate,
): Promise<number> {
  const term = sql`${roleTerm.role} = ${role} and ${roleTerm.areaId} is not distinct from ${areaId}`;
  const runs = sql`daterange(${roleTerm.validFrom}, ${roleTerm.validTo}) @> ${on}::date`;
  const [found] = await db
    .select({ count: sql<number>`count(distinct ${roleTerm.personId})::int` })
    .from(roleTerm)
    .innerJoin(person, eq(person.id, roleTerm.personId))
    .leftJoin(credential, eq(credential.personId, person.id))
    .where(and(term, runs, sql`${roleTerm.personId} <> ${personId}`, isNull(person.endedAt), canSignIn));
  return found?.count ?? 0;
}

const withRole = (db: Queryable, fits?: SQL) =>
  exists(
    db
      .select({ id: roleTerm.id })
      .from(roleTerm)
      .where(and(eq(roleTerm.personId, person.id), fits)),
  );

const withSeat = (db: Queryable, fits?: SQL) =>
  exists(
    db
      .select({ id: membership.id })
      .from(membership)
      .where(and(eq(membership.personId, person.id), fits)),
  );

function withRoleNow(db: Queryable, role: GivenRoleName, today: CalendarDate): SQL | undefined {
  if (role === 'member' || role === 'chair' || role === 'secretary') {
    const goesOn = or(isNull(membership.validTo), gt(membership.validTo, today));
    return withSeat(db, and(eq(membership.duty, role), goesOn));
  }
  return withRole(
    db,
    and(eq(roleTerm.role, role), or(isNull(roleTerm.validTo), gt(roleTerm.validTo, today))),
  );
}

/** The text stands somewhere in the name or the address; accents and capitals do not count. */
function holds(text: string): SQL {
  const wanted = folded(sql`${text}`);
  return sql`(strpos(${folded(sql`coalesce(${person.name}, '')`)}, ${wanted}) > 0 or strpos(${person.email}, lower(${text})) > 0)`;
}

async function counted(db: Queryable, where: SQL | undefined): Promise<number> {
  const [all] = await db.select({ count: count() }).from(person).where(where);
  return all?.count ?? 0;
}

function people(db: Queryable) {
  const { id, name, email, endedAt } = person;
  return db
    .select({
      ...{ id, name, email, endedAt },
      canSignIn: sql<boolean>`coalesce(${canSignIn}, false)`,
      hasPassword: isNotNull(credential.personId).mapWith(Boolean),
    })
    .from(person)
    .leftJoin(credential, eq(credential.personId, person.id))
    .$dynamic();
}

async function completed(
  db: Queryable,
  now: Date,
  rows: Awaited<ReturnType<typeof people>>,
): Promise<OnRoster[]> {
  const ids = rows.map(({ id }) => id);
  const emails = rows.map(({ email }) => email);
  const [terms, invitations] = await Promise.all([termsOfPeople(db, ids), openInvitations(db, emails, now)]);
  return rows.map(({ id, name, email, endedAt, hasPassword, ...row }) => {
    const own = terms.filter(({ personId }) => personId === id);
    const invitedUntil = invitations.get(email) ?? null;
    const hadDesk = hasPassword || own.length > 0;
    const known = {
      ended: endedAt !== null,
      canSignIn: row.canSignIn,
      invited: invitedUntil !== null,
      hadDesk,
    };
    return { id, name, email, state: deskState(known), invitedUntil, terms: own };
  });
}

/** Until when somebody's newest invitation works. A link to a new password, which anybody may ask, works an hour and is none. */
async function openInvitations(db: Queryable, emails: string[], now: Date): Promise<Map<string, Date>> {
  if (emails.length === 0) return new Map();
  const { email, kind, usedAt, expiresAt, createdAt } = signInAttempt;
  const open = and(eq(kind, 'invitation'), isNull(usedAt), gt(expiresAt, now));
  const rows = await db
    .select({ email, until: max(expiresAt) })
    .from(signInAttempt)
    .where(and(inArray(email, emails), open, sql`${expiresAt} - ${createdAt} > interval '1 day'`))
    .groupBy(email);
  return new Map(rows.flatMap((row) => (row.until ? [[row.email, row.until] as const] : [])));
}
