import { describe, expect, it } from 'vitest';
import { csvOf as piecesOf, type CsvColumn } from './csv';
import { whole } from '../../tests/support/whole';
import { download } from '../http/download.server';

const csvOf = async <Row>(columns: CsvColumn<Row>[], rows: Row[]) =>
  (await whole(piecesOf(columns, rows))).join('');
const oneColumn = async (value: string | number | bigint | null) =>
  (await csvOf([{ label: 'Cel', value: (row: typeof value) => row }], [value])).split('\r\n')[1];

describe('a CSV file', () => {
  it('starts with a byte order mark and separates with semicolons', async () => {
    const columns = [
      { label: 'Wijk', value: (row: { name: string; cents: bigint }) => row.name },
      { label: 'Bedrag', value: (row: { name: string; cents: bigint }) => row.cents },
    ];
    const rows = [
      { name: 'Soester "kwartier"', cents: 125_000_005n },
      { name: 'a;b', cents: -1n },
    ];
    expect(await csvOf(columns, rows)).toBe(
      '\uFEFFWijk;Bedrag\r\n"Soester ""kwartier""";1250000,05\r\n"a;b";-0,01\r\n',
    );
  });

  it('has every row once and in order, however many there are', async () => {
    const rows = Array.from({ length: 2001 }, (_, index) => index);
    const csv = await csvOf([{ label: 'Nummer', value: (row: number) => row }], rows);
    expect(csv).toBe(`\uFEFFNummer\r\n${rows.map((row) => `${row}\r\n`).join('')}`);
    expect(await csvOf([{ label: 'Nummer', value: (row: number) => row }], [])).toBe('\uFEFFNummer\r\n');
  });

  it.each(['=1+1', '+31', '-2', '@SUM(A1)', '\tx', '\rx', ' =1', '＝1', '=HYPERLINK("http://x")'])(
    'never lets a spreadsheet run %j',
    async (text) => {
      expect((await oneColumn(text))?.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('leaves numbers, amounts below zero and harmless texts alone', async () => {
    expect(await oneColumn(-250n)).toBe('-2,50');
    expect(await oneColumn(-3)).toBe('-3');
    expect(await oneColumn(2.5)).toBe('2,5');
    expect(await oneColumn(null)).toBe('');
    expect(await oneColumn('1-2=3')).toBe('1-2=3');
  });
});

describe('a download', () => {
  it('is a file to save', async () => {
    const response = await download('uitgaven-2026.csv', 'a;b');
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="uitgaven-2026.csv"');
    expect(await response.text()).toBe('a;b');
  });

  it('cannot break out of its header', async () => {
    const name = 'a"\r\nSet-Cookie: x.csv';
    expect((await download(name, '')).headers.get('Content-Disposition')).toBe(
      'attachment; filename="aSet-Cookiex.csv"',
    );
  });

  it('in many pieces is whole and in order, and lets others go first meanwhile', async () => {
    const pieces = Array.from({ length: 20_000 }, (_, index) => `${index} euro: €\n`);
    let others = 0;
    const timer = setInterval(() => (others += 1), 0);
    const response = await download('stukken.txt', pieces);
    clearInterval(timer);
    expect(await response.text()).toBe(pieces.join(''));
    expect(others).toBeGreaterThan(0);
  });
});

it('a line feed inside a cell begins no row of its own', async () => {
  const csv = await csvOf([{ label: 'Titel', value: (row: string) => row }], ['a\n=1', 'b\r=1']);
  expect(csv).toContain('"a\n=1"');
  expect(csv).toContain('"b\r=1"');
});
