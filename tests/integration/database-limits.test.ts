import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { databaseError } from '#db/fault';
import { badRows, otherRows } from '../support/bad-rows';
import { useDatabase } from '../support/database';
import { type Column, columnsOf, goodRow as rowOf, insertRow } from '../support/good-row';
import { raw } from '../support/money-world';

type Constraint = { table: string; name: string; type: string };

const database = useDatabase();
let columns: Column[];
let constraints: Constraint[];

beforeAll(async () => {
  columns = await columnsOf(database.owner.db);
  constraints = [
    ...(await database.owner.db.execute<Constraint>(sql`
      select conrelid::regclass::text as table, conname as name, contype::text as type
      from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 0 order by 1, 2`)),
  ];
});

const goodRow = (table: string) => rowOf(columns, table);

/** What the database says about these rows when of all keys of these types the table has only `kept`. */
async function answerTo(
  table: string,
  rows: Record<string, unknown>[],
  kept?: string,
  types = 'fpux',
): Promise<string> {
  const keys = constraints.filter(
    (each) => each.table === table && types.includes(each.type) && each.name !== kept,
  );
  try {
    await database.owner.db.transaction(async (tx) => {
      await raw(tx, `alter table ${table} disable trigger user`);
      for (const { name } of keys)
        await raw(tx, `alter table ${table} drop constraint if exists "${name}" cascade`);
      for (const row of rows) await insertRow(tx, table, row);
      tx.rollback();
    });
  } catch (error) {
    const refusal = databaseError(error);
    if (refusal) return `${refusal.code} ${refusal.constraint_name ?? refusal.column_name ?? ''}`.trim();
  }
  return 'accepted';
}

/** Asks every question and answers those with another answer than wanted. */
async function surprises(questions: { wanted: string; ask: () => Promise<string> }[]): Promise<string[]> {
  const found: string[] = [];
  for (const { wanted, ask } of questions) {
    const answer = await ask();
    if (answer !== wanted) found.push(`${wanted}: ${answer}`);
  }
  return found;
}

const ofType = (...types: string[]) => constraints.filter(({ type }) => types.includes(type));
const tables = () => [...new Set(columns.map(({ table }) => table))];

describe('F4: the database refuses by itself', () => {
  test('a good row of every table is accepted, so that what follows is refused for its one fault', async () => {
    expect(tables().length).toBeGreaterThan(30);
    const questions = tables().map((table) => ({
      wanted: 'accepted',
      ask: async () => {
        const answer = await answerTo(table, [goodRow(table)]);
        return answer === 'accepted' ? answer : `${table} ${answer}`;
      },
    }));
    expect(await surprises(questions)).toEqual([]);
  });

  test('an absent value in every column that needs one', async () => {
    const needed = columns.filter(({ required }) => required);
    expect(needed.length).toBeGreaterThan(150);
    const questions = needed.map(({ table, name }) => ({
      wanted: `23502 ${name}`,
      ask: () => answerTo(table, [{ ...goodRow(table), [name]: null }]),
    }));
    expect(await surprises(questions)).toEqual([]);
  });

  test('every CHECK has its bad row here', () => {
    expect(Object.keys(badRows).sort()).toEqual(
      ofType('c')
        .map(({ name }) => name)
        .sort(),
    );
  });

  test('the bad row of every CHECK', async () => {
    const questions = Object.entries(badRows).map(([name, [table, change]]) => ({
      wanted: `23514 ${name}`,
      ask: () => {
        const row = goodRow(table);
        return answerTo(table, [
          { ...row, ...change, ...(change.parent_id === 'id' && { parent_id: row.id }) },
        ]);
      },
    }));
    expect(await surprises(questions)).toEqual([]);
  });

  test('a row that belongs to nothing, for every foreign key', async () => {
    expect(ofType('f').length).toBeGreaterThan(50);
    const questions = ofType('f').map(({ table, name }) => ({
      wanted: `23503 ${name}`,
      ask: () => answerTo(table, [{ ...goodRow(table), ...otherRows[name] }], name, 'f'),
    }));
    expect(await surprises(questions)).toEqual([]);
  });

  test('the same row twice, for every key and every period', async () => {
    expect(ofType('p', 'u', 'x').length).toBeGreaterThan(50);
    const questions = ofType('p', 'u', 'x').map(({ table, name, type }) => ({
      wanted: `${type === 'x' ? '23P01' : '23505'} ${name}`,
      ask: () => {
        const row = goodRow(table);
        return answerTo(table, [row, row], name);
      },
    }));
    expect(await surprises(questions)).toEqual([]);
  });

  test('a hash of more than 64 characters', async () => {
    const hashes = columns.filter(({ type }) => type === 'character');
    expect(hashes.length).toBeGreaterThan(3);
    const questions = hashes.map(({ table, name }) => ({
      wanted: '22001',
      ask: () => answerTo(table, [{ ...goodRow(table), [name]: 'x'.repeat(65) }]),
    }));
    expect(await surprises(questions)).toEqual([]);
  });
});
