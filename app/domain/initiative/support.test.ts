import { describe, expect, it } from 'vitest';
import { cents } from '../money/cents';
import { supportMet, supportNeeded } from './support';

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
