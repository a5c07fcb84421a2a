import { describe, expect, it } from 'vitest';
import { cents } from '../money/cents';
import { countSupport, type Stance, supportMet, supportNeeded } from './support';

const said = (personId: string, stance: Stance) => ({ personId, stance });

describe('counting support', () => {
  it('counts each stance', () => {
    const statements = [
      said('anna', 'for'),
      said('bram', 'against'),
      said('carla', 'none'),
      said('daan', 'for'),
    ];
    expect(countSupport(statements, [])).toEqual({ for: 2, against: 1, none: 1 });
  });

  it('counts a person once, with the last stance', () => {
    expect(countSupport([said('anna', 'for'), said('anna', 'against')], [])).toEqual({
      for: 0,
      against: 1,
      none: 0,
    });
  });

  it('leaves out every applicant', () => {
    const statements = [said('anna', 'for'), said('bram', 'for'), said('carla', 'for')];
    expect(countSupport(statements, ['anna', 'carla', 'zoe']).for).toBe(1);
  });

  it('is zero without statements', () => {
    expect(countSupport([], ['anna'])).toEqual({ for: 0, against: 0, none: 0 });
  });
});

describe('support tiers', () => {
  // On purpose not in order of amount.
  const tiers = [
    { fromCents: cents(250_000), minFor: 20 },
    { fromCents: cents(50_000), minFor: 5 },
  ];

  it.each([
    [49_999, 0],
    [50_000, 5],
    [249_999, 5],
    [250_000, 20],
    [9_999_999, 20],
  ])('%i cents needs %i in favour', (amount, needed) => {
    expect(supportNeeded(cents(amount), tiers)).toBe(needed);
  });

  it('asks nothing without tiers', () => {
    expect(supportNeeded(cents(1_000_000), [])).toBe(0);
  });

  it('is met from the number itself', () => {
    expect(supportMet(4, cents(50_000), tiers)).toBe(false);
    expect(supportMet(5, cents(50_000), tiers)).toBe(true);
    expect(supportMet(0, cents(49_999), tiers)).toBe(true);
  });
});
