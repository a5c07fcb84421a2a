import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someElection, vote } from '../../../tests/support/voting';
import { cents } from '../money/cents';
import { type Election } from './election';
import { readFraction, times, fraction } from './fraction';
import { type Fate } from './reasons';
import { type Amount, centsIn, explainedReport, report } from './report';
import { type RuleName, ruleNames, ruleOf } from './rule-names';
import { tally } from './tally';

const counted = (cast: Election, rule: RuleName, step = 100n) => tally(cast, ruleOf(rule, cents(step)));
const explained = (cast: Election, rule: RuleName, step?: bigint) =>
  explainedReport(counted(cast, rule, step), { rule, mode: 'points' });

// 10 voters, 20 units each. a: 6 × 15. b: 4 × 20, two of them paid a: 5 + 5 + 20 + 20 left, 50 of 80. c: 2 × 15.50.
const street = vote({
  budget: 200_00,
  costs: { a: 90_00, b: 80_00, c: 31_00, d: 300_00, e: 0, f: 20_00, g: 70_00 },
  ballots: ['4x a', '2x a b', '2x b', 'c e', 'c d'],
});

describe('a report', () => {
  test('of equal shares, in units of the currency and ids', () => {
    expect(report(counted(street, 'mes-cost'), { rule: 'mes-cost', mode: 'approval' })).toEqual({
      rule: 'mes-cost',
      mode: 'approval',
      voters: 10,
      budget: 200,
      selected: ['e', 'a', 'c'],
      total: 121,
      completed: ['e', 'a', 'c', 'f'],
      completedTotal: 141,
      endowment: '20',
      steps: 0,
      stop: null,
      ties: [{ round: 3, projects: ['f', 'g'], decidedBy: 'cost' }],
      tiesMet: { lot: 0, other: 0 },
      overBudget: ['d'],
    });
  });

  test('of greedy has no endowment and no end of raising; what was completed is what was selected', () => {
    const told = report(counted(street, 'greedy'), { rule: 'greedy', mode: 'approval' });
    expect(told).toMatchObject({ endowment: null, stop: null, steps: 0, total: 190, completedTotal: 190 });
    expect(told.selected).toEqual(['a', 'b', 'e', 'f']);
    expect(told.completed).toEqual(told.selected);
  });

  test('of raises tells how many there were, why they ended and the ties on the way', () => {
    const told = (costs: Record<string, number>, ballots: string[]) => {
      const cast = vote({ budget: 100_00, costs, ballots });
      return report(counted(cast, 'mes-cost-add1'), { rule: 'mes-cost-add1', mode: 'approval' });
    };
    const stopped = told({ a: 60_00, b: 50_00, c: 40_00 }, ['2x a b', 'b', 'c b']);
    expect(stopped).toMatchObject({ endowment: '42', steps: 18, stop: 'next-over-budget', selected: ['b'] });
    const tied = told({ a: 45_00, b: 45_00, c: 60_00 }, ['a', 'b', 'c', '']);
    expect(tied).toMatchObject({
      ...{ endowment: '45', steps: 20, stop: 'exhaustive', selected: ['a', 'b'] },
      ties: [{ round: 0, projects: ['a', 'b'], decidedBy: 'lot' }],
      tiesMet: { lot: 1, other: 0 },
    });
  });

  test('has an exact endowment', () => {
    const cast = vote({ budget: 100_01, costs: { a: 1 }, ballots: ['3x a'] });
    const { endowment } = report(counted(cast, 'mes-cost'), { rule: 'mes-cost', mode: 'approval' });
    expect(endowment).toBe('10001/300');
  });
});

describe('amounts', () => {
  const budgetOf = (minor: bigint): Amount => {
    const cast = { ...vote({ budget: 0, costs: { a: 0 }, ballots: [] }), budget: cents(minor) };
    return report(counted(cast, 'greedy'), { rule: 'greedy', mode: 'approval' }).budget;
  };

  test.each([
    [0n, 0],
    [5n, 0.05],
    [100n, 1],
    [100_50n, 100.5],
    [9_999_999_999_999_99n, 9_999_999_999_999.99],
    [10_000_000_000_000_00n, '10000000000000.00'],
    // As a number this would come back as …409.9: between 2^46 and 2^53 hundredths are lost already.
    [9_007_199_254_740_991n, '90071992547409.91'],
    [9_007_199_254_740_993n, '90071992547409.93'],
    [10n ** 29n + 7n, `${10n ** 27n}.07`],
  ])('%d hundredths', (minor, amount) => {
    expect(budgetOf(minor)).toBe(amount);
  });

  test('come back exactly from JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.bigInt(0n, 10n ** 7n), fc.bigInt(10n ** 14n, 10n ** 17n)), (minor) => {
        const sent = JSON.parse(JSON.stringify(budgetOf(minor))) as Amount;
        expect(centsIn(sent)).toBe(minor);
      }),
      { numRuns: 500, seed: 1953 },
    );
  });

  test.each(['', 'x', NaN, Infinity, 0.001, 1e21, '1.234'])('%s is none', (amount) => {
    expect(() => centsIn(amount)).toThrow(RangeError);
  });

  test('below zero is none', () => {
    expect(() => centsIn(-1)).toThrow(new RangeError('-1 is no amount'));
  });
});

