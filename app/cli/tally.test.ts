import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ruleNames } from '~/domain/voting/rule-names';
import { translatorFor } from '~/i18n/translator.server';
import { PabulibError, pabulibProblems } from '~/formats/pabulib/problem';
import { sayFileProblem } from './files';
import { tallyCommand } from './tally';

const folder = mkdtempSync(join(tmpdir(), 'tally-'));
afterAll(() => rmSync(folder, { recursive: true }));

const election = (currency = 'EUR', type = 'approval') =>
  `META\nkey;value\nbudget;100,50\ncurrency;${currency}\nvote_type;${type}\nPROJECTS\nproject_id;cost\n1;60\n2;50\n3;40\nVOTES\nvoter_id;vote\na;1,2\nb;2\nc;3,2\n`;

function save(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const plain = save('plain.pb', election());

let out = '';
let err = '';
beforeEach(() => {
  out = '';
  err = '';
  const write = (text: string | Uint8Array, done?: unknown) => {
    out += String(text);
    if (done instanceof Function) done();
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(write);
  vi.spyOn(console, 'error').mockImplementation((text) => void (err += String(text)));
});
afterEach(() => vi.restoreAllMocks());

async function run(...args: string[]) {
  const code = await tallyCommand(args);
  return { code, reported: out === '' ? undefined : (JSON.parse(out) as Record<string, unknown>) };
}

describe('the command that counts a file', () => {
  test('prints one object with the outcome', async () => {
    const { code, reported } = await run(plain, '--rule', 'mes-cost-add1');
    expect(code).toBe(0);
    expect(reported).toMatchObject({
      selected: ['2', '3'],
      total: 90,
      completed: ['2', '3'],
      completedTotal: 90,
      budget: 100.5,
      endowment: '115/2',
      steps: 24,
      stop: 'exhaustive',
      ties: [],
    });
    expect(reported).not.toHaveProperty('rounds');
  });

  test('explains when asked', async () => {
    const { reported } = await run(plain, '--explain', '--rule=mes-cost');
    expect(reported?.rounds).toEqual([
      { id: '2', payment: '50/3', effectiveVotes: 3, inFull: 3, allTheyHad: 0, nothing: 0 },
    ]);
    expect(reported?.projects).toMatchObject([
      { id: '1', fate: 'notAffordable', supportPercent: 33.3, lostAfterRounds: 0, left: 33.5 },
      { id: '2', fate: 'paidByShares', round: 0, wentTo: [] },
      { id: '3', fate: 'filledUp', wentTo: [{ id: '2', amount: 16.66 }] },
    ]);
  });

  test('counts a packed file, and explains greedy too', async () => {
    const packed = save('packed.pb.gz', gzipSync(election()));
    const { reported } = await run(packed, '--rule', 'greedy-ratio', '--explain');
    expect(reported).toMatchObject({ selected: ['2', '3'], endowment: null, stop: null, rounds: [] });
  });

  test.each([
    ['EUR', [], 24],
    ['EUR', ['--step', '0,50'], 47],
    ['HUF', [], 1],
    ['HUF', ['--step', '1'], 24],
  ] as const)('raises by one %s, or what is asked %j', async (currency, more, steps) => {
    const { reported } = await run(save('step.pb', election(currency)), '--rule', 'mes-card-add1', ...more);
    expect(reported?.steps).toBe(steps);
  });

  test('counts ranks as ranks or as approvals', async () => {
    const ranks = save('ranks.pb', election('EUR', 'ordinal'));
    expect((await run(ranks, '--rule', 'greedy')).reported?.mode).toBe('rank');
    out = '';
    expect((await run(ranks, '--rule', 'greedy', '--mode', 'approval')).reported?.mode).toBe('approval');
  });

  test.each([
    [[]],
    [[plain, '--rule', '']],
    [[plain, '--rule', 'best']],
    [[plain, plain, '--rule', 'greedy']],
    [[plain, '--rule', 'greedy', '--mode', 'stars']],
    [[plain, '--rule', 'greedy', '--step', 'x']],
    [[plain, '--rule', 'greedy', '--step', '0']],
    [[plain, '--rule', 'greedy', '--step', '-1']],
    [[plain, '--rule', 'greedy', '--loud']],
  ])('says how it is used for %j', async (args) => {
    expect((await run(...args)).code).toBe(2);
    expect([out, err.includes(`[--rule ${ruleNames.join('|')}]`)]).toEqual(['', true]);
  });

  test.each([
    ['is not there', join(folder, 'no.pb'), [], 'is er niet'],
    ['is not packed well', save('bad.pb.gz', gzipSync(election()).subarray(0, 40)), [], 'gzip'],
    ['holds wijken', save('wijken.pb', '{"type": "FeatureCollection"}'), [], 'een JSON-bestand'],
    [
      'is a statement',
      save('bank.pb', '<?xml version="1.0"?><Document/>'),
      [],
      'een bestand met stemmen (.pb)',
    ],
    [
      'is not UTF-8',
      save('latin.pb', Buffer.from('META\nkey;value\nunit;Caf\xe9', 'latin1')),
      [],
      'Regel 3: ',
    ],
    ['has no points', plain, ['--mode', 'points'], 'approval'],
    ['is wrong', save('wrong.pb', election().replace(';60', ';1.000,5')), [], 'Regel 8, teken 3: '],
  ])('says what is wrong with a file that %s', async (_, path, more, text) => {
    expect((await run(path, '--rule', 'greedy', ...more)).code).toBe(1);
    expect([out, err.includes(text)]).toEqual(['', true]);
  });

  test.each([
    ['greedy', 'greedy', 'zo staat het in het bestand'],
    ['equalshares', 'mes-cost', 'zo staat het in het bestand'],
    ['equalshares/add1', 'mes-cost-add1', 'zo staat het in het bestand'],
    ['greedy-threshold', 'mes-cost-add1', 'geen manier die we kennen'],
    ['unknown', 'mes-cost-add1', 'geen manier die we kennen'],
    ['', 'mes-cost-add1', 'geen manier die we kennen'],
  ])(
    'without a rule counts by that of the file, "%s", or the usual one, and says which',
    async (named, rule, why) => {
      const path = save('named.pb', election().replace('currency', `rule;${named}\ncurrency`));
      const { code, reported } = await run(path);
      expect([code, reported?.rule]).toEqual([0, rule]);
      expect(err).toBe(
        `Geteld met ${rule}${rule === named || why.startsWith('zo') ? ':' : ', de gewone manier: het bestand noemt'} ${why}.`,
      );
      [out, err] = ['', ''];
      await run(path, '--rule', 'greedy-ratio');
      expect(err).toBe('');
    },
  );

  test('says what is odd beside the outcome', async () => {
    const odd = election().replace('currency', 'num_votes;12\ncurrency').replace('b;2', 'b;2,2');
    const { code, reported } = await run(save('odd.pb', odd), '--rule', 'greedy');
    expect([code, reported?.selected]).toEqual([0, ['2', '3']]);
    expect(err).toBe(
      'Let op: Het bestand zegt: er zijn 12 stemmen. Er staan 3 stemmen in.' +
        'Let op, regel 15: Op 1 stembiljet staat een plan meer dan één keer. Dat plan telt daar één keer mee.',
    );
  });

  test.each(pabulibProblems)('has a sentence for %s in both languages', (code) => {
    const said = sayFileProblem(new PabulibError(code, { line: 3, column: 4 }, 'x'));
    expect(said).toMatch(/^Regel 3, teken 4: [^{}]+\.$/);
    expect(said).not.toContain('voting.tally');
    expect(translatorFor('en').t(`voting.tally.problem.${code}`, { value: 'x' })).toMatch(/^[^{}]+\.$/);
  });
});
