import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { type Database, type Transaction } from '#db/client';
import { goodRows } from './bad-rows';

export type Column = { table: string; name: string; type: string; required: boolean };

/** Every column of every table, in order. */
export async function columnsOf(db: Database): Promise<Column[]> {
  return [
    ...(await db.execute<Column>(sql`
      select table_name as table, column_name as name, data_type as type, is_nullable = 'NO' as required
      from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_schema = 'public' and table_type = 'BASE TABLE' and is_generated = 'NEVER'
      order by 1, ordinal_position`)),
  ];
}

const plain: Record<string, unknown> = {
  boolean: true,
  ARRAY: [1],
  date: '2026-06-01',
  json: {},
  jsonb: {},
  text: 'x',
  character: 'x',
  'timestamp with time zone': '2026-06-01T10:00:00Z',
};

/** A row that a table takes when its foreign keys are out of the way. */
export function goodRow(columns: readonly Column[], table: string): Record<string, unknown> {
  const own = columns.filter((column) => column.table === table);
  const values = own.map(({ name, type }) => {
    const value = type === 'uuid' ? randomUUID() : (plain[type] ?? 1);
    return [name, name === 'valid_from' ? '2026-01-01' : value];
  });
  return { ...Object.fromEntries(values), ...goodRows[table] };
}

export function insertRow(tx: Transaction, table: string, row: Record<string, unknown>) {
  const names = sql.raw(Object.keys(row).join(', '));
  const name = sql.raw(table);
  return tx.execute(
    sql`insert into ${name} (${names}) select ${names} from jsonb_populate_record(null::${name}, ${JSON.stringify(row)}::jsonb)`,
  );
}
