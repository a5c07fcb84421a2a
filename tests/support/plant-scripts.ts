import postgres from 'postgres';
import { scripts } from './scripts';

/** How things are found, or what the program itself reads: nobody types these, or a page could not be asked for. */
const keys =
  /(^|_)(slug|code|key|hash|sha256|email|recipient|geometry|secret|token|locale|lang|kind|act|persona|theme|detail|subject_id|from_state|to_state|actor_role)$/;
const usual = 200;

export type Planted = Map<string, string>;

/**
 * Puts scripts into every column of text that the database lets hold them, in all of its rows, each text with the mark of
 * its column in front. Answers the columns by mark. Triggers are off: this is no act of anybody, and `checks` would find it.
 */
export async function plantScripts(url: string): Promise<Planted> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const planted: Planted = new Map();
  try {
    await sql`set session_replication_role = replica`;
    const columns = await sql<{ place: string; name: string; most: number | null }[]>`
      select format('%I', c.table_name) as place, c.column_name as name,
        (select max(m[1]::int) from pg_constraint k,
          regexp_matches(pg_get_constraintdef(k.oid), 'char_length\\(\\(?(?:btrim\\()?"?' || c.column_name || '"?\\)*[^A-Z]*?(?:<=|AND [^<]*<=) (\\d+)', 'g') m
          where k.conrelid = format('%I', c.table_name)::regclass and k.contype = 'c') as most
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'text' and c.is_generated = 'NEVER'
      order by 1, 2`;
    for (const { place, name, most } of columns) {
      if (keys.test(name)) continue;
      const mark = `q${planted.size}q`;
      if (await fill(sql, place, name, textsFor(mark, most ?? usual))) planted.set(mark, `${place}.${name}`);
    }
  } finally {
    await sql.end();
  }
  return planted;
}

/** As many texts as it takes to hold all scripts, none longer than `most`. */
function textsFor(mark: string, most: number): string[] {
  const texts: string[] = [];
  let text = mark;
  for (const script of scripts) {
    if (text !== mark && text.length + script.length > most) {
      texts.push(text);
      text = mark;
    }
    text += script;
  }
  return [...texts, text];
}

/** Gives the rows of a table these texts in turn; false where the database refuses or there is no row. */
async function fill(sql: postgres.Sql, place: string, name: string, texts: string[]): Promise<boolean> {
  const column = `"${name}"`;
  try {
    const { count } = await sql.unsafe(
      `update ${place} t set ${column} = ($1::text[])[1 + (n % $2)::int]
       from (select ctid as at, row_number() over (order by ctid) as n from ${place} where ${column} is not null) r
       where t.ctid = r.at`,
      [texts as never, texts.length],
    );
    return count > 0;
  } catch (error) {
    // A closed list of words, a pattern, or a length that this does not know.
    if (error instanceof postgres.PostgresError && /^23/.test(error.code)) return false;
    throw error;
  }
}
