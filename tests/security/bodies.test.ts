import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { randomBytes, createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roleTerm, session } from '#db/schema';
import { calendarDate } from '~/domain/calendar';
import { SiteProcess } from '~/cli/bench/site-process';
import { useDatabase } from '../support/database';
import { makeGemeente, makePerson } from '../support/person';

const database = useDatabase({ max: 2 });
const megabyte = 1024 * 1024;
const form = 'application/x-www-form-urlencoded';
let site: SiteProcess;
let cookie = '';

beforeAll(async () => {
  const { db } = database.owner;
  await makeGemeente(db);
  const { id: personId } = await makePerson(db);
  const validFrom = calendarDate('2020-01-01');
  await db.insert(roleTerm).values({ id: randomUUID(), personId, role: 'controller', validFrom });
  const token = `s${randomBytes(32).toString('base64url')}`;
  const id = createHash('sha256').update(token).digest('hex');
  const [createdAt, expiresAt] = [new Date(), new Date(Date.now() + 3_600_000)];
  await db.insert(session).values({ id, userId: personId, createdAt, expiresAt, assurance: 'strong' });
  cookie = `__Host-wijkkas=${token}`;
  site = await SiteProcess.start(database.url);
});
afterAll(() => site.end('SIGTERM'));

type Headers = Record<string, string>;
type Sent = { path?: string; headers: Headers; body: () => Iterable<Buffer | string> };

/** Sends a body over a socket of its own, and goes on for a while after the answer; answers the status. */
async function send({ path = '/taal', headers, body }: Sent): Promise<number> {
  const socket = connect(Number(new URL(site.url).port), '127.0.0.1');
  const status = firstLine(socket);
  const all = Object.entries({ Host: 'localhost', Origin: site.url, ...headers });
  socket.write(
    `POST ${path} HTTP/1.1\r\n${all.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
  );
  const sending = Readable.from(body());
  sending.pipe(socket, { end: false });
  try {
    const answered = await status;
    if (!sending.readableEnded) await new Promise((go) => setTimeout(go, 500));
    return answered;
  } finally {
    sending.destroy();
    socket.destroy();
  }
}

function firstLine(socket: Socket): Promise<number> {
  return new Promise((resolve, reject) => {
    socket.once('data', (data) => resolve(Number(data.toString('latin1').split(' ')[1])));
    socket.once('close', () => reject(new Error('closed without an answer')));
    socket.on('error', () => {});
  });
}

const block = Buffer.alloc(64 * 1024, 'x');
function* blocks(bytes: number) {
  for (let sent = 0; sent < bytes; sent += block.length) yield block;
}
function* endless() {
  for (;;) yield Buffer.concat([Buffer.from(`${block.length.toString(16)}\r\n`), block, Buffer.from('\r\n')]);
}

const boundary = '----grens';
const multipart = `multipart/form-data; boundary=${boundary}`;
const part = (n: number) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="file${n}"; filename="x"\r\n\r\n\r\n`;
const parts = (count: number) =>
  `${Array.from({ length: count }, (_, n) => part(n)).join('')}--${boundary}--\r\n`;

const fixed = (type: string, text: string | Buffer, more: Headers = {}) => ({
  headers: { 'Content-Type': type, 'Content-Length': String(Buffer.byteLength(text)), ...more },
  body: () => [text],
});
const statements = (type: string, text: string) => {
  const sent = fixed(type, text);
  return { ...sent, path: '/gemeente/afschriften', headers: { ...sent.headers, Cookie: cookie } };
};

const bomb = gzipSync(Buffer.alloc(200 * megabyte));
const hostile: [string, number, () => Sent][] = [
  ['a form of 1 MB and a byte', 413, () => fixed(form, 'x'.repeat(megabyte + 1))],
  [
    'a gigabyte that is announced, and sent',
    413,
    () => ({
      headers: { 'Content-Type': form, 'Content-Length': String(1024 * megabyte) },
      body: () => blocks(1024 * megabyte),
    }),
  ],
  [
    'parts without an end',
    411,
    () => ({ headers: { 'Content-Type': form, 'Transfer-Encoding': 'chunked' }, body: endless }),
  ],
  ['a length that is no number', 400, () => fixed(form, 'x', { 'Content-Length': '1e9' })],
  ['a form in parts', 415, () => fixed(multipart, parts(10_000).slice(0, 200_000))],
  ['a file page with ten thousand parts', 400, () => statements(multipart, parts(10_000))],
  ['a file page with a gigabyte', 413, () => statements(multipart, 'x'.repeat(5 * megabyte))],
  ['200 MB packed in a form', 415, () => fixed(form, bomb, { 'Content-Encoding': 'gzip' })],
  ['a packed form', 415, () => fixed(form, gzipSync('locale=en'), { 'Content-Encoding': 'gzip, identity' })],
  ['another type', 415, () => fixed('application/json', '{}')],
];

describe('F3: bodies that no page of ours sends', () => {
  test.each(hostile)('%s: %i', async (_what, status, sent) => {
    expect(await send(sent())).toBe(status);
  });

  test('ten of each at once: no more than 50 MB of memory, and the site is there', async () => {
    const before = site.residentMegabytes();
    let most = before;
    const looking = setInterval(() => (most = Math.max(most, site.residentMegabytes())), 50);
    const jobs = hostile.flatMap(([, status, sent]) => Array.from({ length: 10 }, () => ({ status, sent })));
    const answers = await Promise.all(jobs.map(({ sent }) => send(sent()))).finally(() =>
      clearInterval(looking),
    );
    expect(answers).toEqual(jobs.map(({ status }) => status));
    expect((await fetch(`${site.url}/healthz`)).status).toBe(200);
    expect(most - before, `from ${before} MB`).toBeLessThanOrEqual(50);
  });
});
