import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { type PostcodeProblem, PostcodesRefused } from '~/domain/area/postcode';
import { PostcodesReader } from './postcodes';

const wanted = { code: 'GM0363', wijken: new Set(['WK036300', 'WK0363AA']) };
const head = 'PC6;Huisnummer;Buurt2024;Wijk2024;Gemeente2024';
const line = '1011AB;105;BU03630001;WK036300;GM0363';

function read(text: string, year?: number) {
  const reader = new PostcodesReader(wanted, year);
  reader.read(text);
  return reader.done();
}

function problemsOf(text: string, year?: number): PostcodesRefused {
  try {
    read(text, year);
  } catch (error) {
    if (error instanceof PostcodesRefused) return error;
    throw error;
  }
  throw new Error('it was read');
}

const firstOf = (text: string, year?: number) => problemsOf(text, year).problems[0];

describe('a file of addresses', () => {
  const one = { postcode: '1011AB', fromNumber: 1, toNumber: 99_999, code: 'BU03630001', addresses: 1 };

  test.each([
    ['as CBS writes it', `${head}\n${line}\n`],
    ['without an end to its last line', `${head}\n${line}`],
    ['from Windows, with a byte order mark', `\uFEFF${head}\r\n${line}\r\n\r\n`],
    [
      'with quotes',
      `"PC6";"Huisnummer";"Buurt2024";"Wijk2024";"Gemeente2024"\n"1011AB";"105";"BU03630001";"WK036300";"GM0363"`,
    ],
    ['with codes as numbers', `${head}\n1011AB;105;3630001;36300;363`],
    ['with codes without letters in front', `${head}\n1011AB;105;03630001;036300;0363`],
    [
      'with commas, in another order, with more beside it',
      'gemeentecode_2024,x,Wijkcode 2024,postcode,buurtcode,huisnr\n363,?,36300,1011 ab,3630001,105',
    ],
    ['with the same line twice', `${head}\n${line}\n${line}`],
    ['with other gemeenten', `${head}\n3811AA;1;BU03070100;WK030701;GM0307\n${line}`],
  ])('is read %s', (_how, text) => {
    expect(read(text, 2024)).toEqual({ parts: [one], addresses: 1, year: 2024 });
  });

  test('is of the year in its columns, or of the one that is told', () => {
    const bare = head.replaceAll('2024', '');
    expect(read(`${head}\n${line}`).year).toBe(2024);
    expect(read(`${bare}\n${line}`, 2023).year).toBe(2023);
    expect(firstOf(`${bare}\n${line}`)).toEqual({ line: 1, problem: 'yearMissing', value: '' });
    expect(firstOf(`${head}\n${line}`, 2023)).toEqual({ line: 1, problem: 'yearOther', value: '2024' });
  });

  test('tells in order of postcode where one buurt ends and the next begins', () => {
    const more = [
      '1012AB;1;3630001;36300;363',
      '1011AA;9;BU0363AA01;WK0363AA;363',
      '1011AA;3;3630001;36300;363',
    ];
    const { parts, addresses } = read([head, ...more].join('\n'));
    expect(addresses).toBe(3);
    expect(parts.map(({ postcode, fromNumber, code }) => [postcode, fromNumber, code])).toEqual([
      ['1011AA', 3, 'BU03630001'],
      ['1011AA', 9, 'BU0363AA01'],
      ['1012AB', 1, 'BU03630001'],
    ]);
  });

  test('may come in pieces of any size', () => {
    const text = `${head}\r\n${line}\r\n1011AC;1;3630001;36300;363`;
    for (const size of [1, 2, 7, 64]) {
      const reader = new PostcodesReader(wanted);
      for (let at = 0; at < text.length; at += size) reader.read(text.slice(at, at + size));
      expect(reader.done().addresses).toBe(2);
      expect(reader.lines).toBe(3);
    }
  });
});

