import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { named, someElection, vote } from '../../../tests/support/voting';
import { plainShares, raise, type Raised } from './add-one';
import { equalShares, type Shares } from './equal-shares';
import { compareFractions, fraction, plus, times } from './fraction';
import { equalPart, type Race, raceOf } from './race';

const utilities = ['cost', 'cardinality'] as const;
const runs = { numRuns: 100, seed: 51 };
const anyRace = someElection().map(raceOf);
const anyStep = fc.bigInt({ min: 1n, max: 9n });

const won = ({ shares }: Raised) => new Set(shares.selected);
const tiesIn = (shares: Shares, byLot: boolean) =>
  shares.ties.filter(({ decidedBy }) => (decidedBy === 'lot') === byLot).length;

describe('raising what everybody gets', () => {
  const cast = vote({ budget: 90, costs: { a: 40, b: 20, c: 80 }, ballots: ['a', 'b', 'c'] });

  test('tries no raise where all that is wanted is in already', () => {
    const all = vote({ budget: 90, costs: { a: 30, b: 20, z: 5 }, ballots: ['a', 'b'] });
    expect(raise(raceOf(all), 'cost', 1n)).toMatchObject({ steps: 0, stop: 'exhaustive' });
  });

  test('pays at last what one supporter alone could not', () => {
    const { shares, steps, stop } = raise(raceOf(cast), 'cost', 1n);
    expect([named(cast, shares.selected), shares.endowment]).toEqual(['b a', fraction(40n)]);
    expect([steps, stop]).toEqual([10, 'exhaustive']);
  });

  test('leaves the outcome before the raise that costs more than the budget', () => {
    const { shares, steps, stop } = raise(raceOf(cast), 'cost', 1n, true);
    expect([named(cast, shares.selected), shares.endowment]).toEqual(['b a', fraction(79n)]);
    expect([steps, stop]).toEqual([50, 'next-over-budget']);
  });

  test('jumps over what a smaller raise would have paid', () => {
    const { shares, stop } = raise(raceOf(cast), 'cost', 60n);
    expect([named(cast, shares.selected), stop]).toEqual(['b', 'next-over-budget']);
  });

  test('raises nothing where nobody voted, or nothing that is wanted fits', () => {
    const nobody = vote({ budget: 90, costs: { a: 40 }, ballots: [] });
    const dear = vote({ budget: 90, costs: { a: 91 }, ballots: ['a', 'a'] });
    for (const some of [nobody, dear])
      expect(raise(raceOf(some), 'cost', 1n, true)).toMatchObject({
        shares: { selected: [], total: 0n },
        steps: 0,
        stop: 'exhaustive',
      });
  });

  test('tells ties that the lot settled apart from others', () => {
    const equal = vote({ budget: 30, costs: { a: 10, b: 10, c: 10 }, ballots: ['a b c'] });
    expect(raise(raceOf(equal), 'cost', 1n).tiesMet).toEqual({ lot: 2, other: 0 });
    const byCost = vote({ budget: 30, costs: { a: 10, b: 20 }, ballots: ['a b'] });
    expect(raise(raceOf(byCost), 'cost', 1n).tiesMet).toEqual({ lot: 0, other: 1 });
  });
});

describe.each(utilities)('raising in any election (%s)', (utility) => {
  const inAny = (check: (race: Race, step: bigint, raised: Raised, onward: boolean) => void) =>
    fc.assert(
      fc.property(anyRace, anyStep, fc.boolean(), (race, step, onward) =>
        check(race, step, raise(race, utility, step, onward), onward),
      ),
      runs,
    );

  test('never costs more than the budget', () => {
    inAny((race, _, { shares }) => {
      const total = shares.selected.reduce((sum, project) => sum + (race.costs[project] ?? 0n), 0n);
      expect(shares.total).toBe(total);
      expect(total <= race.election.budget).toBe(true);
    });
  });

  test('stands at the equal part and as many steps as stood', () => {
    inAny((race, step, { shares, steps, stop }) => {
      const stood = stop === 'exhaustive' ? steps : steps - 1;
      expect(shares.endowment).toEqual(plus(equalPart(race), times(fraction(step), fraction(BigInt(stood)))));
    });
  });

  test('is equal shares at that endowment, counted without any raise before', () => {
    inAny((race, _, { shares }) => {
      const direct = equalShares(race, utility, shares.endowment);
      expect([direct?.selected, direct?.total]).toEqual([shares.selected, shares.total]);
    });
  });

  test('ends for the reason that it gives', () => {
    inAny((race, step, raised, onward) => {
      const { shares, stop } = raised;
      if (stop === 'next-over-budget') {
        expect(equalShares(race, utility, plus(shares.endowment, fraction(step)))).toBeUndefined();
        return;
      }
      const left = race.contenders.filter((project) => !won(raised).has(project));
      if (onward) expect(left).toEqual([]);
      for (const project of left)
        expect(shares.total + (race.costs[project] ?? 0n)).toBeGreaterThan(race.election.budget);
    });
  });

  test('goes onward at least as far as without', () => {
    fc.assert(
      fc.property(anyRace, anyStep, (race, step) => {
        const [short, long] = [raise(race, utility, step), raise(race, utility, step, true)];
        expect(long.steps).toBeGreaterThanOrEqual(short.steps);
        expect(compareFractions(long.shares.endowment, short.shares.endowment)).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });

  test('counts the ties of every raise that stood', () => {
    inAny((race, step, { shares: { endowment }, tiesMet }) => {
      let met = { lot: 0, other: 0 };
      for (let at = equalPart(race); compareFractions(at, endowment) <= 0; at = plus(at, fraction(step))) {
        const shares = equalShares(race, utility, at);
        if (!shares) return expect.fail('a raise that stood costs more than the budget');
        met = { lot: met.lot + tiesIn(shares, true), other: met.other + tiesIn(shares, false) };
      }
      expect(tiesMet).toEqual(met);
    });
  });

  test('begins with what can be paid from the budget divided equally', () => {
    fc.assert(
      fc.property(anyRace, (race) => {
        const shares = plainShares(race, utility);
        expect(shares.endowment).toEqual(equalPart(race));
        expect(shares.total <= race.election.budget).toBe(true);
      }),
      runs,
    );
  });
});
