import { beforeAll, describe, expect, test } from 'vitest';
import { type Transaction } from '#db/client';
import { databaseError } from '#db/fault';
import { countRounds } from '~/usecases/voting/count-rounds.server';
import { importRound } from '~/usecases/voting/import-round.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { raw } from '../support/money-world';
import { counter, makeArea, now, operator, voteFile } from '../support/rounds';

const database = useDatabase();
useChecks(database);

beforeAll(async () => {
  await makeArea(database.owner.db, 'WK990101');
  const context = operator(database.app.db);
  await importRound(context, voteFile(), { areaCode: 'WK990101' });
  await importRound(context, voteFile({ name: 'Punten', type: 'cumulative' }), { areaCode: 'WK990101' });
  await countRounds({ db: database.app.db, now: () => now }, counter);
});

/** What the database says to these statements at the commit: its code and constraint, or 'done'. Nothing is kept. */
async function answerTo(who: 'app' | 'owner', ...statements: string[]): Promise<string> {
  const work = async (tx: Transaction) => {
    for (const statement of statements) await raw(tx, statement);
    await raw(tx, 'set constraints all immediate');
    tx.rollback();
  };
  const error: unknown = await database[who].db.transaction(work).catch((reason: unknown) => reason);
  const refusal = databaseError(error);
  return refusal ? [refusal.code, refusal.constraint_name].filter(Boolean).join(' ') : 'done';
}

const into = (table: string, values: string, round = 1) =>
  `insert into ${table} select id, ${values} from round where number = ${round}`;
const denied = '42501';
const restricted = '23001';

describe('a ballot by hand, once a round is closed', () => {
  test.each([
    ['one too many', into('ballot', `5, '{0}', null`), '23514 ballot_number'],
    ['before the first', into('ballot', `0, '{0}', null`), '23514 ballot_number'],
    ['in the place of another', into('ballot', `4, '{0}', null`), '23505 ballot_round_id_number_pk'],
    ['for a project that is not there', into('ballot', `4, '{3}', null`), '23514 ballot_choices'],
    ['for a project below the first', into('ballot', `4, '{-1}', null`), '23514 ballot_choices'],
    ['for nothing that one can name', into('ballot', `4, '{null}', null`), '23514 ballot_choices'],
    ['for one project twice', into('ballot', `4, '{1,1}', null`), '23514 ballot_choices'],
    ['with points where nobody gives them', into('ballot', `4, '{1}', '{1}'`), '23514 ballot_kind'],
    ['without points where everybody does', into('ballot', `4, '{1}', null`, 2), '23514 ballot_kind'],
    ['with a point that is missing', into('ballot', `4, '{1}', '{null}'`, 2), '23514 ballot_kind'],
    ['with more points than projects', into('ballot', `4, '{1}', '{1,2}'`, 2), '23514 ballot_points'],
  ])('%s', async (_, statement, answer) => {
    expect(await answerTo('app', statement)).toBe(answer);
    expect(await answerTo('owner', statement)).toBe(answer);
  });
});

describe('what belongs to a round', () => {
  const project = (place: number, key = 'z') =>
    into('round_project', `${place}, '${key}', 'Zebrapad', 100, null, null, null, null, null`);

  test.each([
    ['no project more', project(3), '23514 round_project_place'],
    ['no project before the first', project(-1), '23514 round_project_place'],
    ['no project in the place of another', project(2), '23505 round_project_round_id_place_pk'],
    ['no line about it more', into('round_meta', `8, 'rule', 'greedy'`), '23514 round_meta_position'],
    ['no line before the first', into('round_meta', `-1, 'rule', 'greedy'`), '23514 round_meta_position'],
    [
      'no line in the place of another',
      into('round_meta', `0, 'rule', 'x'`),
      '23505 round_meta_round_id_position_pk',
    ],
    [
      'no second outcome by a rule',
      into('round_count', `'greedy', repeat('0', 64), '{}', now()`),
      '23505 round_count_round_id_rule_pk',
    ],
  ])('%s', async (_, statement, answer) => {
    expect(await answerTo('app', statement)).toBe(answer);
  });

  test.each(['round', 'round_meta', 'round_project', 'ballot', 'round_count'])(
    '%s stays as it is',
    async (table) => {
      const column = table === 'round' ? 'id' : 'round_id';
      for (const change of [`update ${table} set ${column} = ${column}`, `delete from ${table}`]) {
        expect(await answerTo('app', change)).toBe(denied);
        expect(await answerTo('owner', change)).toBe(restricted);
      }
    },
  );

  test('of the counting only how far it is may change, and it stays', async () => {
    expect(await answerTo('app', 'update round_count_progress set done = 0')).toBe('done');
    expect(await answerTo('app', 'delete from round_count_progress')).toBe(denied);
  });
});

describe('a round by hand', () => {
  const round = (voters: number, projects: number) => `insert into round (id, area_id, name, place, currency,
    vote_type, budget_cents, meta_lines, projects, voters, file_sha256, imported_at)
    select '00000000-0000-4000-8000-000000000000', area_id, name, place, currency, vote_type, budget_cents,
      1, ${projects}, ${voters}, repeat('f', 64), now() from round where number = 1`;
  const id = `'00000000-0000-4000-8000-000000000000'`;
  const whole = [
    round(1, 1),
    `insert into round_meta values (${id}, 0, 'budget', '100')`,
    `insert into round_project (round_id, place, key, name, cost_cents) values (${id}, 0, 'a', 'A', 1)`,
    `insert into ballot values (${id}, 1, '{0}', null)`,
  ];

  test('is taken when it is whole', async () => {
    expect(await answerTo('app', ...whole)).toBe('done');
  });

  test.each([
    ['without its ballot', 3],
    ['without its project', 2],
    ['without its line', 1],
  ])('is refused %s', async (_, part) => {
    expect(await answerTo('app', ...whole.filter((_statement, index) => index !== part))).toBe(
      '23514 round_whole',
    );
  });

  test('is one of its content, and one in place of each that was withdrawn', async () => {
    const again = (round: string) => [
      round.replace('imported_at)', 'imported_at, content_sha256, replaces)'),
      ...whole.slice(1),
    ];
    const withdrawn = `insert into round_withdrawal select id, 'Verkeerd', now() from round where number = 1`;
    const same = again(whole[0]!.replace('now() from', `now(), content_sha256, null from`));
    const other = again(whole[0]!.replace('now() from', `now(), repeat('e', 64), null from`));
    const inPlace = again(whole[0]!.replace('now() from', `now(), content_sha256, id from`));
    expect(await answerTo('app', ...same)).toBe('23505 round_content');
    expect(await answerTo('app', ...other)).toBe('done');
    expect(await answerTo('app', ...inPlace)).toBe('23503 round_replaces_round_withdrawal_round_id_fk');
    expect(await answerTo('app', withdrawn, ...same)).toBe('23505 round_content');
    expect(await answerTo('app', withdrawn, ...inPlace)).toBe('done');
    const third = inPlace.map((statement) => statement.replaceAll('00000000-0000', '00000001-0000'));
    expect(await answerTo('app', withdrawn, ...inPlace, ...third)).toBe('23505 round_replaces_unique');
    expect(await answerTo('app', withdrawn, withdrawn)).toBe('23505 round_withdrawal_pkey');
    for (const change of [`update round_withdrawal set reason = 'x'`, 'delete from round_withdrawal']) {
      expect(await answerTo('app', withdrawn, change)).toBe(denied);
      expect(await answerTo('owner', withdrawn, change)).toBe(restricted);
    }
  });
});
