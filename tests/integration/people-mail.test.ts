import { type AddressInfo } from 'node:net';
import { eq, sql } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mail, rateLimit, sentForm, session, signInAttempt } from '#db/schema';
import { transaction } from '#db/transaction';
import { sendMail } from '#db/writes/people/mail';
import { forgetExpired } from '#db/writes/tidy';
import { createLog } from '~/http/log.server';
import { startQueue } from '~/http/queue.server';
import { useDatabase } from '../support/database';
import { makePerson } from '../support/person';
import { steadyPulse } from '../support/site';
import { PublicVersion } from '#db/public-facts';

const database = useDatabase();
const now = new Date('2026-11-02T10:00:00Z');
const arrived: string[] = [];
let refuse = false;
let queue: { stop: () => Promise<void> } | undefined;

const smtp = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData: (stream, _session, done) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      if (refuse) return done(new Error('451 later'));
      arrived.push(Buffer.concat(parts).toString());
      done();
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as AddressInfo;
  queue = await startQueue(
    database.url,
    {
      db: database.app.db,
      log: createLog('silent'),
      now: () => now,
      newId: () => '',
      pulse: steadyPulse,
      publicVersion: new PublicVersion(),
      secret: '',
      config: {
        ...{
          port: 0,
          host: '',
          databaseUrl: database.url,
          origins: ['https://kas.example'],
          secret: undefined,
          demo: false,
        },
        ...{ smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'Wijkkas <kas@wijkkas.example>' },
        ...{ contact: 'contact@wijkkas.example', theme: 'vierstromen' },
        ...{ bank: null, oidc: null, uploadBytes: 1_048_576, trustProxy: false, logLevel: 'silent' },
      },
    },
    {},
  );
});

afterAll(async () => {
  await queue?.stop();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});

const letter = (recipient: string) => ({
  kind: 'decision' as const,
  recipient,
  subject: 'Je kreeg € 400',
  body: 'De raad zei ja: je krijgt € 400.\n\nKijk op <je pagina> & lees verder.',
  at: now,
});

const rowOf = async (recipient: string) =>
  (await database.owner.db.select().from(mail).where(eq(mail.recipient, recipient)))[0];

