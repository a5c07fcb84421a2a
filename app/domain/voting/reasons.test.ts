import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { named, someElection, spentBy, vote } from '../../../tests/support/voting';
import { cents } from '../money/cents';
import { compareFractions, fraction, fractionText, plus, times } from './fraction';
import { type Reason, reasonsOf, roundsOf } from './reasons';
import { type Outcome, type Rule, tally } from './tally';

const shares: Rule = { method: 'shares', utility: 'cost', completion: true };

// 10 voters, 20 each. a: 6 × 15. b: 4 × 20, two of them paid a: 5 + 5 + 20 + 20 left, 50 of 80. c: 2 × 15.50.
const street = vote({
  budget: 200,
  costs: { a: 90, b: 80, c: 31, d: 300, e: 0, f: 20 },
  ballots: ['4x a', '2x a b', '2x b', 'c e', 'c d'],
});

function reason(outcome: Outcome, id: string): Reason {
  const place = outcome.race.election.projects.findIndex((project) => project.id === id);
  return reasonsOf(outcome)[place] ?? expect.fail();
}

const text = ({ wentTo, support, loss, ...rest }: Reason) => ({
  ...rest,
  support: support && fractionText(support),
  loss: loss && [loss.afterRounds, fractionText(loss.left)],
  wentTo: wentTo.map(({ project, amount }) => [project, fractionText(amount)]),
});

describe('why a project won or lost', () => {
  const outcome = tally(street, shares);

  test('the count they explain', () => {
    expect([named(street, outcome.selected), named(street, outcome.completed)]).toEqual(['e a c', 'e a c f']);
  });

  test('paid by equal shares: in which round, and how near it would have been without it', () => {
    expect(text(reason(outcome, 'a'))).toEqual({
      project: 0,
      fate: 'paidByShares',
      round: 0,
      support: '4/3',
      loss: undefined,
      wentTo: [],
    });
  });

  test('not affordable: from when, what its supporters had and where their money went', () => {
    expect(text(reason(outcome, 'b'))).toEqual({
      project: 1,
      fate: 'notAffordable',
      support: '2/3',
      loss: [1, '50'],
      wentTo: [[0, '30']],
    });
  });

  test('over the budget, free, filled up and without votes', () => {
    expect(['d', 'e', 'f'].map((id) => reason(outcome, id).fate)).toEqual(['overBudget', 'free', 'filledUp']);
    const quiet = tally({ ...street, budget: cents(100n) }, shares);
    expect(reason(quiet, 'f').fate).toBe('withoutVotes');
  });

  test('supporters of a project over the budget paid others too', () => {
    expect(text(reason(outcome, 'd'))).toMatchObject({
      wentTo: [[2, '31/2']],
      support: undefined,
      loss: undefined,
    });
  });

  test('a project that could not be paid from the start', () => {
    const cast = vote({ budget: 40, costs: { a: 30, b: 10 }, ballots: ['a', '3x b'] });
    expect(text(reason(tally(cast, shares), 'a'))).toMatchObject({ loss: [0, '10'], support: '1/3' });
  });

  test('a project that is just not chosen by lot had all the support it needed', () => {
    const cast = vote({ budget: 20, costs: { a: 20, b: 20 }, ballots: ['a b', 'a b'] });
    expect(text(reason(tally(cast, shares), 'b'))).toMatchObject({ support: '1', loss: [1, '0'] });
  });

  test('a winner is as near as others leave it money, were they paid before', () => {
    const cast = vote({ budget: 20, costs: { a: 10, b: 10 }, ballots: ['a b', 'a b'] });
    expect(text(reason(tally(cast, shares), 'a')).support).toBe('1');
  });

  test('greedy: by votes, or it does not fit', () => {
    const greedy = tally(street, { method: 'greedy', ranking: 'votes' });
    expect(reasonsOf(greedy).map(({ fate }) => fate)).toEqual([
      'byVotes',
      'byVotes',
      'doesNotFit',
      'overBudget',
      'byVotes',
      'byVotes',
    ]);
    const tight = tally({ ...street, budget: cents(100n) }, { method: 'greedy', ranking: 'votes' });
    expect(reason(tight, 'b').fate).toBe('doesNotFit');
  });

  test('after a comparison that greedy won, votes are the reason', () => {
    const cast = vote({ budget: 90, costs: { a: 80, b: 30, c: 0 }, ballots: ['5x a c', '2x b', '2x'] });
    const compared = tally(cast, { ...shares, completion: false, step: cents(1n), comparison: 'count' });
    expect([named(cast, compared.selected), named(cast, compared.winners)]).toEqual(['c b', 'c a']);
    const fates = reasonsOf(compared).map(({ fate }) => fate);
    expect(fates).toEqual(['byVotes', 'doesNotFit', 'byVotes']);
  });

  test.each(['cost', 'cardinality'] as const)(
    'support is at least all for winners, less for losers (%s)',
    (utility) => {
      fc.assert(
        fc.property(someElection(), (cast) => {
          const counted = tally(cast, { method: 'shares', utility, completion: false, step: cents(3n) });
          for (const { project, fate, support, loss } of reasonsOf(counted)) {
            const enough = support && compareFractions(support, fraction(1n));
            if (fate === 'paidByShares') expect(enough).toBeGreaterThanOrEqual(0);
            if (fate !== 'notAffordable') continue;
            expect(enough).toBeLessThanOrEqual(0);
            const left = loss?.left ?? expect.fail();
            expect(compareFractions(left, fraction(counted.race.costs[project] ?? 0n))).toBe(-1);
          }
        }),
        { numRuns: 150, seed: 1984 },
      );
    },
  );
});

