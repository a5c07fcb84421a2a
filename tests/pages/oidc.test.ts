import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditEntry, residenceProof } from '#db/schema';
import { signInThere, startProvider } from '../support/identity-provider';
import { useOidc } from '../support/oidc-world';

/** Where somebody lives by a sign-in service, with a whole identity provider. */
const world = useOidc();
const { it, places, db, use, resident, begin, back, written, homesOf } = world;
const callback = () => `${it.origin}/mijn/wijk/terug`;

const residents = {
  ans: { postal_code: '1234 ab', street_address: 'Vertelweg 12a' },
  ben: { postal_code: '1234AX', street_address: 'Vertelweg 30' },
  cor: { postal_code: '1234AX', street_address: 'Vertelweg 30 2' },
  dirk: { postal_code: '9999ZZ', street_address: 'Vertelweg 1' },
  els: undefined,
  fay: { street_address: 'Vertelweg 1' },
};
let provider: Awaited<ReturnType<typeof startProvider>>;

beforeAll(async () => {
  provider = await startProvider(residents);
  provider.admit(callback());
});
beforeEach(() => {
  it.setNow(world.start);
  use(provider.issuer);
});
afterAll(() => provider.stop());

/** Goes there, signs in, and comes back. */
async function whole(cookie: string, name: string, abort = false) {
  const begun = await begin(cookie);
  if (!begun.to) throw new Error('did not begin');
  const came = await signInThere(begun.to, name, abort);
  return { begun, came, ...(await back(begun.cookie, came.search.slice(1))) };
}

/** In which tables a text stands. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await db().execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await db().execute(
      sql`select 1 from ${sql.identifier(name)} row where strpos(row::text, ${text}) > 0 limit 1`,
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

describe('a sign-in service', () => {
  test('shows where somebody lives, and leaves nothing behind but the wijk', async () => {
    const { id, cookie } = await resident();
    const { begun, came, said } = await whole(cookie, 'ans');
    expect([said, came.pathname]).toEqual(['proven', '/mijn/wijk/terug']);
    expect(await homesOf(id)).toMatchObject([{ method: 'oidc', areaId: places.here, checkedBy: null }]);
    const [proof] = await db().select().from(residenceProof).where(eq(residenceProof.personId, id));
    expect(proof).toMatchObject({ kind: 'oidc', ordinal: 1, releasedOn: null });
    const acts = await db().select().from(auditEntry).where(eq(auditEntry.subjectId, id));
    expect(acts.map(({ act, reason }) => [act, reason])).toEqual([['residence.prove', 'oidc']]);
    const secrets = ['nonce', 'code_challenge'].map((name) => begun.to?.searchParams.get(name) ?? '');
    for (const text of ['pairwise-ans', 'Vertelweg', came.searchParams.get('code') ?? '', ...secrets]) {
      expect(text).not.toBe('');
      expect(await tablesWith(text)).toEqual([]);
    }
    const page = await (await it.get('/mijn/wijk?gedaan=proven', { cookie })).text();
    expect(page).toContain('We weten nu dat je in Hier woont.');
    expect(page).toContain('Een inlogdienst gaf je adres door.');
  });

  test('is asked for the address alone, with a secret of this browser', async () => {
    const { cookie } = await resident();
    const { to, page } = await begin(cookie);
    expect(Object.fromEntries(to?.searchParams ?? [])).toMatchObject({
      ...{ response_type: 'code', client_id: 'wijkkas', redirect_uri: callback() },
      ...{ scope: 'openid address', code_challenge_method: 'S256', prompt: 'login' },
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(to?.searchParams.get(name)?.length, name).toBeGreaterThan(30);
    }
    expect(page).toContain('Je gaat naar DigiDoe');
    expect(page).not.toContain('<script');
  });

  test('needs no hole in the rules for forms', async () => {
    const { cookie } = await resident();
    const answer = await it.get('/mijn/wijk', { cookie });
    expect(answer.headers.get('content-security-policy')).toMatch(/form-action 'self'(;|$)/);
    expect(await answer.text()).toContain('Log in met DigiDoe');
  });

  test.each([
    ['ben', 'proven', 'the number tells which wijk'],
    ['cor', 'oidcNoAddress', 'two numbers tell nothing'],
    ['dirk', 'addressUnknown', 'an address outside the gemeente'],
    ['els', 'oidcNoAddress', 'no address'],
    ['fay', 'oidcNoAddress', 'no postcode'],
  ])('%s: %s, %s', async (name, expected) => {
    const { id, cookie } = await resident();
    const before = await written();
    const { said } = await whole(cookie, name);
    expect(said).toBe(expected);
    if (said === 'proven') expect(await homesOf(id)).toMatchObject([{ areaId: places.there }]);
    else expect(await written()).toEqual(before);
  });

  test('of which somebody leaves tells it in words', async () => {
    const { cookie } = await resident();
    const before = await written();
    const { said, came } = await whole(cookie, 'ans', true);
    expect([said, came.searchParams.get('error')]).toEqual(['oidcStopped', 'access_denied']);
    expect(await written()).toEqual(before);
    const page = await (await it.get(`/mijn/wijk?mislukt=${said}`, { cookie })).text();
    expect(page).toContain('Inloggen met DigiDoe is niet gelukt.');
    expect(page).toContain('Je bent gestopt met inloggen.');
  });

  test('shows it for one account at a time', async () => {
    const [one, other] = [await resident(), await resident()];
    expect((await whole(one.cookie, 'gijs')).said).toBe('oidcNoAddress');
    Object.assign(residents, { gijs: residents.ans });
    expect((await whole(one.cookie, 'gijs')).said).toBe('proven');
    const before = await written();
    expect((await whole(other.cookie, 'gijs')).said).toBe('residenceTaken');
    expect(await written()).toEqual(before);
    expect((await whole(one.cookie, 'gijs')).said).toBe('proven');
  });

  test('takes a way back once', async () => {
    const { id, cookie } = await resident();
    Object.assign(residents, { hans: residents.ans });
    const { begun, came, said } = await whole(cookie, 'hans');
    const before = await written();
    const again = await back(begun.cookie, came.search.slice(1));
    expect([said, again.said]).toEqual(['proven', 'oidcLapsed']);
    expect([await written(), (await homesOf(id)).length]).toEqual([before, 1]);
  });
});

describe('where none is set', () => {
  test('nobody is offered one, and nobody can begin', async () => {
    const { cookie } = await resident();
    const begun = await begin(cookie);
    it.site.config.oidc = null;
    expect(await (await it.get('/mijn/wijk', { cookie })).text()).not.toContain('Log in met');
    expect((await it.post('/mijn/wijk', { cookie })).status).toBe(404);
    expect((await begin(cookie)).where).toBe('');
    const onward = await it.get('/mijn/wijk/inloggen', { cookie: begun.cookie });
    expect(onward.headers.get('location')).toBe('/mijn/wijk');
    const answer = await it.get('/mijn/wijk?mislukt=oidcAway', { cookie });
    expect(await answer.text()).not.toContain('niet gelukt');
  });
});
