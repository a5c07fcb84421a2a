import { and, eq, isNull, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { lastCheck } from '#db/reads/audit/check';
import { roleTerm } from '#db/schema';
import { useSite } from '../support/site';

const it = useSite({ demo: true });
let cookie = '';

beforeAll(async () => {
  const [admin] = await it.database.owner.db
    .select({ id: roleTerm.personId })
    .from(roleTerm)
    .where(and(eq(roleTerm.role, 'admin'), isNull(roleTerm.validTo)));
  cookie = await it.signInAs(admin?.id ?? '', 'strong');
});

const page = async (path: string) => {
  const answer = await it.get(path, { cookie });
  expect(answer.status, path).toBe(200);
  return (await answer.text()).replaceAll('<!-- -->', '');
};

describe('the page of health', () => {
  test('says what to do where nothing is yet', async () => {
    const text = await page('/beheer/gezondheid');
    expect(text).toContain('Er is nog geen back-up gemaakt');
    expect(text).toContain('npm run backup -- ');
    expect(text).toContain('De gegevens zijn nog niet gecontroleerd');
    expect(text).toContain('Er is niets mislukt.');
    expect(text).toMatch(/href="#backup"/);
  });

  test('has what a look at all the data found, once the queue did it', async () => {
    const sent = await it.post('/beheer/spoor/controleren', { cookie, body: { scope: 'all' } });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/beheer/gezondheid']);
    await expect.poll(() => lastCheck(it.database.app.db, 'all'), { timeout: 30_000 }).not.toBeNull();
    const text = await page('/beheer/gezondheid');
    expect(text).toContain('Alles klopt');
    expect(text).not.toContain('De gegevens zijn nog niet gecontroleerd');
  });

  test('lets a job that failed be done again', async () => {
    const [job] = await it.database.owner.db.execute<{ id: string }>(
      sql`select id::text from graphile_worker.add_job('nobody-does-this', '{}'::json)`,
    );
    const id = job?.id ?? '';
    await it.database.owner.db.execute(
      sql`update graphile_worker._private_jobs set attempts = 25, last_error = 'boom' where id = ${id}::bigint`,
    );
    const text = await page('/beheer/gezondheid');
    expect(text).toContain('boom');
    expect(text).toContain('Wijkkas probeert het niet meer vanzelf.');
    const send = () => it.post('/beheer/gezondheid', { cookie, body: { jobId: id } });
    expect((await send()).status).toBe(303);
    expect(await page('/beheer/gezondheid')).not.toContain('boom');
    expect((await send()).status).toBe(409);
    expect(await page('/beheer/spoor')).toContain('liet een mislukte taak opnieuw doen');
  });
});

test('the chains of the journals are looked at when somebody asks', async () => {
  expect(await page('/beheer/spoor/controleren')).toContain('nog niet apart gecontroleerd');
  const sent = await it.post('/beheer/spoor/controleren', { cookie, body: { scope: 'chain' } });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/beheer/spoor/controleren']);
  await expect.poll(() => lastCheck(it.database.app.db, 'chain'), { timeout: 30_000 }).not.toBeNull();
  const text = await page('/beheer/spoor/controleren');
  expect(text).toContain('Alles klopt.');
  expect(text).toMatch(/Gecontroleerd op [^<]+: \d+ boekingen in \d+ kasboeken\./);
});
