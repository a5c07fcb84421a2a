import { describe, expect, it } from 'vitest';
import { moreThanHalf, quorumPossible, testQuorum } from './quorum';

describe('more than half', () => {
  it.each([
    [0, 1],
    [1, 1],
    [2, 2],
    [3, 2],
    [8, 5],
    [9, 5],
  ])('of %i is %i', (of, expected) => {
    expect(moreThanHalf(of)).toBe(expected);
  });

  it('is the smallest whole number above the half', () => {
    for (let of = 0; of <= 60; of += 1) {
      const n = moreThanHalf(of);
      expect(n * 2).toBeGreaterThan(of);
      expect((n - 1) * 2).toBeLessThanOrEqual(of);
    }
  });
});

describe('quorum (art. 20)', () => {
  it('opens with more than half of the sitting members', () => {
    expect(testQuorum({ sitting: 9, present: 5, reconvened: false })).toEqual({
      needed: 5,
      present: 5,
      met: true,
    });
  });

  it('fails with exactly half or less', () => {
    expect(testQuorum({ sitting: 8, present: 4, reconvened: false })).toEqual({
      needed: 5,
      present: 4,
      met: false,
    });
    expect(testQuorum({ sitting: 9, present: 4, reconvened: false }).met).toBe(false);
  });

  it('needs nobody in particular at a reconvened meeting', () => {
    expect(testQuorum({ sitting: 9, present: 1, reconvened: true })).toEqual({
      needed: 0,
      present: 1,
      met: true,
    });
  });

  it('cannot be met by a body without members', () => {
    expect(testQuorum({ sitting: 0, present: 0, reconvened: false }).met).toBe(false);
  });
});

describe('quorum in spite of conflicts (§3.4 d)', () => {
  it('is possible while the free members are more than half of those sitting', () => {
    expect(quorumPossible(9, 4)).toBe(true);
    expect(quorumPossible(9, 5)).toBe(false);
    expect(quorumPossible(8, 3)).toBe(true);
    expect(quorumPossible(8, 4)).toBe(false);
  });
});
