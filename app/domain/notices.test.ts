import { describe, expect, test } from 'vitest';
import { inhabitantsNotices } from './area/inhabitants';
import { listed, mustBeAccepted, noticeCodes, quoted } from './notices';

describe('a notice', () => {
  test('is only accepted first where a part of the file may be missing', () => {
    const asked = noticeCodes.filter((code) => mustBeAccepted({ code, line: null, values: {} }));
    expect(asked).toEqual(['votesCount', 'projectsCount']);
  });

  test('repeats a strange text up to sixty signs', () => {
    expect(quoted('x'.repeat(60))).toBe('x'.repeat(60));
    expect(quoted('x'.repeat(61))).toBe(`${'x'.repeat(60)}…`);
  });

  test('lists the first few names, and says that there are more', () => {
    expect(listed([])).toBe('');
    expect(listed(['a', 'b'], 2)).toBe('a, b');
    expect(listed(['a', 'b', 'c'], 2)).toBe('a, b, …');
    expect(listed(Array.from({ length: 8 }, () => 'n'))).not.toContain('…');
    expect(listed(['y'.repeat(70)])).toBe(`${'y'.repeat(60)}…`);
  });
});

describe('how many people live in a wijk', () => {
  test('is no notice where it is known of all, of none too', () => {
    expect(inhabitantsNotices([])).toEqual([]);
    expect(inhabitantsNotices([{ name: 'Isselt', inhabitants: 0 }])).toEqual([]);
  });

  test('is one notice with the names of those of which nobody knows', () => {
    const wijken = [
      { name: 'Isselt', inhabitants: null },
      { name: 'Schuilenburg', inhabitants: 8_000 },
      { name: 'De Hoef', inhabitants: null },
    ];
    expect(inhabitantsNotices(wijken)).toEqual([
      { code: 'inhabitantsMissing', line: null, values: { count: 2, names: 'Isselt, De Hoef' } },
    ]);
  });
});
