import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { connect } from '#db/client';
import { faultOf } from '#db/fault';
import { useDatabase } from '../support/database';
import { makeLine } from '../support/line';

const database = useDatabase();
const line = makeLine();
afterAll(() => line.cut());

const unheard: unknown[] = [];
process.on('unhandledRejection', (error) => unheard.push(error));

test.each(['SCRAM', 'typarray', 'pg_sleep'])('nobody is told who does not wait: cut at %s', async (text) => {
  const { db, close } = connect(await line.through(database.url), { max: 5 });
  line.cutAt(text);
  const asked = Array.from({ length: 5 }, () => db.execute(sql`select pg_sleep(0)`));
  const answers = await Promise.allSettled(asked);
  expect(answers.filter((answer) => answer.status === 'rejected' && !faultOf(answer.reason))).toEqual([]);
  await close();
  await line.cut();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(unheard).toEqual([]);
});

test('lists go and come, whatever stands in them', async () => {
  const texts = ['', 'a,b', '{c}', '"d"', 'e\\f', 'NULL', 'é\n', ' g '];
  const id = '00000000-0000-4000-8000-000000000001';
  const { db } = database.app;
  const [row] = await db.execute(sql`
    select ${sql.param(texts)}::text[] as texts, ${sql.param([1, -2])}::int[] as ints, array[3, null]::smallint[] as gaps,
      ${sql.param([id])}::uuid[] as ids, array[true, false] as flags, '{}'::text[] as none,
      array[9007199254740993]::bigint[] as large, array['x', 'y']::varchar[] as words`);
  expect(row).toEqual({
    ...{ texts, ints: [1, -2], gaps: [3, null], ids: [id], flags: [true, false], none: [] },
    ...{ large: ['9007199254740993'], words: ['x', 'y'] },
  });
});
