import { type SQL, sql } from 'drizzle-orm';
import { type AuditSubjectKind } from '~/domain/audit/acts';
import { type CalendarDate } from '~/domain/calendar';
import { type Queryable } from '../../client';

/** Something that an act was done to. */
export type Subject = { kind: AuditSubjectKind; id: string };

/** What it is called and of which day it is; `address` is what stands in the address of its page, where it has one. */
export type NamedSubject = { name: string; on: CalendarDate | null; address: readonly string[] | null };

type Reader = {
  /** Of rows with these ids: `id`, `name`, and where there is one a date `on` and an `address`. */
  rows: (ids: readonly string[]) => SQL;
  /** How an id of it is written; a uuid unless this says otherwise. */
  shape?: RegExp;
};

const dayOf = (moment: SQL) => sql`(${moment} at time zone 'Europe/Amsterdam')::date`;

const readers: Record<AuditSubjectKind, Reader> = {
  gemeente: {
    shape: /^\d{1,9}$/,
    rows: (ids) => sql`select version as id, coalesce(name, '') as name, ${dayOf(sql`saved_at`)} as "on",
      array[]::text[] as address from gemeente_settings where version in ${ids}`,
  },
  // A file with wijken that was handed in has an id of its own.
  area: {
    rows: (
      ids,
    ) => sql`select id, name, null::date as "on", case kind when 'wijk' then array[slug] end as address
      from area where id in ${ids}
      union all select id, 'CBS ' || year, ${dayOf(sql`handed_in_at`)}, null from wijken_file where id in ${ids}`,
  },
  round: {
    rows: (ids) => sql`select id, name, array[number::text] as address from round where id in ${ids}`,
  },
  person: { rows: (ids) => sql`select id, name, array[id::text] as address from person where id in ${ids}` },
  initiative: {
    rows: (ids) => sql`select id, title as name,
        case when scheme_version_id is not null then array[number::text] end as address
      from initiative where id in ${ids}`,
  },
  comment: {
    rows: (ids) => sql`select c.id, i.title as name, array[i.number::text] as address
      from comment c join initiative i on i.id = c.initiative_id where c.id in ${ids}`,
  },
  body: { rows: (ids) => sql`select id, name, array[slug] as address from body where id in ${ids}` },
  meeting: {
    rows: (
      ids,
    ) => sql`select m.id, b.name, ${dayOf(sql`m.starts_at`)} as "on", array[b.slug, m.id::text] as address
      from meeting m join body b on b.id = m.body_id where m.id in ${ids}`,
  },
  agendaItem: {
    rows: (ids) => sql`select a.id, i.title as name, ${dayOf(sql`m.starts_at`)} as "on",
        array[b.slug, m.id::text, a.id::text] as address
      from agenda_item a join initiative i on i.id = a.initiative_id join meeting m on m.id = a.meeting_id
        join body b on b.id = m.body_id where a.id in ${ids}`,
  },
  decision: {
    rows: (
      ids,
    ) => sql`select d.id, b.name || ' ' || d.year || '-' || d.number as name, array[d.id::text] as address
      from decision d join body b on b.id = d.body_id where d.id in ${ids}`,
  },
  source: { rows: (ids) => sql`select id, name, array[code] as address from source where id in ${ids}` },
  journalEntry: {
    shape: /^\d{1,18}$/,
    rows: (
      ids,
    ) => sql`select e.id, coalesce(w.name, j.code) || ' ' || e.number as name, e.effective_on as "on",
        case when w.slug is not null and y.year is not null
          then array[w.slug, y.year::text, e.number::text] end as address
      from journal_entry e join journal j on j.id = e.journal_id left join area w on w.id = j.area_id
        left join lateral (select max(l.year) as year from posting p join account a on a.id = p.account_id
          join pool l on l.id = a.pool_id where p.entry_id = e.id) y on true
      where e.id in ${ids}`,
  },
  paymentBatch: {
    rows: (ids) => sql`select id, number::text as name, array[number::text] as address
      from payment_batch where id in ${ids}`,
  },
  // What is done to one line of a statement names the line.
  bankStatement: {
    rows: (ids) => sql`select s.id, s.statement_id as name, s.to_on as "on", array[s.id::text] as address
      from bank_statement s where s.id in ${ids}
      union all select l.id, s.statement_id, l.booked_on, array[s.id::text]
      from bank_line l join bank_statement s on s.id = l.statement_id where l.id in ${ids}`,
  },
  moneyTask: {
    rows: (ids) => sql`select id, coalesce(year::text, '') as name, ${dayOf(sql`asked_at`)} as "on",
      array[id::text] as address from money_task where id in ${ids}`,
  },
  period: {
    shape: /^\d{4}$/,
    rows: (ids) => sql`select year as id, year::text as name, array[year::text] as address
      from period where year in ${ids}`,
  },
  checkRun: {
    rows: (ids) =>
      sql`select id, scope as name, ${dayOf(sql`asked_at`)} as "on" from check_run where id in ${ids}`,
  },
  scheme: {
    rows: (ids) => sql`select id, name, array[id::text] as address from scheme where id in ${ids}`,
  },
  schemeVersion: {
    rows: (ids) => sql`select v.id, s.name, v.valid_from as "on", array[s.id::text] as address
      from scheme_version v join scheme s on s.id = v.scheme_id where v.id in ${ids}`,
  },
  // What is done is gone.
  job: {
    shape: /^\d{1,18}$/,
    rows: (ids) => sql`select id, task as name from queue_jobs() where id in ${ids}`,
  },
};

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** One text for what an act was done to. */
export const subjectKey = ({ kind, id }: Subject) => `${kind} ${id}`;

/** What these are called now, by `subjectKey`; what is no longer there is left out. */
export async function namedSubjects(
  db: Queryable,
  subjects: readonly Subject[],
): Promise<Map<string, NamedSubject>> {
  const named = new Map<string, NamedSubject>();
  const kinds = new Set(subjects.map(({ kind }) => kind));
  for (const kind of kinds) {
    const { rows, shape = uuid } = readers[kind];
    const own = subjects.filter((each) => each.kind === kind && shape.test(each.id));
    const ids = [...new Set(own.map(({ id }) => id))];
    if (ids.length === 0) continue;
    const found = db.execute<{ id: string; name: string } & Partial<NamedSubject>>(rows(ids));
    for (const { id, name, on = null, address = null } of await found)
      named.set(subjectKey({ kind, id: String(id) }), { name, on, address });
  }
  return named;
}
