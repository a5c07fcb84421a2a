import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { countOfRound, roundByNumber, roundList, roundsToCount } from '#db/reads/voting/round';
import { raw } from '../support/money-world';
import { transaction } from '#db/transaction';
import { DomainError } from '~/domain/errors';
import { type Notice } from '~/domain/notices';
import { countRounds } from '~/usecases/voting/count-rounds.server';
import { importRound } from '~/usecases/voting/import-round.server';
import { withdrawRound } from '~/usecases/voting/withdraw-round.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { counter, encode, makeArea, now, operator, snapshot } from '../support/rounds';
import { sharedFile } from '../support/shared';

const database = useDatabase();
useChecks(database);

beforeAll(async () => {
  await makeArea(database.owner.db, 'WK990101');
  await makeArea(database.owner.db, 'WK990102');
});

type Options = { acceptNotices?: boolean; areaCode?: string };

/** Brings a file in, with what was odd in it. */
async function bringIn(bytes: Uint8Array, { acceptNotices, areaCode = 'WK990101' }: Options = {}) {
  let notices: readonly Notice[] = [];
  const onNotices = (odd: readonly Notice[]) => (notices = odd);
  const imported = await importRound(operator(database.app.db), bytes, {
    areaCode,
    acceptNotices,
    onNotices,
  });
  return { ...imported, notices };
}

async function kept(number: number) {
  return (await roundByNumber(database.app.db, number)) ?? expect.fail();
}

async function refusal(work: () => Promise<unknown>): Promise<string> {
  const before = await snapshot(database.owner.db);
  const error: unknown = await work().catch((reason: unknown) => reason);
  expect(await snapshot(database.owner.db)).toBe(before);
  return error instanceof DomainError ? error.code : expect.fail('nothing was refused');
}

/** A small vote of our own: lines of META, the way of voting, ballots. */
function vote({ name = 'Eigen', meta = '', type = 'approval', ballots = ['a,b', 'b', ''] }): string {
  const votes = ballots.map((choices, nth) => `v${nth};${choices}\n`).join('');
  return (
    `META\nkey;value\ndescription;${name}\n${meta}budget;100\nvote_type;${type}\n` +
    `PROJECTS\nproject_id;cost;name\na;60;Bank\nb;50;"Boom; groot"\nVOTES\nvoter_id;vote\n${votes}`
  );
}

const folder = sharedFile('data/found/rounds');
const found = (name: string) => readFileSync(join(folder ?? '', `${name}.pb`));

describe.skipIf(folder === null)('rounds that failed once (skipped where ../shared/data is absent)', () => {
  test('01 and 40 are one round, and so is 10b', async () => {
    const { number, created, notices } = await bringIn(found('01-base'));
    expect([created, notices]).toEqual([true, []]);
    const before = await snapshot(database.owner.db);
    for (const same of ['01-base', '40-same-as-01-crlf', '10b-trailing-semicolons']) {
      expect(await bringIn(found(same))).toMatchObject({ number, created: false, projects: 3, voters: 4 });
    }
    expect(await snapshot(database.owner.db)).toBe(before);
  });

  test('34 is refused until somebody accepts what is odd, which is kept', async () => {
    expect(await refusal(() => bringIn(found('34-voteslessmeta')))).toBe('noticesOpen');
    const { number, created } = await bringIn(found('34-voteslessmeta'), { acceptNotices: true });
    expect(created).toBe(true);
    expect((await kept(number)).round.notices).toEqual([
      { code: 'votesCount', line: null, values: { announced: 999, count: 4 } },
      { code: 'projectsCount', line: null, values: { announced: 7, count: 3 } },
    ]);
    expect(await bringIn(found('34-voteslessmeta'))).toMatchObject({ number, created: false });
  });

  test('07b counts ballots beyond the rule as before, and keeps how many there are', async () => {
    const { number } = await bringIn(found('07b-choose1-two'));
    await countRounds({ db: database.app.db, now: () => now }, counter);
    const { round } = await kept(number);
    expect(round.notices).toEqual([{ code: 'ballotsBeyond', line: null, values: { count: 2, most: 1 } }]);
    expect((await countOfRound(database.app.db, round.id, 'greedy'))?.report.completed).toEqual(['1', '2']);
  });

  test('29 was held on the days that it says', async () => {
    const { number, notices } = await bringIn(found('29-date-iso'));
    expect(notices).toEqual([]);
    expect((await kept(number)).round).toMatchObject({
      ...{ beganOn: '2024-05-01', endedOn: '2024-05-31', year: 2024 },
    });
  });

  test('41 counts a project once where a ballot has it twice, and says so', async () => {
    const { number, created } = await bringIn(found('41-project-twice'));
    await countRounds({ db: database.app.db, now: () => now }, counter);
    const { round } = await kept(number);
    expect([created, round.notices]).toEqual([
      true,
      [{ code: 'projectTwice', line: 22, values: { count: 1 } }],
    ]);
    const count = await countOfRound(database.app.db, round.id, 'greedy');
    expect(count?.report.projects.map(({ id, votes }) => [id, votes])).toEqual([
      ['1', 3],
      ['2', 2],
      ['3', 1],
    ]);
  });
});

