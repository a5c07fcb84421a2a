import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.server';
import { download } from './download.server';

const oneColumn = (value: string | number | bigint | null) =>
  csvOf([{ label: 'Cel', value: (row: typeof value) => row }], [value]).split('\r\n')[1];

describe('a CSV file', () => {
  it('starts with a byte order mark and separates with semicolons', () => {
    const columns = [
      { label: 'Wijk', value: (row: { name: string; cents: bigint }) => row.name },
      { label: 'Bedrag', value: (row: { name: string; cents: bigint }) => row.cents },
    ];
    const rows = [
      { name: 'Soester "kwartier"', cents: 125_000_005n },
      { name: 'a;b', cents: -1n },
    ];
    expect(csvOf(columns, rows)).toBe(
      '\uFEFFWijk;Bedrag\r\n"Soester ""kwartier""";1250000,05\r\n"a;b";-0,01\r\n',
    );
  });

  it('has every row once and in order, however many there are', () => {
    const rows = Array.from({ length: 2001 }, (_, index) => index);
    const csv = csvOf([{ label: 'Nummer', value: (row: number) => row }], rows);
    expect(csv).toBe(`\uFEFFNummer\r\n${rows.map((row) => `${row}\r\n`).join('')}`);
    expect(csvOf([{ label: 'Nummer', value: (row: number) => row }], [])).toBe('\uFEFFNummer\r\n');
  });

  it.each(['=1+1', '+31', '-2', '@SUM(A1)', '\tx', '\rx', ' =1', '＝1', '=HYPERLINK("http://x")'])(
    'never lets a spreadsheet run %j',
    (text) => {
      expect(oneColumn(text)?.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('leaves numbers, amounts below zero and harmless texts alone', () => {
    expect(oneColumn(-250n)).toBe('-2,50');
    expect(oneColumn(-3)).toBe('-3');
    expect(oneColumn(2.5)).toBe('2,5');
    expect(oneColumn(null)).toBe('');
    expect(oneColumn('1-2=3')).toBe('1-2=3');
  });
});

describe('a download', () => {
  it('is a file to save', async () => {
    const response = download('uitgaven-2026.csv', 'a;b');
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="uitgaven-2026.csv"');
    expect(await response.text()).toBe('a;b');
  });

  it('cannot break out of its header', () => {
    const name = 'a"\r\nSet-Cookie: x.csv';
    expect(download(name, '').headers.get('Content-Disposition')).toBe(
      'attachment; filename="aSet-Cookiex.csv"',
    );
  });
});

it('a line feed inside a cell begins no row of its own', () => {
  const csv = csvOf([{ label: 'Titel', value: (row: string) => row }], ['a\n=1', 'b\r=1']);
  expect(csv).toContain('"a\n=1"');
  expect(csv).toContain('"b\r=1"');
});
