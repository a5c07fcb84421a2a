import { and, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { type AuditAct, type AuditSubjectKind } from '~/domain/audit/acts';
import { addDays, type CalendarDate } from '~/domain/calendar';
import { type Paged } from '~/domain/paging';
import { type Database, type Queryable } from '../../client';
import { auditEntry, person } from '../../schema';
import { folded } from '../../schema/columns';
import { readPage } from '../page';
import { type NamedSubject, namedSubjects, subjectKey } from './subject';

/** What one looks for in the audit log; what is absent is not looked at. */
export type AuditFilter = {
  /** A part of the name of who did it. */
  who?: string;
  kind?: AuditSubjectKind;
  /** The id of one thing of that kind. */
  subjectId?: string;
  act?: AuditAct;
  /** The first and the last day, both counted in. */
  from?: CalendarDate;
  to?: CalendarDate;
};

/** Who did what to what; `actor` is null for what nobody with an account did, and its name for who never gave one. */
export type AuditRow = Awaited<ReturnType<typeof rowsOf>>[number] & { subject: NamedSubject | null };

const pageSize = 25;
const portion = 1_000;

/** A page of the audit log, the newest act first. */
export function auditPage(db: Queryable, filter: AuditFilter, page: number): Promise<Paged<AuditRow>> {
  const where = fitting(db, filter);
  return readPage({ page, size: pageSize }, db.$count(auditEntry, where), async (limit, offset) =>
    withSubjects(db, await rowsOf(db, where).limit(limit).offset(offset)),
  );
}

/** Lets `use` read all of the audit log that fits, the newest act first, in portions and as it is at one moment. */
export function withAuditRows<T>(
  db: Database,
  filter: AuditFilter,
  use: (rows: AsyncIterable<AuditRow>) => Promise<T>,
): Promise<T> {
  return db.transaction((tx) => use(allRows(tx, filter)), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  });
}

async function* allRows(db: Queryable, filter: AuditFilter): AsyncGenerator<AuditRow> {
  let rows: AuditRow[] = [];
  do {
    const last = rows.at(-1);
    const where = and(fitting(db, filter), last && lt(auditEntry.seq, last.seq));
    rows = await withSubjects(db, await rowsOf(db, where).limit(portion));
    yield* rows;
  } while (rows.length === portion);
}

function rowsOf(db: Queryable, where: SQL | undefined) {
  const { seq, at, actorId, act, subjectKind, subjectId, reason } = auditEntry;
  return db
    .select({
      ...{ seq, at, subjectId, reason },
      act: sql<AuditAct>`${act}`,
      kind: sql<AuditSubjectKind>`${subjectKind}`,
      actor: { id: actorId, name: person.name },
    })
    .from(auditEntry)
    .leftJoin(person, eq(person.id, actorId))
    .where(where)
    .orderBy(desc(seq))
    .$dynamic();
}

async function withSubjects(db: Queryable, rows: Awaited<ReturnType<typeof rowsOf>>): Promise<AuditRow[]> {
  const subjects = rows.map(({ kind, subjectId: id }) => ({ kind, id }));
  const named = await namedSubjects(db, subjects);
  return rows.map((row) => {
    const subject = named.get(subjectKey({ kind: row.kind, id: row.subjectId })) ?? null;
    return { ...row, subject };
  });
}

const startOf = (day: CalendarDate) => sql`${day}::timestamp at time zone 'Europe/Amsterdam'`;

function fitting(db: Queryable, { who, kind, subjectId, act, from, to }: AuditFilter): SQL | undefined {
  const named = (part: string) => sql`strpos(${folded(sql`${person.name}`)}, ${folded(sql`${part}`)}) > 0`;
  return and(
    who
      ? inArray(auditEntry.actorId, db.select({ id: person.id }).from(person).where(named(who)))
      : undefined,
    kind && eq(auditEntry.subjectKind, kind),
    kind && subjectId ? eq(auditEntry.subjectId, subjectId) : undefined,
    act && eq(auditEntry.act, act),
    from && gte(auditEntry.at, startOf(from)),
    to && lt(auditEntry.at, startOf(addDays(to, 1))),
  );
}
