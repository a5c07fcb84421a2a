import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkHledger } from '../../tests/support/hledger-check';
import { whole } from '../../tests/support/whole';
import { calendarDate } from '../domain/calendar';
import { type EntryKind, entryKinds } from '../domain/ledger/kinds';
import { cents } from '../domain/money/cents';
import {
  accountName,
  encoded,
  type ExportEntry,
  type ExportPosting,
  hledgerText,
  type YearStanding,
} from './hledger';

const hash = 'ab'.repeat(32);
const bank = { account: { name: 'bank', ownJournal: false }, source: { code: 'WMO-2026' } };
const free = {
  account: { name: 'fonds:parkwijk:2026:beschikbaar', ownJournal: true },
  source: { code: 'WMO-2026' },
};

const posted = (on: typeof bank, amount: number, after = amount): ExportPosting => ({
  ...on,
  cents: cents(amount),
  balanceAfter: cents(after),
});

/** The bank against the pool, which stands at the opposite of `after` then. */
function entry(change: Partial<ExportEntry>, amount = 5, after = amount): ExportEntry {
  return {
    journal: 'parkwijk',
    number: 1,
    kind: 'pledge',
    effectiveOn: calendarDate('2026-03-01'),
    reason: 'Wmo',
    reverses: null,
    reversedBy: null,
    decision: null,
    key: 'k',
    hash,
    inSequence: true,
    postings: [posted(bank, amount, 99), posted(free, -amount, -after)],
    ...change,
  };
}

const standing = (on: typeof bank, opening: number, closing: number): YearStanding => ({
  ...on,
  opening: cents(opening),
  closing: cents(closing),
});

/** Where the bank and the pool stand when nothing else moved than this amount. */
const stands = (closing = 5) => [standing(bank, 0, closing), standing(free, 0, -closing)];

const write = async (entries: ExportEntry[], standings: YearStanding[]) =>
  (
    await whole(hledgerText({ year: 2026, about: ['Het dagboek van 2026.', 'In euro.'], standings, entries }))
  ).join('');

describe('the text', () => {
  test('declares, opens, tells every entry and closes', async () => {
    const standings = [standing(bank, 1_000, 124_456), standing(free, -1_000, -124_456)];
    const text = await write([entry({}, 123_456, 124_456)], standings);
    expect(text).toBe(`; Het dagboek van 2026.
; In euro.

commodity €
  format € 1000.00

account bank:WMO-2026
account fonds:parkwijk:2026:beschikbaar:WMO-2026

2026-01-01 BEGINSTAND
    bank:WMO-2026  € 10.00
    fonds:parkwijk:2026:beschikbaar:WMO-2026  € -10.00

2026-03-01 (parkwijk-1) TOEZEGGING: Wmo
    ; kind: pledge
    ; journal: parkwijk
    ; number: 1
    ; hash: ${hash}
    ; key: k
    bank:WMO-2026  € 1234.56
    fonds:parkwijk:2026:beschikbaar:WMO-2026  € -1234.56 = € -1244.56

2026-03-01 EINDSTAND
    bank:WMO-2026  € 0.00 = € 1244.56
    fonds:parkwijk:2026:beschikbaar:WMO-2026  € 0.00 = € -1244.56
`);
    expect(checkHledger(text).transactions).toHaveLength(3);
  });

  test('of a year without anything is empty and valid', async () => {
    const text = await write([], []);
    expect(text).toBe('; Het dagboek van 2026.\n; In euro.\n\ncommodity €\n  format € 1000.00\n');
    expect(checkHledger(text).transactions).toEqual([]);
  });

  test('of a year in which nothing moved says what stands, and no account that opens at nothing', async () => {
    const other = { ...bank, source: { code: 'LEEF' } };
    const text = await write([], [standing(bank, 5, 5), standing(free, -5, -5), standing(other, 0, 0)]);
    const { transactions, balances } = checkHledger(text);
    expect(transactions.map(({ date, description }) => [date, description])).toEqual([
      ['2026-01-01', 'BEGINSTAND'],
      ['2026-01-01', 'EINDSTAND'],
    ]);
    expect(transactions.map(({ postings }) => postings.length)).toEqual([2, 3]);
    expect(balances.get('bank:LEEF')).toBe(0n);
  });

  test('tags what an entry takes back, what takes it back, and what decided it', async () => {
    const entries = [
      entry({ reversedBy: 2, decision: 'raad-2026-3', key: 'decide:a,b' }),
      entry({ number: 2, kind: 'reversal', reverses: 1 }, -5, 0),
    ];
    const { transactions } = checkHledger(await write(entries, stands(0)));
    const [first, second] = transactions.map(({ code, tags }) => ({ code, ...Object.fromEntries(tags) }));
    expect(first).toEqual({
      code: 'parkwijk-1',
      kind: 'pledge',
      journal: 'parkwijk',
      number: '1',
      'reversed-by': 'parkwijk-2',
      decision: 'raad-2026-3',
      hash,
      key: 'decide%3Aa%2Cb',
    });
    expect(second).toMatchObject({ code: 'parkwijk-2', kind: 'reversal', reverses: 'parkwijk-1' });
    expect(second).not.toHaveProperty('reversed-by');
  });

  test.each(Object.keys(entryKinds) as EntryKind[])('knows what %s is called in the books', async (kind) => {
    const { transactions } = checkHledger(await write([entry({ kind })], stands()));
    expect(transactions[0]?.description).toBe(`${entryKinds[kind].name}: Wmo`);
  });
});

