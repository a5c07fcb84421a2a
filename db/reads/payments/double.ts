import { sql } from 'drizzle-orm';
import { type Queryable } from '../../client';

/** A line of another statement with the same figures: it may be the same movement. */
export type Twin = { lineId: string; statement: { id: string; statementId: string } };

/**
 * For each of these lines the line of a statement of the account, read before, that has the same figures; files of a bank
 * may overlap. Of two equal lines on one statement the first has the first such line and the second the second, as two
 * movements may look the same. A line that is known to be a double is nobody's twin.
 */
export async function twinsOf(db: Queryable, lineIds: readonly string[]): Promise<Map<string, Twin>> {
  if (lineIds.length === 0) return new Map();
  const ids = sql`(select id::uuid from jsonb_array_elements_text(${JSON.stringify(lineIds)}::jsonb) as wanted (id))`;
  const rows = await db.execute<{ id: string; twin: string; statement: string; name: string }>(sql`
    select mine.id, other.id as twin, other.statement_id as statement, other.name from (
      select l.*, s.iban, s.seq, row_number() over (
          partition by l.statement_id, l.booked_on, l.cents, l.text, l.end_to_end_id, l.counter_iban
          order by l.position) as nth
        from bank_line l join bank_statement s on s.id = l.statement_id
        where l.statement_id in (select statement_id from bank_line where id in ${ids})) mine
      cross join lateral (
        select o.id, o.statement_id, os.statement_id as name, row_number() over (order by os.seq, o.position) as nth
        from bank_line o join bank_statement os on os.id = o.statement_id
        where o.booked_on = mine.booked_on and o.cents = mine.cents and o.text = mine.text
          and o.end_to_end_id is not distinct from mine.end_to_end_id
          and o.counter_iban is not distinct from mine.counter_iban
          and os.iban = mine.iban and os.seq < mine.seq
          and not exists (select 1 from bank_match d where d.line_id = o.id and d.kind = 'double')) other
    where other.nth = mine.nth and mine.id in ${ids}`);
  return new Map(
    rows.map(({ id, twin, statement, name }) => [
      id,
      { lineId: twin, statement: { id: statement, statementId: name } },
    ]),
  );
}
