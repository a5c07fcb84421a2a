import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { runPostcodeTasks } from '~/usecases/area/run-postcode-tasks.server';
import { useSite } from '../support/site';
import { zipOf } from '../support/zip';

const site = useSite({ demo: true });
const path = '/beheer/postcodes';
const db = () => site.database.owner.db;

const head = 'PC6;Huisnummer;Buurt2026;Wijk2026;Gemeente2026';
const lines = ['1891AA;1;BU99010100;WK990101;GM9901', '1891AA;3;BU99010200;WK990102;GM9901'];
const good = [head, ...lines, '8011AA;1;1930100;19301;193'].join('\r\n');

let admin: string;
const textOf = async (answer: Response) => (await answer.text()).replaceAll('<!-- -->', '');
const seen = async (query = '') => textOf(await site.get(path + query, { cookie: admin }));

/** Hands in a file as the form of the page does. */
function handIn(content: BlobPart, { name = 'pc6.csv', cookie = admin, more = {} } = {}) {
  const body = new FormData();
  for (const [field, value] of Object.entries(more)) body.set(field, String(value));
  body.set('file', new File([content], name));
  return fetch(site.origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, Origin: site.origin },
    body,
  });
}

const tasks = () =>
  db().execute<{ path: string; outcome: string | null; lines: number; percent: number }>(
    sql`select path, outcome, lines, percent from postcode_task order by asked_at`,
  );

/** Until the queue has read what was handed in. */
async function whenRead() {
  for (;;) {
    const [open] = (await tasks()).filter(({ outcome }) => outcome === null);
    if (!open) return seen();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Files that were handed in and wait on disk. */
const onDisk = () => readdirSync(tmpdir()).filter((name) => /^wijkkas-[0-9a-f]{8}-[0-9a-f-]{27}$/.test(name));

async function personWith(role: string): Promise<string> {
  const [found] = await db().execute<{ id: string }>(
    sql`select person_id as id from role_term where role = ${role} limit 1`,
  );
  return found?.id ?? '';
}

beforeAll(async () => {
  admin = await site.signInAs(await personWith('admin'), 'strong');
});

describe('the page of postcodes', () => {
  test('says what holds: how many addresses lie in which wijk, and which postcodes in several', async () => {
    const page = await seen();
    expect(page).toContain('Adressen per wijk');
    expect(page).toContain('1 postcode ligt in meer wijken');
    expect(page).toMatch(/1893 WB[^]*Kruiskade en Wortmanbuurt/);
    expect(page).not.toContain('http-equiv="refresh"');
  });

  test('is for who manages areas alone', async () => {
    expect((await site.get(path)).status).toBe(303);
    const controller = await site.signInAs(await personWith('controller'), 'strong');
    expect((await site.get(path, { cookie: controller })).status).toBe(403);
    expect((await handIn(good, { cookie: controller })).status).toBe(403);
    expect(await tasks()).toEqual([]);
  });

  test('takes a file, reads it beside, and says what it says', async () => {
    const sent = await handIn(new Uint8Array(zipOf([{ name: 'pc6.csv', text: good }])), { name: 'cbs.zip' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, path]);
    const page = await whenRead();
    expect(page).toContain('Het bestand is ingelezen en geldt nu.');
    expect(page).toContain('Bestand cbs.zip, gestuurd door');
    expect(page).toMatch(/1891 AA[^]*Parkwijk en Soesterveld/);
    const [task] = await tasks();
    expect(task?.path && existsSync(task.path)).toBe(false);
    const acts = await db().execute(
      sql`select act from audit_entry where act in ('postcodes.ask', 'area.import') order by seq desc limit 2`,
    );
    expect(acts.map(({ act }) => act)).toEqual(['area.import', 'postcodes.ask']);
  });

  test('says so when it held already', async () => {
    expect((await handIn(good)).status).toBe(303);
    expect(await whenRead()).toContain('Alles stond er al, dus er is niets veranderd.');
  });

  test('says on which line something is wrong', async () => {
    await handIn([head, '1891A;1;x-1;36300;363', ...lines].join('\n'));
    const page = await whenRead();
    expect(page).toContain('Dit bestand is niet ingelezen.');
    expect(page).toContain('Regel 2: &quot;1891A&quot; is geen postcode, zoals 1234AB.');
    await handIn([head, '8011AA;1;1930100;19301;193'].join('\n'));
    expect(await whenRead()).toContain('Dit bestand is van een andere gemeente (GM0193).');
    expect(await seen()).toMatch(/1891 AA[^]*Parkwijk en Soesterveld/);
  });

  test('asks for a file where none was chosen, and takes no other form', async () => {
    const none = await handIn('', { name: '' });
    expect([none.status, await textOf(none)]).toEqual([400, expect.stringContaining('id="file-error"')]);
    const typed = await site.post(path, { cookie: admin, body: { file: '/etc/hostname' } });
    expect(typed.status).toBe(400);
    const long = await handIn(good, { more: { key: 'x'.repeat(200) } });
    expect(long.status).toBe(400);
    const many = await handIn(good, { more: { a: 1, b: 2, c: 3, d: 4, e: 5 } });
    expect(many.status).toBe(400);
    expect(await tasks()).toHaveLength(4);
  });

  test('says how far it is, and goes on after a crash', async () => {
    const by = await personWith('admin');
    await db().execute(sql`insert into postcode_task (id, path, name, asked_by, asked_at, lines, percent)
      values (gen_random_uuid(), '/nergens/x', 'weg.zip', ${by}, now(), 1200000, 40)`);
    const page = await seen();
    expect(page).toContain('1.200.000 regels gelezen (40 %).');
    expect(page).toContain('<noscript><meta http-equiv="refresh" content="2"/></noscript>');
    expect(page).not.toContain('type="file"');
    const { newId } = site.site;
    await runPostcodeTasks({ db: site.database.app.db, newId, now: site.site.now });
    expect(await seen()).toContain('We kunnen het bestand weg.zip niet openen.');
  });

  test('keeps nothing on disk of what was not taken: no file, or the same form with another one', async () => {
    await whenRead();
    const before = onDisk();
    expect((await handIn('', { name: '' })).status).toBe(400);
    const key = '00000000-0000-4000-8000-00000000000f';
    expect((await handIn(good, { more: { key } })).status).toBe(303);
    await whenRead();
    expect((await handIn(`${good}\r\n`, { more: { key } })).status).toBeGreaterThanOrEqual(400);
    expect(onDisk()).toEqual(before);
  });
});