describe('the stored balance is asserted', () => {
  const assertedIn = async (change: Partial<ExportEntry>) =>
    checkHledger(await write([entry(change)], stands())).transactions[0]?.postings.map(
      ({ asserted }) => asserted,
    );

  test('on an account that one journal books on alone', async () => {
    expect(await assertedIn({})).toEqual([null, -5n]);
  });

  test('but not when days and numbers have another order', async () => {
    expect(await assertedIn({ inSequence: false })).toEqual([null, null]);
  });

  test('so that a wrong one is found', async () => {
    const text = await write([entry({}, 5, 6)], stands());
    expect(() => checkHledger(text)).toThrow('assertion');
  });

  test('and so is a last stand that the entries do not lead to', async () => {
    const text = await write([entry({})], stands(6));
    expect(() => checkHledger(text)).toThrow('assertion');
  });
});

describe('a reason changes nothing but the description', () => {
  const comment = async (reason: string) => {
    const { transactions } = checkHledger(await write([entry({ reason })], stands()));
    expect(transactions.map(({ postings }) => postings.length)).toEqual([2, 2]);
    return transactions[0]?.description;
  };

  test.each([
    ['Feest; date:2025-01-01', 'Feest, date:2025-01-01'],
    ['Feest | notitie', 'Feest / notitie'],
    ['Feest\n2026-01-01 x\n    bank  € 1.00', 'Feest 2026-01-01 x bank € 1.00'],
    ['Tuin\u2028\u0085\u00a0\t\r x ', 'Tuin x'],
    ['* (code) ! = [2025-01-01]', '* (code) ! = [2025-01-01]'],
    ['Café ’t Hoekje 🌳', 'Café ’t Hoekje 🌳'],
  ])('%j', async (reason, description) => {
    expect(await comment(reason)).toBe(`TOEZEGGING: ${description}`);
  });

  test('whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (reason) => {
        expect(await comment(reason)).toMatch(/^TOEZEGGING:/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('names', () => {
  const names = new Map([
    ['a1', 'parkwijk'],
    ['i1', '12'],
    ['s1', 'Wmo: 2026'],
  ]);

  test.each([
    ['pool:a1:2026:beschikbaar', 'fonds:parkwijk:2026:beschikbaar'],
    ['pool:a1:2026:verplicht:i1', 'fonds:parkwijk:2026:verplicht:12'],
    ['voorschot:i1', 'voorschot:12'],
    ['te_ontvangen:s1', 'te_ontvangen:Wmo%3A%202026'],
    ['lasten:6.1:i1', 'lasten:6.1:12'],
    ['baten:eigen_bijdrage:i1', 'baten:eigen_bijdrage:12'],
    ['bank', 'bank'],
    ['retour:unknown', 'retour:unknown'],
  ])('%s is called %s', (code, name) => {
    expect(accountName(code, names)).toBe(name);
  });

  test('a part holds no sign that hledger reads, and can be read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(encoded(text)).toMatch(/^[\w.%!'()*~-]*$/);
        expect(decodeURIComponent(encoded(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});

/** Entries over a handful of accounts and two sources, with the stands they lead to. */
const history = fc
  .array(
    fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      moves: fc.array(
        fc.record({
          from: fc.integer({ min: 0, max: 4 }),
          on: fc.integer({ min: 1, max: 4 }),
          source: fc.constantFrom('WMO', 'LEEF'),
          amount: fc.bigInt({ min: 1n, max: 10n ** 15n }),
        }),
        { minLength: 1, maxLength: 5 },
      ),
    }),
    { maxLength: 30 },
  )
  .map((days) => {
    const stood = new Map<string, YearStanding>();
    const book = (name: string, code: string, amount: bigint): ExportPosting => {
      const place = { account: { name, ownJournal: true }, source: { code } };
      const closing = cents((stood.get(`${name}:${code}`)?.closing ?? 0n) + amount);
      stood.set(`${name}:${code}`, { ...place, opening: cents(0), closing });
      return { ...place, cents: cents(amount), balanceAfter: closing };
    };
    const entries = [...days]
      .sort((a, b) => a.day - b.day)
      .map(({ day, moves }, index) =>
        entry({
          number: index + 1,
          effectiveOn: calendarDate(`2026-02-${String(day).padStart(2, '0')}`),
          postings: moves.flatMap(({ from, on, source, amount }) => [
            book(`a:${from}`, source, -amount),
            book(`a:${(from + on) % 5}`, source, amount),
          ]),
        }),
      );
    return { entries, stood };
  });

test('any history comes out balanced, in total and per source, at the stands it led to', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ entries, stood }) => {
      const { transactions, balances } = checkHledger(await write(entries, [...stood.values()]));
      expect([...balances]).toEqual([...stood].map(([name, { closing }]) => [name, closing]));
      for (const { postings } of transactions) {
        for (const source of ['WMO', 'LEEF']) {
          const own = postings.filter(({ account }) => account.endsWith(`:${source}`));
          expect(own.reduce((sum, each) => sum + each.cents, 0n)).toBe(0n);
        }
      }
    }),
    { numRuns: 300 },
  );
});
