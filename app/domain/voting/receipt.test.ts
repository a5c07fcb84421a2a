import { describe, expect, test } from 'vitest';
import { vote } from '../../../tests/support/voting';
import { cents } from '../money/cents';
import { type Election } from './election';
import { fraction, fractionText, nothing, plus } from './fraction';
import { countFile } from '../../formats/pabulib/count';
import { type Mode, modesOf } from './modes';
import { readPabulib } from '../../formats/pabulib/read';
import { roundOf } from './round';
import { centsOf, choicesOf, receiptOf } from './receipt';
import { centsIn, explainedReport } from './report';
import { type RuleName, ruleNames, ruleOf } from './rule-names';
import { tally } from './tally';

const byShares = ruleNames.filter((name) => name.startsWith('mes'));

function count(cast: Election, rule: RuleName) {
  const outcome = tally(cast, ruleOf(rule, cents(3n)));
  return { outcome, report: explainedReport(outcome, { rule, mode: 'points' }) };
}

describe('a receipt', () => {
  const pair = vote({ budget: 3000, costs: { a: 1000, b: 1500 }, ballots: ['a b', 'a', 'b'] });
  const approve = (...ids: string[]) => ids.map((id) => ({ id, score: fraction(1n) }));
  const { report } = count(pair, 'mes-cost');

  test('names what was paid in order, and keeps what is left', () => {
    expect(receiptOf(report, approve('b', 'a'))).toEqual({
      endowment: fraction(10n),
      paid: [
        { id: 'a', amount: fraction(5n) },
        { id: 'b', amount: fraction(5n) },
      ],
      left: nothing,
    });
  });

  test('leaves out what cost this voter nothing: the purse was empty before', () => {
    const spent = { endowment: '1', rounds: [round('a', '1'), round('b', '1/2')] };
    expect(receiptOf(spent, approve('a', 'b'))?.paid).toEqual([{ id: 'a', amount: fraction(1n) }]);
  });

  test('of an empty ballot is the whole share; choices that did not win or are unknown cost nothing', () => {
    const whole = { endowment: fraction(10n), paid: [], left: fraction(10n) };
    expect(receiptOf(report, [])).toEqual(whole);
    expect(receiptOf(report, approve('z', '__proto__'))).toEqual(whole);
  });

  test.each(ruleNames.filter((name) => !byShares.includes(name)))('there is none by %s', (rule) => {
    expect(receiptOf(count(pair, rule).report, approve('a'))).toBeUndefined();
  });
});

describe('the choices of a ballot as it is kept', () => {
  const id = (place: number) => `p${place}`;
  const worth = (cast: { choices: number[]; points: number[] | null }, mode: Mode) =>
    choicesOf(cast, mode, id).map((choice) => [choice.id, fractionText(choice.score)]);

  test.each([
    [
      'approval',
      null,
      [
        ['p2', '1'],
        ['p0', '1'],
        ['p1', '1'],
      ],
    ],
    [
      'approval',
      [-1, 0, 5_000_000],
      [
        ['p2', '1'],
        ['p0', '1'],
        ['p1', '1'],
      ],
    ],
    [
      'rank',
      null,
      [
        ['p2', '3'],
        ['p0', '2'],
        ['p1', '1'],
      ],
    ],
    [
      'points',
      [2_500_000, 1, 3_000_000],
      [
        ['p2', '5/2'],
        ['p0', '1/1000000'],
        ['p1', '3'],
      ],
    ],
    ['points', [-1, 0, 5_000_000], [['p1', '5']]],
    ['points', null, []],
  ] as const)('by %s, with %j', (mode, points, told) => {
    expect(worth({ choices: [2, 0, 1], points: points && [...points] }, mode)).toEqual(told);
    expect(worth({ choices: [], points: points && [] }, mode)).toEqual([]);
  });

  test.each([
    ['approval', ''],
    ['ordinal', ''],
    ['cumulative', ';1.5,2,0.25'],
    ['scoring', ';1,-2,0.000001'],
  ])('of %s votes are what is counted: all receipts together pay the winners', (type, points) => {
    const votes = ['a,b,c', 'b,c,a', 'c,a,b', 'a,c,b'].map((vote, voter) => `${voter};${vote}${points}`);
    const bytes = new TextEncoder().encode(
      `META\nkey;value\nbudget;100\nvote_type;${type}\nPROJECTS\nproject_id;cost\na;40\nb;31.99\nc;55\n` +
        `VOTES\nvoter_id;vote${points && ';points'}\n${votes.join('\n')}`,
    );
    const file = readPabulib(bytes);
    const { projects, ballots } = roundOf(file);
    const report = countFile(bytes, 'mes-cost-add1');
    const paid = ballots
      .map((ballot) => choicesOf(ballot, modesOf(file)[0], (place) => projects[place]?.key ?? ''))
      .flatMap((choices) => receiptOf(report, choices)?.paid ?? [])
      .reduce((sum, { amount }) => plus(sum, amount), nothing);
    expect(report.rounds.length).toBeGreaterThan(1);
    expect(centsOf(paid)).toBe(centsIn(report.total));
    expect(paid.over === 1n || 100n % paid.over === 0n).toBe(true);
  });
});

test.each([
  [fraction(7n), 700n],
  [fraction(1n, 3n), 33n],
  [fraction(2n, 3n), 66n],
  [fraction(1n, 200n), 0n],
  [nothing, 0n],
])('%o is rounded down to the hundredth', (amount, hundredths) => {
  expect(centsOf(amount)).toBe(hundredths);
});

const round = (id: string, payment: string) => ({
  id,
  payment,
  effectiveVotes: 1,
  ...{ inFull: 1, allTheyHad: 0, nothing: 0 },
});
