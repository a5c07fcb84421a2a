import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { holdRow } from '~/cli/bench/faults/held-row';
import { endSessions, killDatabase, killProgram, stopProgram } from '~/cli/bench/faults/kills';
import { ownServer } from '~/cli/bench/faults/own-server';
import { takeConnections } from '~/cli/bench/faults/shortages';
import { useDatabase } from '../support/database';

const small = { clients: 8, acts: 160, kills: 2 };
const databases = Array.from({ length: 5 }, () => useDatabase({ max: 2 }));
const url = (index: number) => databases[index]?.url ?? '';

/** Everything that was acknowledged is there, once and whole, and the site never ended by itself. */
const whole = {
  acts: small.acts,
  acknowledged: small.acts,
  lost: 0,
  double: 0,
  half: 0,
  errors: 0,
  exits: 0,
};

test('K1: the program is killed under writers', async () => {
  const figure = await killProgram(url(0), small);
  expect(figure).toMatchObject(whole);
  expect(figure.kills).toBeGreaterThan(0);
});

test.skipIf(process.env.DATABASE_URL)(
  'K2: the database is killed, and nobody helps (skipped where it is not ours)',
  async () => {
    const server = await ownServer(join(mkdtempSync(join(tmpdir(), 'wijkkas-')), 'site'));
    onTestFinished(server.drop);
    const figure = await killDatabase(server, { ...small, kills: 1 });
    expect(figure).toMatchObject({ ...whole, kills: 1 });
    expect(figure.seenMs).toBeLessThan(5_000);
    expect(figure.backMs).toBeLessThan(30_000);
  },
);

test('K3: sessions are ended under writers', async () => {
  const figure = await endSessions(url(1), { ...small, kills: 5 });
  expect(figure).toMatchObject(whole);
  expect(figure.kills).toBeGreaterThan(0);
});

test('K3: no connection is left', async () => {
  const figure = await takeConnections(url(4), { ...small, times: 1, seconds: 2 });
  expect(figure).toMatchObject({ ...whole, times: 1 });
  expect(figure.seenMs).toBeLessThan(5_000);
});

test('K4: the program is asked to stop under writers', async () => {
  const figure = await stopProgram(url(2), { ...small, kills: 1 });
  expect(figure).toMatchObject({ ...whole, clean: true });
  expect(figure.stopMs).toBeLessThan(10_000);
});

test('a row that is held stalls nobody else', async () => {
  const figure = await holdRow(url(3), { writers: 30, seconds: 5 });
  expect(figure).toMatchObject({ errors: 0, busy: expect.any(Number) as number });
  expect(figure.wijkenP95Ms).toBeLessThan(2_500);
  expect(figure.healthP95Ms).toBeLessThan(2_000);
});
