import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestsIn, listFile, type ListProblem, ListRefused, residentsIn } from './resident-list';

const refusalOf = (act: () => unknown): [number | null, ListProblem] | null => {
  try {
    act();
    return null;
  } catch (error) {
    if (!(error instanceof ListRefused)) throw error;
    return [error.line, error.problem];
  }
};
const head = 'postcode;huisnummer;geboortejaar';
const digest = fc.stringMatching(/^[0-9a-f]{64}$/);

describe('the residents of a gemeente', () => {
  it.each([
    ['with semicolons', `${head}\n1234 ab;12a;1950\n`],
    ['with commas and quotes', '"Postcode","Huisnr","Jaar"\r\n"1234AB","12","1950"\r\n'],
    [
      'in another order, with more columns and a byte order mark',
      '\uFEFFgeboortejaar;naam;pc6;nummer\n1950;x;1234AB;12\n\n',
    ],
  ])('are read %s', (_name, text) => {
    expect(residentsIn(text)).toEqual([{ home: { postcode: '1234AB', number: 12 }, yearOfBirth: 1950 }]);
  });

  it.each<[string, string, [number | null, ListProblem]]>([
    ['without a column', 'postcode;huisnummer\n1234AB;1', [1, 'columnsMissing']],
    ['that is empty', '', [1, 'columnsMissing']],
    ['without residents', `${head}\n\n`, [null, 'empty']],
    ['with four digits', `${head}\n1234;1;1950`, [2, 'postcodeInvalid']],
    ['without a postcode', `${head}\n;1;1950`, [2, 'postcodeInvalid']],
    ['with no number', `${head}\n1234AB;1;1950\n1234AB;;1950`, [3, 'numberInvalid']],
    ['with a year of two figures', `${head}\n1234AB;1;50`, [2, 'yearInvalid']],
    ['with too few columns', `${head}\n1234AB`, [2, 'numberInvalid']],
    ['without its last column', `${head}\n1234AB;1`, [2, 'yearInvalid']],
  ])('are refused %s, at the line', (_name, text, expected) => {
    expect(refusalOf(() => residentsIn(text))).toEqual(expected);
  });
});

describe('the file that is handed in', () => {
  it('says how many residents each digest stands for, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(digest, { minLength: 1, maxLength: 20 }), (digests) => {
        const counts = digestsIn(listFile(digests));
        expect([...counts.values()].reduce((sum, each) => sum + each, 0)).toBe(digests.length);
        for (const each of digests)
          expect(counts.get(each)).toBe(digests.filter((other) => other === each).length);
      }),
    );
  });

  it('is the same for the same residents', () => {
    fc.assert(
      fc.property(fc.array(digest, { maxLength: 9 }), (digests) => {
        expect(listFile([...digests].reverse())).toBe(listFile(digests));
      }),
    );
  });

  it.each<[string, string, [number | null, ListProblem]]>([
    ['of something else', 'postcode;huisnummer\n', [1, 'columnsMissing']],
    ['that is empty', '', [1, 'columnsMissing']],
    ['without residents', 'wijkkas-inwoners\n\n', [null, 'empty']],
    [
      'with a line that is none',
      `wijkkas-inwoners\n${'a'.repeat(64)}\n${'A'.repeat(64)}`,
      [3, 'digestInvalid'],
    ],
    ['with a line that is too long', `wijkkas-inwoners\n${'a'.repeat(65)}`, [2, 'digestInvalid']],
  ])('is refused %s, at the line', (_name, text, expected) => {
    expect(refusalOf(() => digestsIn(text))).toEqual(expected);
  });
});

const resident = fc.record({
  postcode: fc.stringMatching(/^[1-9]\d{3}[A-Z]{2}$/),
  number: fc.integer({ min: 1, max: 99_999 }),
  yearOfBirth: fc.integer({ min: 1900, max: 2099 }),
});
type Row = { postcode: string; number: number; yearOfBirth: number };
const columns = {
  postcode: ['postcode', 'PC6', '"Postcode"'],
  number: ['huisnummer', 'Huisnr', 'nummer'],
  yearOfBirth: ['geboortejaar', 'Jaar'],
} as const;
type Column = keyof typeof columns;

/** A file as one program or another writes it: its order of columns, their names, its separator and its ends of lines. */
const files = fc
  .record({
    rows: fc.array(resident, { minLength: 1, maxLength: 12 }),
    order: fc.shuffledSubarray(['postcode', 'number', 'yearOfBirth'] as Column[], { minLength: 3 }),
    names: fc.record({
      postcode: fc.constantFrom(...columns.postcode),
      number: fc.constantFrom(...columns.number),
      yearOfBirth: fc.constantFrom(...columns.yearOfBirth),
    }),
    separator: fc.constantFrom(';', ','),
    end: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ rows, order, names, separator, end }) => {
    const line = (row: Row) => order.map((column) => String(row[column])).join(separator);
    const head = order.map((column) => names[column]).join(separator);
    return { rows, text: [head, ...rows.map(line), ''].join(end), end };
  });

describe('a list from whatever program', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(files, ({ rows, text }) => {
        expect(residentsIn(text)).toEqual(
          rows.map(({ postcode, number, yearOfBirth }) => ({ home: { postcode, number }, yearOfBirth })),
        );
      }),
    );
  });

  it('is refused at the line that somebody broke', () => {
    fc.assert(
      fc.property(files, fc.nat(), ({ rows, text, end }, at) => {
        const lines = text.split(end);
        const broken = 1 + (at % rows.length);
        lines[broken] = `?${lines[broken]?.replaceAll(/\d/g, 'x') ?? ''}`;
        expect(refusalOf(() => residentsIn(lines.join(end)))?.[0]).toBe(broken + 1);
      }),
    );
  });
});