describe('a file with something wrong', () => {
  test.each<[string, PostcodeProblem]>([
    ['', { line: null, problem: 'empty', value: '' }],
    [`${head}\n\n`, { line: null, problem: 'empty', value: '' }],
    [
      'PC6;nr\n',
      { line: 1, problem: 'columnsMissing', value: 'Huisnummer, Buurt, Wijk, Gemeente / PC6, nr' },
    ],
    [`${head}\n1011AB;105`, { line: 2, problem: 'fieldCount', value: '1011AB;105' }],
    [`${head}\n1011A;1;3630001;36300;363`, { line: 2, problem: 'postcodeInvalid', value: '1011A' }],
    [`${head}\n1011AB;0;3630001;36300;363`, { line: 2, problem: 'numberInvalid', value: '0' }],
    [`${head}\n1011AB;1a;3630001;36300;363`, { line: 2, problem: 'numberInvalid', value: '1a' }],
    [`${head}\n1011AB;1;x-1;36300;363`, { line: 2, problem: 'codeInvalid', value: 'x-1' }],
    [`${head}\n1011AB;1;3630001;GM36300;363`, { line: 2, problem: 'codeInvalid', value: 'GM36300' }],
    [`${head}\n1011AB;1;3630001;36300;`, { line: 2, problem: 'codeInvalid', value: '' }],
    [
      `${head}\n1011AB;1;3630101;36300;363`,
      { line: 2, problem: 'codesCrossed', value: 'BU03630101, WK036300, GM0363' },
    ],
    [`${head}\n1011AB;1;3630901;36309;363`, { line: 2, problem: 'wijkUnknown', value: 'WK036309' }],
    [
      `${head}\n${line}\n1011AB;105;BU03630002;WK036300;GM0363`,
      { line: 3, problem: 'twice', value: '1011AB 105: BU03630001, BU03630002' },
    ],
    [
      `${head}\n3811AA;1;3070100;30701;307\n8011AA;1;1930100;19301;193`,
      { line: null, problem: 'otherGemeente', value: 'GM0193, GM0307' },
    ],
  ])('%j is refused with its line', (text, problem) => {
    expect(firstOf(text)).toEqual(problem);
  });

  test('with more than twenty wrong lines tells the first twenty and how many more', () => {
    const wrong = Array.from({ length: 25 }, (_, at) => `1011AB;0;3630001;36300;${at}`);
    const { problems, more } = problemsOf([head, line, ...wrong].join('\n'));
    expect([problems.length, problems[0]?.line, problems.at(-1)?.line, more]).toEqual([20, 3, 22, 5]);
  });

  test('repeats no more than the beginning of what is wrong', () => {
    const { value = '' } = firstOf(`${head}\n${'9'.repeat(300)};1;3630001;36300;363`) ?? {};
    expect(value).toBe(`${'9'.repeat(60)}…`);
  });

  test('that is no text with lines is put aside before it fills the memory', () => {
    const reader = new PostcodesReader(wanted);
    reader.read(`${head}\n`);
    expect(() => reader.read('x'.repeat(1_001))).toThrow(PostcodesRefused);
  });

  test('in a row of many other gemeenten names the first', () => {
    const others = Array.from(
      { length: 30 },
      (_, at) => `1011AB;1;${100 + at}0001;${100 + at}00;${100 + at}`,
    );
    expect(firstOf([head, ...others].join('\n'))?.value).toMatch(/^GM0100, .*…$/);
  });
});

describe('whatever stands in a file', () => {
  const field = fc.oneof(
    fc.constantFrom(
      '1011AB',
      '105',
      'BU03630001',
      '36300',
      '363',
      '"',
      '""',
      ';',
      ',',
      '\n',
      '\r\n',
      '\uFEFF',
      '',
    ),
    fc.string({ maxLength: 12 }),
  );
  const text = fc.array(field, { maxLength: 60 }).map((fields) => fields.join(';'));

  property.prop([text, fc.boolean()])('it is read, or refused with lines that it has', (rest, withHead) => {
    const whole = withHead ? `${head}\n${line}\n${rest}` : rest;
    try {
      expect(read(whole).addresses).toBeGreaterThan(0);
    } catch (error) {
      if (!(error instanceof PostcodesRefused)) throw error;
      const lines = whole.split('\n').length;
      for (const problem of error.problems) {
        expect(problem.line ?? 1).toBeGreaterThan(0);
        expect(problem.line ?? 1).toBeLessThanOrEqual(lines);
      }
    }
  });

  const address = fc.record({
    number: fc.integer({ min: 1, max: 30 }),
    buurt: fc.integer({ min: 0, max: 2 }),
  });
  property.prop([
    fc.uniqueArray(address, { selector: ({ number }) => number, minLength: 1 }),
    fc.infiniteStream(fc.nat()),
  ])('the order of its lines makes no difference', (addresses, chance) => {
    const lines = addresses.map(({ number, buurt }) => `1011AB;${number};363000${buurt};36300;363`);
    const order = lines
      .map((each) => ({ each, key: chance.next().value }))
      .sort((a, b) => Number(a.key) - Number(b.key));
    expect(read([head, ...order.map(({ each }) => each)].join('\n'))).toEqual(
      read([head, ...lines].join('\n')),
    );
  });
});

