import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { connect, type Connection } from '#db/client';
import { transaction } from '#db/transaction';
import { localeCookie } from '~/http/locale.server';
import { changeSettings } from '../support/settings';
import { useSite } from '../support/site';

const it = useSite({ demo: true });

const tagOf = async (path: string, cookie?: string) => (await it.get(path, { cookie })).headers.get('etag');

/** Changes what `/wijken/parkwijk` and others show, in a transaction of this connection. */
const rename = ({ db }: Connection, name: string) =>
  transaction(db, (tx) => tx.execute(sql`update area set name = ${name} where slug = 'parkwijk'`));

describe('a page for everybody', () => {
  test('is the same answer until something public changes, and then shows it at once', async () => {
    const [first, again] = [await tagOf('/wijken/parkwijk'), await tagOf('/wijken/parkwijk')];
    expect(first).not.toBeNull();
    expect(again).toBe(first);
    const version = it.site.publicVersion.current;
    await transaction(it.site.db, (tx) =>
      tx.execute(sql`update area set name = 'Parkwijk Oost' where slug = 'parkwijk'`),
    );
    expect(it.site.publicVersion.current).toBe((version ?? 0) + 1);
    expect(await (await it.get('/wijken/parkwijk')).text()).toContain('Parkwijk Oost');
  });

  test('shows what another process wrote', async () => {
    await it.get('/wijken/parkwijk');
    await rename(it.database.app, 'Parkwijk West');
    expect(await (await it.get('/wijken/parkwijk')).text()).toContain('Parkwijk West');
  });

  test('stays when nothing public was written, or it was not kept', async () => {
    const version = it.site.publicVersion.current;
    await transaction(it.site.db, (tx) => tx.execute(sql`delete from rate_limit where false`));
    await transaction(it.site.db, async (tx) => {
      await tx.execute(sql`update area set name = 'Nergens' where slug = 'parkwijk'`);
      throw new Error('no');
    }).catch(() => undefined);
    await it.site.publicVersion.catchUp();
    expect(it.site.publicVersion.current).toBe(version);
  });

  test('is made anew each minute, since what is open turns with the clock', async () => {
    const { now } = it.site;
    let asked = 0;
    it.site.now = () => {
      asked++;
      return new Date('2026-06-02T10:00:30Z');
    };
    await it.get('/over');
    const made = asked;
    await it.get('/over');
    const kept = asked - made;
    it.site.now = () => {
      asked++;
      return new Date('2026-06-02T10:01:00Z');
    };
    const before = asked;
    await it.get('/over');
    expect(asked - before).toBeGreaterThan(kept);
    it.site.now = now;
  });

  test('names the gemeente as it is called now', async () => {
    await it.get('/over');
    await changeSettings(it.database, { name: 'Nieuwstad' });
    expect(await (await it.get('/over')).text()).toContain('Nieuwstad');
  });

  test('is one per language', async () => {
    const english = await it.get('/over', { headers: { Cookie: await localeCookie.serialize('en') } });
    expect(await english.text()).toContain('<html lang="en"');
    expect(await (await it.get('/over')).text()).toContain('<html lang="nl"');
  });

  test('is not sent again to who has it', async () => {
    const tag = await tagOf('/over');
    const again = await it.get('/over', { headers: { 'If-None-Match': tag ?? '' } });
    expect(again.status).toBe(304);
    expect(again.headers.get('content-security-policy')).toContain("script-src 'none'");
  });
});

describe('what is for one', () => {
  let cookie: string;
  beforeAll(async () => {
    const [found] = await it.database.app.db.execute<{ id: string }>(
      sql`select person_id as id from applicant limit 1`,
    );
    cookie = await it.signInAs(found?.id ?? '', 'code');
  });

  test('is never kept nor given to others', async () => {
    const own = await it.get('/', { cookie });
    expect(own.headers.get('cache-control')).toBe('no-store');
    expect(own.headers.get('etag')).toBeNull();
    expect(await own.text()).toContain('href="/mijn"');
    expect(await (await it.get('/')).text()).not.toContain('href="/mijn"');
  });

  test('nor is a page that is none, or a file', async () => {
    expect((await it.get('/bestaat/niet')).headers.get('etag')).toBeNull();
    expect((await it.get('/mijn')).status).toBe(303);
    const file = await it.get('/geld/boekingen.csv', { headers: { 'Accept-Encoding': 'identity' } });
    expect(file.headers.get('content-type')).toContain('text/csv');
    // Sent on as it is written, not held as a page is: then its length would be known.
    expect(file.headers.get('content-length')).toBeNull();
    await file.text();
  });
});

test('a page that was made without the database is not kept: it says less than there is', async () => {
  const { db } = it.site;
  it.site.publicVersion.raise();
  it.site.db = Object.create(db, {
    select: {
      value: () => {
        throw Object.assign(new Error('gone'), { code: 'CONNECTION_CLOSED' });
      },
    },
  }) as typeof db;
  const without = await it.get('/over');
  it.site.db = db;
  expect(without.status).toBe(200);
  expect(without.headers.get('cache-control')).toBe('no-store');
  expect(await without.text()).not.toContain('Inloggen');
  expect(await (await it.get('/over')).text()).toContain('Inloggen');
});

test('while the database cannot be heard nothing is kept', async () => {
  const other = connect(it.database.url, { owner: true, max: 1 });
  await other.db.execute(
    sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'wijkkas-listener' and datname = current_database()`,
  );
  await expect.poll(() => it.site.publicVersion.current).toBeNull();
  expect((await it.get('/over')).headers.get('etag')).toBeNull();
  await expect.poll(() => it.site.publicVersion.current, { timeout: 5_000 }).not.toBeNull();
  expect((await it.get('/over')).headers.get('etag')).not.toBeNull();
  await other.close();
});

/** Tables of which no page for everybody shows anything; a new table is public until it is named here and in a migration. */
const hidden = [
  ...[
    'audit_entry',
    'bank_file',
    'bank_line',
    'bank_match',
    'bank_statement',
    'co_invitation',
    'credential',
    'mail',
  ],
  ...[
    'year_end_preparation',
    'year_end_verdict',
    'mail_stop',
    'money_task',
    'money_task_end',
    'money_task_progress',
    'postcode_task',
    'wijken_file',
    'payee',
    'payee_confirmation',
  ],
  ...[
    'payment_batch',
    'payment_booking',
    'payment_line',
    'payment_verdict',
    'rate_limit',
    'role_term',
    'sent_form',
  ],
  ...['residence_letter', 'residence_letter_batch', 'residence_proof', 'resident_list', 'resident_list_line'],
  ...['session', 'sign_in_attempt', 'factor_request', 'factor_verdict'],
  ...['check_run', 'check_result', 'backup_mark'],
];

test('a write to every table but these raises the version', async () => {
  const silent = await it.database.app.db.execute<{ name: string }>(sql`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and not exists (select from pg_trigger where tgrelid = pg_class.oid and tgname = 'public_change' and tgenabled = 'O')
    order by 1`);
  expect(silent.map(({ name }) => name)).toEqual([...hidden].sort());
});
