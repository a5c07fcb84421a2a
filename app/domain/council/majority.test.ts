import { describe, expect, it } from 'vitest';
import { testMajority } from './majority';

describe('majority (art. 30)', () => {
  it('is more than half of the votes cast', () => {
    expect(testMajority({ for: 3, against: 2 })).toEqual({
      needed: 3,
      cast: 5,
      for: 3,
      met: true,
      tied: false,
    });
  });

  it('is not reached by a minority', () => {
    expect(testMajority({ for: 2, against: 3 })).toMatchObject({ needed: 3, met: false, tied: false });
  });

  it('is not reached by half: that is a tie', () => {
    expect(testMajority({ for: 3, against: 3 })).toMatchObject({ needed: 4, met: false, tied: true });
  });

  it('is not reached when nobody casts a vote', () => {
    expect(testMajority({ for: 0, against: 0 })).toEqual({
      needed: 1,
      cast: 0,
      for: 0,
      met: false,
      tied: true,
    });
  });
});
