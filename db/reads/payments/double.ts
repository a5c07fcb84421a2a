import { type SQL, sql } from 'drizzle-orm';
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
  const alike = (other: SQL) => sql`${other}.booked_on = mine.booked_on and ${other}.cents = mine.cents
    and ${other}.text = mine.text and ${other}.end_to_end_id is not distinct from mine.end_to_end_id
    and ${other}.counter_iban is not distinct from mine.counter_iban`;
  const rows = await db.execute<{ id: string; twin: string; statement: string; name: string }>(sql`
    select mine.id, other.id as twin, other.statement_id as statement, other.name from bank_line mine
      join bank_statement s on s.id = mine.statement_id
      cross join lateral (
        select o.id, o.statement_id, os.statement_id as name, row_number() over (order by os.seq, o.position) as nth
        from bank_line o join bank_statement os on os.id = o.statement_id
        where ${alike(sql`o`)} and os.iban = s.iban and os.seq < s.seq
          and not exists (select 1 from bank_match d where d.line_id = o.id and d.kind = 'double')) other
    where mine.id in ${ids} and other.nth = (
      select count(*) from bank_line own
        where own.statement_id = mine.statement_id and own.position <= mine.position and ${alike(sql`own`)})`);
  return new Map(
    rows.map(({ id, twin, statement, name }) => [
      id,
      { lineId: twin, statement: { id: statement, statementId: name } },
    ]),
  );
}