async function until(done: () => Promise<boolean>) {
  for (let n = 0; n < 100 && !(await done()); n++) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('a letter', () => {
  test('goes when its act is done, with its summary in a box, and what it said is forgotten', async () => {
    const to = 'gaat@voorbeeld.example';
    await transaction(database.app.db, (tx) => sendMail(tx, letter(to)));
    await until(async () => (await rowOf(to))?.sentAt !== null);
    expect(await rowOf(to)).toMatchObject({ body: null, sentAt: now });
    const text = arrived.find((one) => one.includes(`To: ${to}`)) ?? '';
    expect(text).toContain('From: Wijkkas <kas@wijkkas.example>');
    expect(text).toContain('Subject: =?UTF-8?');
    expect(text).toContain('De raad zei ja');
    expect(text).toContain('border:2px');
    expect(text).toContain('&lt;je pagina&gt; &amp; lees');
    expect(text).not.toContain('Lees verder');
    expect(text).toMatch(/^List-Unsubscribe:\s+<https:\/\/kas\.example\/post\/[\w-]+>\r?$/m);
    expect(text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  test('leads on to its place on the site, at the configured address', async () => {
    const to = 'verder@voorbeeld.example';
    await transaction(database.app.db, (tx) => sendMail(tx, { ...letter(to), path: '/besluiten/1' }));
    await until(async () => (await rowOf(to))?.sentAt !== null);
    const text = arrived.find((one) => one.includes(`To: ${to}`)) ?? '';
    expect(text).toContain('Lees verder: https://kas.example/besluiten/1');
    expect(text).toContain('<a href=3D"https://kas.example/besluiten/1">');
    const elsewhere = transaction(database.app.db, (tx) =>
      sendMail(tx, { ...letter(to), path: 'evil.example' }),
    );
    await expect(elsewhere).rejects.toThrow();
    expect((await rowOf(to))?.path).toBeNull();
  });

  test('links to nowhere but this site, and what is a header stays one line', async () => {
    const to = 'rustig@voorbeeld.example';
    const body = 'Kijk op https://kwaad.example/prijs';
    await transaction(database.app.db, (tx) => sendMail(tx, { ...letter(to), body }));
    await until(async () => (await rowOf(to))?.sentAt !== null);
    const text = arrived.find((one) => one.includes(`To: ${to}`)) ?? '';
    expect(text).not.toContain('href=3D"https://kwaad');
    for (const wrong of [{ subject: 'Besluit\r\nBcc: a@b.nl' }, { recipient: 'a@b.nl\nBcc: c@d.nl' }]) {
      const sent = transaction(database.app.db, (tx) => sendMail(tx, { ...letter(to), ...wrong }));
      await expect(sent).rejects.toThrow();
    }
  });

  test('does not go when its act is undone', async () => {
    const to = 'blijft@voorbeeld.example';
    const undone = transaction(database.app.db, async (tx) => {
      await sendMail(tx, letter(to));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await transaction(database.app.db, (tx) => sendMail(tx, letter('daarna@voorbeeld.example')));
    await until(async () => (await rowOf('daarna@voorbeeld.example'))?.sentAt !== null);
    expect(arrived.filter((one) => one.includes(to))).toEqual([]);
    expect(await rowOf(to)).toBeUndefined();
  });

  test('waits and keeps its text while the mail server refuses it', async () => {
    const to = 'wacht@voorbeeld.example';
    refuse = true;
    await transaction(database.app.db, (tx) => sendMail(tx, letter(to)));
    const tried = async () => {
      const [job] = await database.owner.db.execute<{ attempts: number }>(
        sql`select max(attempts)::int as attempts from graphile_worker.jobs where last_error is not null`,
      );
      return (job?.attempts ?? 0) > 0;
    };
    await until(tried);
    refuse = false;
    expect(await tried()).toBe(true);
    expect((await rowOf(to))?.body).toContain('De raad zei ja');
    await database.owner.db.execute(sql`update graphile_worker._private_jobs set run_at = now()`);
    await database.owner.db.execute(sql`select graphile_worker.add_job('tidy')`);
    await until(async () => (await rowOf(to))?.sentAt !== null);
    expect((await rowOf(to))?.sentAt).toEqual(now);
  });
});

test('every night what ran out is forgotten, and what still counts is kept', async () => {
  const { db } = database.app;
  const { id } = await makePerson(database.owner.db);
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const hash = (sign: string) => sign.repeat(64);
  await db.insert(session).values([
    { id: hash('a'), userId: id, createdAt: now, expiresAt: at(-1), assurance: 'code' },
    { id: hash('b'), userId: id, createdAt: now, expiresAt: at(1), assurance: 'code' },
  ]);
  const [oldId, newId] = [crypto.randomUUID(), crypto.randomUUID()];
  await db.insert(signInAttempt).values([
    { id: oldId, kind: 'code', email: 'a@b.nl', createdAt: now, expiresAt: at(-1) },
    { id: newId, kind: 'code', email: 'a@b.nl', createdAt: now, expiresAt: at(1) },
  ]);
  await db.insert(rateLimit).values([
    { key: 'old', expire: at(-1) },
    { key: 'new', expire: at(1) },
  ]);
  const sent = (minutes: number) => ({
    ...{ personId: id, key: crypto.randomUUID(), requestHash: hash('a'), sentAt: at(minutes) },
  });
  const sixtyDays = 60 * 24 * 60;
  await db.insert(sentForm).values([sent(-sixtyDays - 1), sent(-sixtyDays + 1)]);
  await forgetExpired(db, now);
  expect((await db.select({ id: session.id }).from(session)).map((row) => row.id)).toEqual([hash('b')]);
  expect((await db.select({ id: signInAttempt.id }).from(signInAttempt)).map((row) => row.id)).toEqual([
    newId,
  ]);
  expect((await db.select({ key: rateLimit.key }).from(rateLimit)).map((row) => row.key)).toEqual(['new']);
  expect((await db.select().from(sentForm)).map(({ sentAt }) => sentAt)).toEqual([at(-sixtyDays + 1)]);
});
