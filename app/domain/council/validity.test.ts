import { describe, expect, it } from 'vitest';
import { testValidity } from './validity';

describe('valid vote (art. 29)', () => {
  it('counts more than half of the sitting members who need not abstain', () => {
    const input = { sitting: 9, conflicted: 1, exempt: false };
    expect(testValidity({ ...input, tookPart: 4 })).toEqual({ needed: 5, tookPart: 4, met: false });
    expect(testValidity({ ...input, tookPart: 5 })).toEqual({ needed: 5, tookPart: 5, met: true });
  });

  it('needs fewer voters when more members are conflicted', () => {
    expect(testValidity({ sitting: 9, conflicted: 3, tookPart: 4, exempt: false }).met).toBe(true);
    expect(testValidity({ sitting: 9, conflicted: 0, tookPart: 4, exempt: false }).met).toBe(false);
  });

  it('is never valid when every member is conflicted', () => {
    expect(testValidity({ sitting: 3, conflicted: 3, tookPart: 0, exempt: false }).met).toBe(false);
  });

  it('sets no number at a reconvened meeting or a re-vote', () => {
    expect(testValidity({ sitting: 9, conflicted: 0, tookPart: 1, exempt: true })).toEqual({
      needed: 0,
      tookPart: 1,
      met: true,
    });
  });
});