describe('one vote, however its file was saved', () => {
  const plain = vote({ name: 'Bewaard' });
  const [head = '', rows = ''] = plain.split('VOTES\nvoter_id;vote\n');
  const columns = head.replace(
    'project_id;cost;name\na;60;Bank\nb;50;"Boom; groot"',
    'name;project_id;cost\n"Bank";a;60\n"Boom; groot";b;50',
  );

  test.each([
    ['lines in CRLF', plain.replaceAll('\n', '\r\n')],
    ['lines in CR', plain.replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${plain}`],
    ['empty cells at the end', plain.replaceAll('\n', ';;;\n')],
    ['empty lines', plain.replaceAll('PROJECTS', '\n;;\nPROJECTS')],
    ['more quotes', plain.replaceAll('Bank', '"Bank"').replace('key;value', '"key";"value"')],
    ['columns in another order', `${columns}VOTES\nvote;voter_id\na,b;v0\nb;v1\n;v2\n`],
    [
      'rows in another order',
      plain.replace('a;60;Bank\nb;50;"Boom; groot"', 'b;50;"Boom; groot"\na;60;Bank'),
    ],
    ['ballots in another order', `${head}VOTES\nvoter_id;vote\n${rows.split('\n').reverse().join('\n')}`],
    ['other names of voters', plain.replaceAll(/^v(\d)/gm, 'kiezer-$1')],
  ])('is one round: %s', async (_, text) => {
    const { number } = await bringIn(encode(plain));
    expect(await bringIn(encode(text))).toMatchObject({ number, created: false });
    expect(await refusal(() => bringIn(encode(text), { areaCode: 'WK990102' }))).toBe('fileKnown');
  });

  test.each([
    ['another cost', plain.replace('a;60', 'a;61')],
    ['another choice', plain.replace('v1;b', 'v1;a')],
    ['one ballot more', `${plain}v3;\n`],
    ['another name', plain.replace('Bank', 'Bankje')],
    ['another way of voting', plain.replace('approval', 'ordinal')],
    ['another budget', plain.replace('budget;100', 'budget;101')],
    ['something more about it', plain.replace('budget', 'unit;Soest\nbudget')],
    ['a project twice', plain.replace('v1;b', 'v1;b,b')],
  ])('is another with %s', async (_, text) => {
    await bringIn(encode(plain));
    expect(await bringIn(encode(text))).toMatchObject({ created: true });
  });

  test('is known too where it was read in before its content was kept', async () => {
    const text = vote({ name: 'Van vroeger', ballots: ['a,a', 'b'] });
    const { number } = await bringIn(encode(text));
    await transaction(database.owner.db, async (tx) => {
      await raw(tx, 'alter table round disable trigger append_only');
      await raw(tx, `update round set content_sha256 = null, notices = '[]' where number = ${number}`);
      await raw(tx, 'alter table round enable trigger append_only');
    });
    const saved = encode(text.replaceAll('\n', '\r\n'));
    expect(await bringIn(saved)).toMatchObject({ number, created: false });
    expect(await bringIn(encode(text.replace('v1;b', 'v1;a')))).toMatchObject({ created: true });
    await withdrawRound(operator(database.app.db), { number, reason: 'Van een ander jaar' });
    const again = await bringIn(saved);
    expect(again.created).toBe(true);
    expect((await kept(number)).replacedBy).toBe(again.number);
    expect(await bringIn(encode(text))).toMatchObject({ number: again.number, created: false });
  });
});

describe('what is odd', () => {
  test.each([
    ['fewer ballots than announced', { meta: 'num_votes;4\n' }, 'votesCount'],
    ['more ballots than announced', { meta: 'num_votes;2\n' }, 'votesCount'],
    ['no ballot though some are announced', { meta: 'num_votes;2\n', ballots: [] }, 'votesCount'],
    ['fewer projects than announced', { meta: 'num_projects;3\n' }, 'projectsCount'],
  ])('has to be accepted: %s', async (name, odd, code) => {
    const bytes = encode(vote({ name, ...odd }));
    expect(await refusal(() => bringIn(bytes))).toBe('noticesOpen');
    const { number } = await bringIn(bytes, { acceptNotices: true });
    expect((await kept(number)).round.notices).toMatchObject([{ code }]);
  });

  test.each([
    ['too many choices', { type: 'choose-1' }, 'ballotsBeyond'],
    ['more than at most', { meta: 'max_length;1\n' }, 'ballotsBeyond'],
    ['one project three times', { ballots: ['a,a,a'] }, 'projectTwice'],
    ['a date in words', { meta: 'date_end;mei 2024\n' }, 'dateUnknown'],
    ['days that are crossed', { meta: 'date_begin;02.05.2024\ndate_end;01.05.2024\n' }, 'datesCrossed'],
    ['a sign for a currency', { meta: 'currency;€\n' }, 'currencyUnknown'],
  ])('is only said and kept: %s', async (name, odd, code) => {
    const { number, created } = await bringIn(encode(vote({ name, ...odd })));
    expect([created, (await kept(number)).round.notices]).toMatchObject([true, [{ code }]]);
  });
});

describe('a round that is withdrawn', () => {
  const bytes = encode(vote({ name: 'Verkeerd bestand' }));
  const withdraw = (number: number, reason = 'Dit was het bestand van vorig jaar.') =>
    withdrawRound(operator(database.app.db), { number, reason });

  test('leaves the list and the count, keeps its address, and tells when and why', async () => {
    const { number } = await bringIn(bytes);
    const listed = async () => (await roundList(database.app.db, 1)).total;
    const waiting = async () => (await roundsToCount(database.app.db)).map((round) => round.number);
    const before = await listed();
    expect(await waiting()).toContain(number);
    await withdraw(number, '  Dit was het bestand van vorig jaar. ');
    expect([await listed(), (await waiting()).includes(number)]).toEqual([before - 1, false]);
    expect(await kept(number)).toMatchObject({
      withdrawal: { at: now, reason: 'Dit was het bestand van vorig jaar.' },
      replacedBy: null,
    });
    const again = await bringIn(bytes, { areaCode: 'WK990102' });
    expect(again).toMatchObject({ created: true });
    expect([again.number > number, await listed()]).toEqual([true, before]);
    expect((await kept(number)).replacedBy).toBe(again.number);
    expect(await bringIn(bytes, { areaCode: 'WK990102' })).toMatchObject({ ...again, created: false });
    await withdraw(again.number);
    expect((await bringIn(bytes)).number).toBeGreaterThan(again.number);
  });

  test('is withdrawn once, with a reason, and has to be there', async () => {
    const { number } = await bringIn(encode(vote({ name: 'Eén keer' })));
    expect(await refusal(() => withdraw(number, ' \u200b'))).toBe('reasonsRequired');
    expect(await refusal(() => withdraw(number, 'x'.repeat(501)))).toBe('tooLong');
    expect(await refusal(() => withdraw(999_999))).toBe('notFound');
    await withdraw(number);
    expect(await refusal(() => withdraw(number))).toBe('alreadyDone');
  });
});