describe('rounds', () => {
  test('tell the payment, the effective votes and how supporters paid', () => {
    const { race, shares: counted } = tally(street, shares);
    const rounds = counted ? roundsOf(race, counted) : [];
    expect(
      rounds.map(({ project, payment, effectiveVotes, payers }) => [
        project,
        fractionText(payment),
        fractionText(effectiveVotes),
        payers,
      ]),
    ).toEqual([
      [0, '15', '6', { inFull: 6, allTheyHad: 0, nothing: 0 }],
      [2, '31/2', '2', { inFull: 2, allTheyHad: 0, nothing: 0 }],
    ]);
  });

  test('a voter who gave all before, or gives all now, is told apart', () => {
    const cast = vote({
      budget: 70,
      costs: { a: 40, b: 22, c: 3 },
      ballots: ['2x a', 'a b c', 'b', 'b', 'b', 'c'],
    });
    const { race, shares: counted, steps } = tally(cast, { ...shares, step: cents(1n) });
    const payers = counted ? roundsOf(race, counted).map((round) => [round.project, round.payers]) : [];
    expect(steps).toBe(6);
    expect(payers).toEqual([
      [1, { inFull: 4, allTheyHad: 0, nothing: 0 }],
      [0, { inFull: 2, allTheyHad: 1, nothing: 0 }],
      [2, { inFull: 1, allTheyHad: 0, nothing: 1 }],
    ]);
  });

  test('who gave all in the first round has nothing in the second', () => {
    const cast = vote({ budget: 40, costs: { a: 30, b: 6 }, ballots: ['a b', '2x a', 'b'] });
    const { race, shares: counted } = tally(cast, shares);
    expect(counted && roundsOf(race, counted).map(({ payers }) => payers)).toEqual([
      { inFull: 0, allTheyHad: 3, nothing: 0 },
      { inFull: 1, allTheyHad: 0, nothing: 1 },
    ]);
  });

  test('payments are by point, whatever the unit of scores', () => {
    const cast = { ...vote({ budget: 10, costs: { a: 10 }, ballots: ['a5'] }), scoreScale: 10 };
    const { race, shares: counted } = tally(cast, shares);
    expect(counted && roundsOf(race, counted).map(({ payment }) => fractionText(payment))).toEqual(['20']);
  });
});

describe('a receipt', () => {
  test('says what went where and what was left', () => {
    const { race, shares: counted } = tally(street, shares);
    if (!counted) return expect.fail();
    const receipt = spentBy(race, counted, 1);
    expect(fractionText(receipt.endowment)).toBe('20');
    expect(receipt.paid).toEqual([{ project: 0, amount: fraction(15n) }]);
    expect(fractionText(receipt.left)).toBe('5');
    expect(spentBy(race, counted, 2).paid).toEqual([]);
  });

  test('after all was given nothing more is paid, and all receipts make up the winners', () => {
    fc.assert(
      fc.property(someElection(), (cast) => {
        const { race, shares: counted } = tally(cast, { ...shares, step: cents(2n) });
        if (!counted) return expect.fail();
        const paid = race.costs.map(() => fraction(0n));
        cast.ballots.forEach(({ voters }, ballot) => {
          const receipt = spentBy(race, counted, ballot);
          const spent = receipt.paid.reduce((sum, { amount }) => plus(sum, amount), receipt.left);
          expect(spent).toEqual(receipt.endowment);
          for (const { project, amount } of receipt.paid) {
            paid[project] = plus(paid[project] ?? fraction(0n), times(amount, fraction(BigInt(voters))));
          }
        });
        const due = race.costs.map((cost, project) =>
          fraction(counted.selected.includes(project) ? cost : 0n),
        );
        expect(paid).toEqual(due);
      }),
      { numRuns: 150, seed: 1984 },
    );
  });
});
