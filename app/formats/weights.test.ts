import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '~/domain/errors';
import { asWeight } from '~/domain/ledger/division';
import { readWeights } from './weights';

const wijken = [
  { slug: 'parkwijk', name: 'Parkwijk', codes: ['WK030701'] },
  { slug: 'de-berg', name: 'De Berg, Noord', codes: ['WK030702', 'WK030703'] },
];
const read = [
  { slug: 'parkwijk', weight: 125_000n },
  { slug: 'de-berg', weight: asWeight(3) },
];

/** Every fault of a text, as line, problem and value. */
function faultsIn(text: string): unknown[] {
  try {
    readWeights(text, wijken);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [error, ...error.also].map(({ code, detail: { line, problem, value } }) => {
      expect(code).toBe('weightsInvalid');
      return [line, problem, value];
    });
  }
}

describe('weights in a file', () => {
  test.each([
    ['names', 'wijk;gewicht\nParkwijk;12,5\nDe Berg, Noord;3'],
    ['codes', 'Code;Gewicht\r\nWK030701;12,5\r\nwk030703;3\r\n'],
    ['addresses', 'weight;wijk\n12.5;parkwijk\n3;DE-BERG'],
    ['commas and quotes', '"wijk","gewicht"\n"Parkwijk","12,5"\n"De Berg, Noord",3'],
    [
      'tabs, other columns and empty lines',
      '\uFEFF\n\nnr\twijkcode\tgewicht\n1\tparkwijk\t12,5\n\n2\tde-berg\t3\n\t\t\n',
    ],
  ])('by %s', (_how, text) => {
    expect(readWeights(text, wijken)).toEqual(read);
  });

  test.each([
    ['', [[1, 'empty', '']]],
    ['\n \n', [[1, 'empty', '']]],
    ['wijk;gewicht\n\n', [[1, 'empty', '']]],
    ['Parkwijk;12,5', [[1, 'columnsMissing', 'Parkwijk, 12,5']]],
    ['wijk\nParkwijk', [[1, 'columnsMissing', 'wijk']]],
    ['gewicht\n3', [[1, 'columnsMissing', 'gewicht']]],
    ['wijk;gewicht\nParkwijk', [[2, 'fieldCount', 'Parkwijk']]],
    ['wijk,gewicht\nParkwijk,12,5', [[2, 'fieldCount', 'Parkwijk, 12, 5']]],
    ['wijk;gewicht\n"Parkwijk;3', [[2, 'fieldCount', '"Parkwijk;3']]],
    ['wijk;gewicht\nde-berg;-1', [[2, 'weightInvalid', '-1']]],
    ['wijk;gewicht\nde-berg;1.250', [[2, 'weightInvalid', '1.250']]],
    ['wijk;gewicht\nWK030702;1\n\nWK030703;2', [[4, 'wijkTwice', 'WK030703']]],
    [
      'wijk;gewicht\nElders;1\nParkwijk;\nParkwijk;1\nparkwijk;2',
      [
        [2, 'wijkUnknown', 'Elders'],
        [3, 'weightInvalid', ''],
        [5, 'wijkTwice', 'parkwijk'],
      ],
    ],
  ])('%j is told what is wrong, line by line', (text, faults) => {
    expect(faultsIn(text)).toEqual(faults);
  });

  test('tells twenty lines at most', () => {
    expect(faultsIn(`wijk;gewicht\n${'nergens;1\n'.repeat(50)}`)).toHaveLength(20);
  });

  test('whatever the text, it is read or refused', () => {
    const piece = fc.constantFrom(
      ';',
      ',',
      '\t',
      '\n',
      '"',
      'wijk',
      'gewicht',
      'parkwijk',
      'de-berg',
      '1',
      '',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = `wijk;gewicht\n${pieces.join('')}`;
        if (faultsIn(text).length === 0) expect(readWeights(text, wijken).length).toBeGreaterThan(0);
      }),
    );
  });
});
