import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedFile } from '../../../tests/support/shared';
import { cents } from '../money/cents';
import { fewestForPerHead, perHead, perHeadOf, shareSpent, spendingStep } from './spending';

type Golden = {
  E7_per_inwoner: {
    nieuwland_2024: { budget: number; inwoners: number; cent: number };
    vathorst_bovenduist_2024: { inwoners: number; cent: null };
  };
};

const amount = fc.bigInt(0n, 10n ** 13n).map(cents);
const file = sharedFile('golden/worked-examples.json');

describe('money per head (E7)', () => {
  it('of several wijken together is all money over all people, not the mean of their figures', () => {
    const small = { budget: cents(100_000), inhabitants: 100 };
    const large = { budget: cents(200_000), inhabitants: 900 };
    expect(perHeadOf([small, large, { budget: cents(0), inhabitants: null }])).toBe(300n);
    expect(perHeadOf([])).toBe('few');
  });

  it('is exact to the cent, rounded half up', () => {
    expect(perHead(cents(3_710_000), 14_440)).toBe(257n);
    expect(perHead(cents(150), 100)).toBe(2n);
    expect(perHead(cents(149), 100)).toBe(1n);
    expect(perHead(cents(10n ** 13n), 100)).toBe(10n ** 11n);
  });

  it.skipIf(!file)('is as in the shared golden file (skipped where ../shared is absent)', () => {
    const golden: Golden = JSON.parse(readFileSync(file ?? '', 'utf8'));
    const { nieuwland_2024: nieuwland, vathorst_bovenduist_2024: vathorst } = golden.E7_per_inwoner;
    const { budget, inwoners, cent } = nieuwland;
    expect(perHead(cents(budget), inwoners)).toBe(BigInt(Math.round(cent)));
    // The file gives hundredths of a cent: the same sum for a hundred years says those too.
    expect(perHead(cents(budget * 100), inwoners)).toBe(BigInt(Math.round(cent * 100)));
    expect([perHead(cents(budget), vathorst.inwoners), vathorst.cent]).toEqual(['few', null]);
  });

  it('is not there for few or unknown inhabitants', () => {
    expect(perHead(cents(100), 0)).toBe('few');
    expect(perHead(cents(100), 99)).toBe('few');
    expect(perHead(cents(100), null)).toBe('unknown');
    expect(perHead(cents(100), 100)).toBe(1n);
  });
});

describe('the share that is granted or paid', () => {
  const share = (budget: number, granted: number, paid: number) =>
    shareSpent({ budget: cents(budget), granted: cents(granted), paid: cents(paid) });

  it('is a whole percent, rounded down', () => {
    expect(share(300, 100, 99)).toBe(66);
    expect(share(100, 0, 0)).toBe(0);
    expect(share(100, 40, 60)).toBe(100);
    expect(share(0, 0, 0)).toBeNull();
  });

  it('falls in one of five steps', () => {
    expect([0, 19, 20, 59, 60, 79, 80, 100].map(spendingStep)).toEqual([0, 0, 1, 2, 3, 3, 4, 4]);
    expect(spendingStep(null)).toBeNull();
  });
});

describe('whatever the amounts', () => {
  it('an amount per head times the heads is the amount, give or take half a cent a head', () => {
    const heads = fc.integer({ min: fewestForPerHead, max: 20_000_000 });
    fc.assert(
      fc.property(amount, heads, (total, people) => {
        const each = perHead(total, people);
        if (typeof each === 'string') throw new Error('no amount per head');
        const off = 2n * (each * BigInt(people) - total);
        expect(off <= BigInt(people) && off > -BigInt(people)).toBe(true);
      }),
    );
  });

  it('a share lies between 0 and 100 and falls in the step of its fifth', () => {
    fc.assert(
      fc.property(amount, amount, amount, (granted, paid, rest) => {
        const budget = cents(granted + paid + rest);
        const found = shareSpent({ budget, granted, paid });
        if (budget === 0n) return expect(found).toBeNull();
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(100);
        const step = Number(spendingStep(found));
        expect(step * 20).toBeLessThanOrEqual(Number(found));
        expect(Number(found)).toBeLessThanOrEqual(step * 20 + 20);
      }),
    );
  });

  it('spending more never lowers the step', () => {
    fc.assert(
      fc.property(amount, amount, amount, (granted, more, rest) => {
        const budget = cents(granted + more + rest);
        const step = (spent: bigint) =>
          spendingStep(shareSpent({ budget, granted: cents(spent), paid: cents(0) })) ?? 0;
        expect(step(granted + more)).toBeGreaterThanOrEqual(step(granted));
      }),
    );
  });
});
