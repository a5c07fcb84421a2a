import { between } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { journalEntry } from '#db/schema';
import { calendarDate, calendarDateIn, yearOf } from '~/domain/calendar';
import { checkHledger } from '../support/hledger-check';
import { useSite } from '../support/site';

/** The journals of the demonstration's world as anybody may fetch them. */
const site = useSite({ demo: true });
let year = 0;

beforeAll(() => {
  year = yearOf(calendarDateIn(site.site.now()));
});

async function file(path: string, cookie?: string) {
  const answer = await site.get(path, { cookie });
  expect(answer.status, path).toBe(200);
  const [type, name] = ['content-type', 'content-disposition'].map((header) => answer.headers.get(header));
  return { type, name, text: await answer.text() };
}

/** The rows of the CSV by the labels of its columns. */
async function rowsOf(path: string): Promise<Record<string, string>[]> {
  const { text } = await file(path);
  const [head = [], ...rows] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((row) => row.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/));
  return rows.map((row) => Object.fromEntries(head.map((label, index) => [label, row[index] ?? ''])));
}

const inCents = (amount = '') => BigInt(amount.replace(',', ''));

async function entriesIn(asked: number): Promise<number> {
  const days = [calendarDate(`${asked}-01-01`), calendarDate(`${asked}-12-31`)] as const;
  return site.database.app.db.$count(journalEntry, between(journalEntry.effectiveOn, ...days));
}

describe('the journal as hledger text', () => {
  test('is accepted, holds every entry of the year, and is named after it', async () => {
    const { type, name, text } = await file(`/geld/journaal.hledger?jaar=${year}`);
    expect([type, name]).toEqual([
      'text/plain; charset=utf-8',
      `attachment; filename="journaal-${year}.hledger"`,
    ]);
    const { transactions } = checkHledger(text);
    const codes = transactions.flatMap(({ code }) => code ?? []);
    expect(new Set(codes).size).toBe(await entriesIn(year));
    expect(codes).toContainEqual(expect.stringMatching(/^parkwijk-\d+$/));
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}:/);
  });

  test('says the same in every language, but for the head', async () => {
    const path = `/geld/journaal.hledger?jaar=${year}`;
    const english = `taal=${encodeURIComponent(btoa('"en"'))}`;
    const [nl, en] = [(await file(path)).text, (await file(path, english)).text];
    const body = (text: string) => text.slice(text.indexOf('commodity'));
    expect(nl).not.toBe(en);
    expect(body(nl)).toBe(body(en));
  });
});

describe('the journal as a table', () => {
  test('has every posting, balanced per entry and source', async () => {
    const rows = await rowsOf(`/geld/journaal.csv?jaar=${year}`);
    const sums = new Map<string, bigint>();
    for (const row of rows) {
      const place = [row.Kasboek, row.Nummer, row.Broncode].join(' ');
      sums.set(place, (sums.get(place) ?? 0n) + inCents(row['Bedrag (debet is plus)']));
      expect(row['Vingerafdruk (SHA-256)']).toMatch(/^[0-9a-f]{64}$/);
    }
    expect([...sums].filter(([, sum]) => sum !== 0n)).toEqual([]);
    expect(new Set(rows.map((row) => `${row.Kasboek} ${row.Nummer}`)).size).toBe(await entriesIn(year));
  });

  test('says the same as the text, posting by posting', async () => {
    const rows = await rowsOf(`/geld/journaal.csv?jaar=${year}`);
    const { transactions } = checkHledger((await file(`/geld/journaal.hledger?jaar=${year}`)).text);
    const expected = transactions.flatMap(({ code, postings }) =>
      code ? postings.map(({ account, cents }) => [code, account, cents]) : [],
    );
    expect(
      rows.map((row) => [
        `${row.Kasboek}-${row.Nummer}`,
        `${row.Rekeningcode}:${row.Broncode}`,
        inCents(row['Bedrag (debet is plus)']),
      ]),
    ).toEqual(expected);
  });
});

test('a year without entries gives an empty file, of that year', async () => {
  expect(await rowsOf('/geld/journaal.csv?jaar=2019')).toEqual([]);
  const { name, text } = await file('/geld/journaal.hledger?jaar=2019');
  expect(name).toContain('journaal-2019.hledger');
  expect(checkHledger(text).transactions).toEqual([]);
});

test.each(['', '?jaar=x', '?jaar=1e9', '?jaar=-2026', '?jaar=99999', "?jaar=2026';--", '?jaar=2026%00'])(
  'any other address gives this year: %s',
  async (query) => {
    for (const kind of ['csv', 'hledger']) {
      expect((await file(`/geld/journaal.${kind}${query}`)).name).toContain(`journaal-${year}.${kind}`);
    }
  },
);

test('one is made at a time and twenty wait; whoever comes then hears that it is busy', async () => {
  const ask = async () => {
    const answer = await site.get(`/geld/journaal.hledger?jaar=${year}`);
    await answer.arrayBuffer();
    return answer.status;
  };
  const statuses = await Promise.all(Array.from({ length: 80 }, ask));
  const times = (status: number) => statuses.filter((each) => each === status).length;
  expect(times(200)).toBeGreaterThanOrEqual(21);
  expect(times(429)).toBeGreaterThan(0);
  expect(times(200) + times(429)).toBe(statuses.length);
});
