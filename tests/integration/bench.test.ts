import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runChecks } from '#db/checks/run';
import { bench } from '~/cli/bench';
import { copyAndPutBack, plantRound } from '~/cli/bench/backup';
import { benchLedger } from '~/cli/bench/ledger';
import { growHistory, startHistory } from '~/cli/bench/ledger-history';
import { controllerAtWork, makeWijk } from '~/cli/bench/ledger-world';
import { benchStatement } from '~/cli/bench/statement';
import { freshDatabase, useDatabase } from '../support/database';

const raced = useDatabase();
const quiet = useDatabase();
const copied = useDatabase();
const read = useDatabase();
const bare = freshDatabase();
const small = { acts: 6, slices: 1, sessions: 3, wijken: 3, postings: [80, 400], dates: 10 };

test('each figure is one JSON object, beside plain SQL', async () => {
  const lines: string[] = [];
  await benchLedger(raced.url, small, (figure) => lines.push(JSON.stringify(figure)));
  const figures = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const rate = {
    wijkkas: expect.any(Number) as number,
    plainSql: expect.any(Number) as number,
    ratio: expect.any(Number) as number,
    binds: expect.objectContaining({ program: expect.any(Number) as number }) as object,
  };
  const times = { medianMs: expect.any(Number) as number, p99Ms: expect.any(Number) as number };
  expect(figures).toEqual([
    expect.objectContaining({ ...rate, figure: 'decisions per second on one pool', wijken: 1 }),
    expect.objectContaining({ ...rate, figure: 'entries per second over many pools', wijken: 3 }),
    expect.objectContaining({
      figure: 'balance as of a date',
      postings: 80,
      wijkkas: times,
      plainSql: times,
    }),
    expect.objectContaining({
      figure: 'balance as of a date',
      postings: 400,
      wijkkas: times,
      plainSql: times,
    }),
  ]);
});

test('a statement is read while somebody else asks for the journal', async () => {
  const figures: object[] = [];
  await benchStatement(read.url, 40, (figure) => figures.push(figure));
  const held = { median: expect.any(Number) as number, longest: expect.any(Number) as number };
  const figure = { figure: 'a bank statement', lines: 40, unknown: 8, journalHeldMs: held };
  expect(figures).toEqual([expect.objectContaining(figure)]);
});

test('the history that balances are read from keeps every invariant of the books', async () => {
  const { app, owner, url } = quiet;
  const context = await controllerAtWork(owner.db, app.db);
  const wijken = [await makeWijk(context, owner.db), await makeWijk(context, owner.db)];
  const history = await startHistory(context, owner.db, wijken);
  await growHistory(url, history, 240);
  await growHistory(url, history, 800);
  const { found } = await runChecks(app.db);
  const ofTheBooks = found.filter(({ check }) => /^(entry|balance|weight|task)/.test(check));
  expect(ofTheBooks).toEqual([]);
});

test('a copy that was put back is the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wijkkas-bench-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await plantRound(copied.url, 400);
  const figure = await copyAndPutBack(copied.url, bare.url, folder);
  expect(figure).toMatchObject({ violations: 0, equal: true });
  expect(figure.rows).toBeGreaterThan(400);
});

test('an unknown name is refused before anything is made', async () => {
  expect(await bench(['nothing'], process.env)).toBe(2);
  expect(await bench([], process.env)).toBe(2);
});
