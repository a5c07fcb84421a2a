import { sql } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { allChecks, runChecks } from '#db/checks/run';
import { posting } from '#db/schema';
import { checks } from '~/cli/checks';
import { raw } from '../support/money-world';
import { useTampering } from '../support/checks-world';

const { database, foundAfter, reported } = useTampering();

describe('a vote of who has an interest is found where a decision counts it', () => {
  test.each([
    [
      'declared',
      `insert into conflict_declaration select item_id, membership_id, 'declared', cast_at from council_vote`,
    ],
    [
      'accepted',
      `with report as (${reported} returning id, membership_id)
        insert into conflict_answer select id, membership_id, 'accepted', null, now() from report`,
    ],
    [
      'sustained',
      `with report as (${reported} returning id)
        insert into conflict_ruling select report.id, membership.id, 'sustained', 'Een broer', now()
        from report cross join membership order by membership.id desc limit 1`,
    ],
  ])('%s', async (_how, statement) => {
    expect(Object.keys(await foundAfter(statement))).toContain('decision-votes');
  });
});

test('the checks see one moment, and write nothing', async () => {
  const rows = () => database.owner.db.select({ n: sql<number>`count(*)::int` }).from(posting);
  const before = await rows();
  await runChecks(database.app.db);
  expect(await rows()).toEqual(before);
});

describe('npm run checks', () => {
  const run = async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const code = await checks([], { ...process.env, DATABASE_URL: database.url });
    const said = { code, out: log.mock.calls.flat(), found: error.mock.calls.flat() };
    vi.restoreAllMocks();
    return said;
  };

  test('prints one line and answers 0 when all is well', async () => {
    expect(await run()).toEqual({
      code: 0,
      out: [`{"checks": ${allChecks.length}, "violations": 0}`],
      found: [],
    });
  });

  test('names what is wrong and answers 1', async () => {
    const change = (cents: number) =>
      raw(database.owner.db, `update pool_weight set weight_cents = weight_cents + ${cents}`);
    await change(1);
    const { code, out, found } = await run();
    await change(-1);
    expect([code, out]).toEqual([1, [`{"checks": ${allChecks.length}, "violations": 2}`]]);
    expect(found.map((line: string) => JSON.parse(line).check)).toEqual(['weight-replay', 'weight-replay']);
  });
});
