import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSepaReference, sepaText } from './sepa';

describe('sepaText', () => {
  test.each([
    ['Stichting Café Zoë', 'Stichting Cafe Zoe'],
    ['Jansen & Zonen', 'Jansen + Zonen'],
    ['Çelik, Øyvind, Łukasz, Þór', 'Celik, Oyvind, Lukasz, THor'],
    ['Straße 5', 'Strasse 5'],
    ['œuvre ĳs', 'oeuvre ijs'],
    ['a "b" ‘c’ “d”', "a 'b' 'c' 'd'"],
    ['€ 50 [half]; {rest} a|b\\c ½', 'EUR 50 (half), (rest) a/b/c 1/2'],
    ['buurt_feest – juni~juli', 'buurt-feest - juni-juli'],
    ['<script>', '.script.'],
    ['50% @ #1', '50. . .1'],
    ['  dubbele \t spatie\nregel\u00a0 ', 'dubbele spatie regel'],
    ['Мария', '.....'],
    ['👩‍🌾 tuin', '... tuin'],
    ['toString', 'toString'],
    ['', ''],
  ])('%j', (text, sepa) => {
    expect(sepaText(text, 140)).toBe(sepa);
  });

  test('cuts after replacing, and leaves no space at the cut', () => {
    expect(sepaText('€€€', 8)).toBe('EUREUREU');
    expect(sepaText('buurt feest', 6)).toBe('buurt');
    expect(sepaText('a'.repeat(200), 70)).toBe('a'.repeat(70));
  });

  test('gives SEPA signs only, never too many, and nothing changes the second time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.integer({ min: 1, max: 40 }),
        (text, max) => {
          const sepa = sepaText(text, max);
          expect(sepa).toMatch(/^[A-Za-z0-9/?:().,'+ -]*$/);
          expect(sepa.length).toBeLessThanOrEqual(max);
          expect(sepaText(sepa, max)).toBe(sepa);
        },
      ),
    );
  });
});

describe('isSepaReference', () => {
  test.each(['A', '2026-0001-1', "a/b?c:d(e).f,g'h+i j-", 'X'.repeat(35)])('%s may travel', (text) => {
    expect(isSepaReference(text)).toBe(true);
  });

  test.each(['', 'X'.repeat(36), '/a', 'a/', 'a//b', ' a', 'a ', 'a_b', 'é', 'a&b', 'a\n'])(
    '%j may not',
    (text) => {
      expect(isSepaReference(text)).toBe(false);
    },
  );
});