/** An address of some gemeente, and how the file that holds it may be written. */
const places = [
  { buurt: '03630001', wijk: '036300', gemeente: '0363' },
  { buurt: '03630002', wijk: '036300', gemeente: '0363' },
  { buurt: '0363AA01', wijk: '0363AA', gemeente: '0363' },
  { buurt: '03070100', wijk: '030701', gemeente: '0307' },
] as const;

const anAddress = fc.record({
  postcode: fc.constantFrom('1011AB', '1011AC', '1012ZZ', '9999XX'),
  number: fc.integer({ min: 1, max: 99_999 }),
  place: fc.constantFrom(...places),
});

const addressesOnce = fc.uniqueArray(anAddress, {
  minLength: 1,
  maxLength: 40,
  selector: ({ postcode, number }) => `${postcode} ${number}`,
});

type Address = { postcode: string; number: number; place: (typeof places)[number] };

const aLayout = fc.record({
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6, maxLength: 6 }),
  separator: fc.constantFrom(';', ','),
  end: fc.constantFrom('\n', '\r\n'),
  mark: fc.boolean(),
  quotes: fc.boolean(),
  letters: fc.constantFrom<'letters' | 'zeros' | 'number'>('letters', 'zeros', 'number'),
  year: fc.constantFrom('', '2023', '_2023'),
});

type Layout = typeof aLayout extends fc.Arbitrary<infer L> ? L : never;

function written(addresses: readonly Address[], layout: Layout): string {
  const cell = (text: string) => (layout.quotes ? `"${text}"` : text);
  const row = (cells: readonly string[]) =>
    layout.order.map((at) => cell(cells[at] ?? '')).join(layout.separator);
  const code = (kind: string, text: string) => {
    if (layout.letters === 'letters') return kind + text;
    return layout.letters === 'zeros' ? text : text.replace(/^0+/, '');
  };
  const names = ['Buurt', 'Wijk', 'Gemeente'].map((name) => name + layout.year);
  const rows = addresses.map(({ postcode, number, place }) =>
    row([
      postcode,
      String(number),
      code('BU', place.buurt),
      code('WK', place.wijk),
      code('GM', place.gemeente),
      'niet van ons',
    ]),
  );
  const first = row(['PC6', 'Huisnummer', ...names, 'Opmerking']);
  return `${layout.mark ? '\uFEFF' : ''}${[first, ...rows].join(layout.end)}${layout.end}`;
}

describe('however a file is written', () => {
  property.prop([addressesOnce, aLayout])('it says the same', (addresses, layout) => {
    const own = addresses.filter(({ place }) => place.gemeente === '0363');
    const text = written(addresses, layout);
    if (own.length === 0) {
      expect(firstOf(text, 2023)).toEqual({ line: null, problem: 'otherGemeente', value: 'GM0307' });
      return;
    }
    const { parts, addresses: count, year } = read(text, 2023);
    expect([count, year]).toEqual([own.length, 2023]);
    for (const { postcode, number, place } of own) {
      const found = parts.filter(
        (part) => part.postcode === postcode && part.fromNumber <= number && number <= part.toNumber,
      );
      expect(found.map(({ code }) => code)).toEqual([`BU${place.buurt}`]);
    }
    expect(new Set(parts.map(({ postcode }) => postcode))).toEqual(
      new Set(own.map(({ postcode }) => postcode)),
    );
  });

  property.prop([addressesOnce, aLayout, fc.nat()])(
    'a line that is wrong is told with its number, and nothing is read',
    (addresses, layout, chance) => {
      const lines = written(addresses, layout).split(layout.end);
      const at = 1 + (chance % addresses.length);
      const broken = lines.map((text, index) =>
        index === at ? text.replace(/9999XX|10\d\d\w\w/, '12X') : text,
      );
      expect(problemsOf(broken.join(layout.end), 2023)).toMatchObject({
        problems: [{ line: at + 1, problem: 'postcodeInvalid', value: '12X' }],
        more: 0,
      });
    },
  );

  property.prop([addressesOnce, aLayout])(
    'a column less is refused at the first line',
    (addresses, layout) => {
      const text = written(addresses, layout).replace(/Huisnummer/, 'Straat');
      expect(firstOf(text, 2023)).toMatchObject({ line: 1, problem: 'columnsMissing' });
    },
  );

  property.prop([addressesOnce, aLayout])('an address in a second buurt is refused', (addresses, layout) => {
    const [first] = addresses.filter(({ place }) => place.gemeente === '0363');
    if (!first) return;
    const elsewhere = places.find(({ buurt }) => buurt !== first.place.buurt) ?? places[0];
    const text = written([...addresses, { ...first, place: elsewhere }], layout);
    expect(firstOf(text, 2023)).toMatchObject({ line: addresses.length + 2, problem: 'twice' });
  });
});