describe('an explained report', () => {
  const ofStreet = () => explained(street, 'mes-cost');

  test('holds the report', () => {
    const outcome = counted(street, 'mes-cost');
    expect(ofStreet()).toMatchObject(report(outcome, { rule: 'mes-cost', mode: 'points' }));
  });

  test('tells the rounds', () => {
    expect(ofStreet().rounds).toEqual([
      { id: 'a', payment: '15', effectiveVotes: 6, inFull: 6, allTheyHad: 0, nothing: 0 },
      { id: 'c', payment: '31/2', effectiveVotes: 2, inFull: 2, allTheyHad: 0, nothing: 0 },
    ]);
  });

  test('tells whom the completed outcome reaches', () => {
    expect(ofStreet().reach).toEqual([2, 7, 1]);
    const filled = vote({
      budget: 100_00,
      costs: { a: 60_00, b: 30_00, c: 30_00 },
      ballots: ['3x a', 'b', '2x c'],
    });
    expect(explained(filled, 'mes-cost')).toMatchObject({
      ...{ selected: ['c'], completed: ['c', 'a'], reach: [1, 5] },
    });
  });

  test('tells of each project, in the order of the election, why it won or lost', () => {
    const { projects } = ofStreet();
    const project = (id: string) => projects.find((one) => one.id === id);
    expect(projects.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(project('a')).toEqual({
      ...{ id: 'a', votes: 6, fate: 'paidByShares', round: 0, supportPercent: 133.3 },
      ...{ lostAfterRounds: null, left: null, wentTo: [] },
    });
    expect(project('b')).toEqual({
      ...{ id: 'b', votes: 4, fate: 'notAffordable', round: null, supportPercent: 66.6 },
      ...{ lostAfterRounds: 1, left: 50, wentTo: [{ id: 'a', amount: 30 }] },
    });
    expect(project('d')).toEqual({
      ...{ id: 'd', votes: 1, fate: 'overBudget', round: null, supportPercent: null },
      ...{ lostAfterRounds: null, left: null, wentTo: [{ id: 'c', amount: 15.5 }] },
    });
  });

  test('knows every fate', () => {
    const fates = (rule: RuleName) =>
      Object.fromEntries(explained(street, rule).projects.map(({ id, fate }) => [id, fate]));
    const byShares = fates('mes-cost');
    const byVotes = fates('greedy');
    expect(byShares).toEqual({
      ...{ a: 'paidByShares', b: 'notAffordable', c: 'paidByShares', d: 'overBudget' },
      ...{ e: 'free', f: 'filledUp', g: 'withoutVotes' },
    });
    expect(byVotes).toEqual({
      ...{ a: 'byVotes', b: 'byVotes', c: 'doesNotFit', d: 'overBudget' },
      ...{ e: 'byVotes', f: 'byVotes', g: 'withoutVotes' },
    });
    const all: Record<Fate, true> = {
      ...{ free: true, paidByShares: true, byVotes: true, filledUp: true },
      ...{ overBudget: true, withoutVotes: true, notAffordable: true, doesNotFit: true },
    };
    const met = [...Object.values(byShares), ...Object.values(byVotes)];
    expect(new Set(met)).toEqual(new Set(Object.keys(all)));
  });

  test('of greedy has no rounds, no support and nothing that went elsewhere', () => {
    const greedy = explained(street, 'greedy-ratio');
    expect(greedy.rounds).toEqual([]);
    for (const one of greedy.projects) {
      expect(one).toMatchObject({ round: null, supportPercent: null, left: null, wentTo: [] });
    }
  });

  test('rounds down: what falls short never shows as 100, and no more is told than was paid or left', () => {
    // A third of 100.00 each: two thirds are 66.66 and two thirds of a cent, where a asks 66.68.
    const cast = vote({ budget: 100_00, costs: { a: 66_68, b: 10_00 }, ballots: ['2x a', 'b'] });
    expect(explained(cast, 'mes-cost').projects[0]).toMatchObject({
      ...{ supportPercent: 99.9, left: 66.66, lostAfterRounds: 0 },
    });
    const shared = vote({ budget: 100_00, costs: { a: 90_00, b: 10_00 }, ballots: ['2x a b', 'b'] });
    expect(explained(shared, 'mes-cost').projects).toMatchObject([
      { left: 66.66, wentTo: [{ id: 'b', amount: 6.66 }] },
      { fate: 'paidByShares', supportPercent: 1000 },
    ]);
  });

  test('counts points in points and pays by point, whatever the unit of scores', () => {
    const tenths = {
      ...vote({ budget: 100_00, costs: { a: 30_00, b: 90_00 }, ballots: ['a25 b5', 'a10'] }),
      scoreScale: 10,
    };
    const points = explained(tenths, 'mes-cost');
    expect(points.projects.map(({ votes }) => votes)).toEqual([3.5, 0.5]);
    expect(points.rounds).toMatchObject([{ id: 'a', payment: '60/7', effectiveVotes: 3.5 }]);
  });

  test.each(ruleNames)('survives JSON as it was (%s)', (rule) => {
    fc.assert(
      fc.property(someElection(), (cast) => {
        const whole = explained(cast, rule, 7n);
        expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
        for (const { left, wentTo } of whole.projects) {
          for (const amount of [left ?? 0, ...wentTo.map((other) => other.amount)]) {
            expect(centsIn(amount) >= 0n).toBe(true);
          }
        }
        for (const { id, payment, effectiveVotes } of whole.rounds) {
          const cost = cast.projects.find((one) => one.id === id)?.cost ?? expect.fail();
          const { top, over } = times(readFraction(payment), fraction(100n));
          expect(effectiveVotes).toBeCloseTo(Number(cost * over) / Number(top), 9);
        }
      }),
      { numRuns: 60, seed: 1953 },
    );
  });
});
