import { sql } from 'drizzle-orm';
import { type Database } from '#db/client';

/** Written at any moment, whatever a visitor sends: when somebody was last here, and who tried how often. */
const always = ['session', 'rate_limit'];

/** Notes every row that is written from here on, by whomever; what is rolled back was not written. */
export async function noteWrites(owner: Database): Promise<void> {
  await owner.execute(sql`create table written (place text not null)`);
  await owner.execute(sql`
    create function note_write() returns trigger language plpgsql security definer as
    $$ begin insert into public.written values (tg_table_name || ' ' || lower(tg_op)); return null; end $$`);
  const tables = await owner.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'written'`,
  );
  for (const { name } of tables.filter((table) => !always.includes(table.name))) {
    const place = sql.identifier(name);
    await owner.execute(sql`
      create trigger note_write after insert or update or delete on ${place} for each row execute function note_write()`);
  }
}

/** What was written since this was last asked, as 'table act'. */
export async function writtenSince(owner: Database): Promise<string[]> {
  const rows = await owner.execute<{ place: string }>(sql`delete from written returning place`);
  return rows.map(({ place }) => place);
}