describe('a file in pieces', () => {
  const cuts = fc.array(fc.nat({ max: 3_000 }), { maxLength: 12 });

  property.prop([addressesOnce, aLayout, cuts])(
    'says the same wherever it is cut',
    (addresses, layout, at) => {
      const text = `${written(addresses, layout)}${layout.end}`;
      const reader = new PostcodesReader(wanted, 2023);
      const places = [0, ...at.filter((place) => place < text.length).sort((a, b) => a - b), text.length];
      const outcome = (work: () => unknown) => {
        try {
          return work();
        } catch (error) {
          return error instanceof PostcodesRefused ? error.problems : error;
        }
      };
      const inPieces = outcome(() => {
        for (const [index, from] of places.slice(0, -1).entries())
          reader.read(text.slice(from, places[index + 1]));
        return reader.done();
      });
      expect(inPieces).toEqual(outcome(() => read(text, 2023)));
    },
  );

  property.prop([fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 5 })])(
    'tells the first twenty wrong lines and counts the others, whatever is right between them',
    (wrong, right) => {
      const good = Array.from({ length: right }, (_, at) => `1011AB;${at + 1};3630001;36300;363`);
      const bad = Array.from({ length: wrong }, () => '1011AB;x;3630001;36300;363');
      const { problems, more } = problemsOf([head, ...good, ...bad].join('\n'));
      expect(problems).toHaveLength(Math.min(20, wrong));
      expect(problems.length + more).toBe(wrong);
      expect(problems[0]?.line).toBe(right + 2);
    },
  );
});

describe('the names of columns', () => {
  const cells = ['1011AB', '105', '3630001', '36300', '363'];
  test.each([
    ['PC6', 'Huisnummer', 'Buurt2019', 'Wijk2019', 'Gemeente2019'],
    ['pc6', 'huisnummer', 'buurt', 'wijk', 'gemeente'],
    ['POSTCODE', 'HUISNR', 'BUURTCODE', 'WIJKCODE', 'GEMEENTECODE'],
    ['Postcode6', 'hnr', 'bu_2019', 'wk_2019', 'gm_2019'],
    ['post_code', 'huis nummer', 'buurt_code_2019', 'wijk-code-2019', 'gem 2019'],
  ])('%s, %s, %s, %s and %s are known', (...names) => {
    expect(read(`${names.join(';')}\n${cells.join(';')}`, 2019)).toMatchObject({ addresses: 1, year: 2019 });
  });

  test.each([
    ['straat', 'Huisnummer', 'Buurt', 'Wijk', 'Gemeente'],
    ['PC6', 'Huisnummer', 'Buurtnaam', 'Wijk', 'Gemeente'],
    ['PC4', 'Huisnummer', 'Buurt', 'Wijk', 'Gemeente'],
  ])('%s, %s, %s, %s and %s are not', (...names) => {
    const text = `${names.join(';')}\n${cells.join(';')}`;
    const { problem, value = '' } = firstOf(text, 2019) ?? {};
    expect([problem, value.endsWith(names.join(', '))]).toEqual(['columnsMissing', true]);
  });
});
