import { describe, expect, test } from 'vitest';
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
