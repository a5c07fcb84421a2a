import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { logOptions } from '~/http/log.server';
import { type Says, startFake } from '../support/fake-issuer';
import { useOidc } from '../support/oidc-world';

/** What an issuer that lies, and a browser that cheats, can make of it: nothing. */
const world = useOidc();
const { it, use, resident, begin, back, written, homesOf } = world;

let issuer: Awaited<ReturnType<typeof startFake>>;
let subject = 0;
let logged = '';

beforeAll(async () => {
  issuer = await startFake();
  const kept = new Writable({
    write: (line: Buffer, _encoding, done) => {
      logged += line.toString();
      done();
    },
  });
  it.site.log = pino(logOptions('debug'), kept);
});
afterAll(() => issuer.stop());

const address = { postal_code: '1234AB', street_address: 'Vertelweg 12' };
beforeEach(() => {
  it.setNow(world.start);
  use(issuer.fake.issuer);
  subject += 1;
  Object.assign(issuer.fake, { metadata: {}, asked: [] });
  say({});
});

/** Everything right but what is given. */
function say({ claims, ...says }: Says): void {
  issuer.fake.says = { ...says, claims: { sub: `subject-${subject}`, address, ...claims } };
}

/** Somebody who began and was not back yet. */
async function underWay(who?: { id: string; cookie: string }) {
  const { id, cookie } = who ?? (await resident());
  const begun = await begin(cookie);
  const state = begun.to?.searchParams.get('state') ?? '';
  issuer.fake.nonce = begun.to?.searchParams.get('nonce') ?? '';
  return { id, cookie: begun.cookie, state, query: `code=abc&state=${state}` };
}

const past = Math.floor(Date.now() / 1000) - 3600;
const forged: [string, Says, string?][] = [
  ['with another nonce', { claims: { nonce: 'other' } }],
  ['without a nonce', { claims: { nonce: undefined } }],
  ['for another site', { claims: { aud: 'other' } }],
  ['for more sites, given to another', { claims: { aud: ['wijkkas', 'other'], azp: 'other' } }],
  ['for more sites, given to nobody', { claims: { aud: ['wijkkas', 'other'] } }],
  ['that is over', { claims: { iat: past - 60, exp: past } }],
  ['without an end', { claims: { exp: undefined } }],
  ['of another issuer', { claims: { iss: 'https://other.example' } }],
  ['of nobody', { claims: { sub: undefined } }],
  ['that is not signed', { signed: 'none' }],
  ['signed with another key', { signed: 'other' }],
  ['signed with the secret of the site', { signed: 'hmac' }],
  ['that is not there', { answer: { id_token: undefined } }],
  ['that is none', { answer: { id_token: 'a.b.c' } }],
  ['with more about somebody else', { claims: { address: undefined }, userinfo: { sub: 'other', address } }],
  ['with an address in one text', { claims: { address: 'Vertelweg 12, 1234AB' } }, 'oidcNoAddress'],
  ['with a foreign address', { claims: { address: { postal_code: '10115' } } }, 'addressUnknown'],
];

describe('a token', () => {
  test('that is right is taken, with the address in it or beside it', async () => {
    const one = await underWay();
    expect((await back(one.cookie, one.query)).said).toBe('proven');
    subject += 1;
    const sub = `subject-${subject}`;
    say({ claims: { address: undefined }, userinfo: { sub, address } });
    const other = await underWay();
    expect((await back(other.cookie, other.query)).said).toBe('proven');
    expect([await homesOf(one.id), await homesOf(other.id)]).toMatchObject([
      [{ method: 'oidc' }],
      [{ method: 'oidc' }],
    ]);
  });

  test.each(forged)('%s is refused', async (_what, says, expected = 'oidcRefused') => {
    say(says);
    const { cookie, query } = await underWay();
    const before = await written();
    expect((await back(cookie, query)).said).toBe(expected);
    expect(await written()).toEqual(before);
  });

  test('that is not signed is refused, also where the issuer says that it may be so', async () => {
    const algs = { id_token_signing_alg_values_supported: ['none', 'RS256'] };
    issuer.fake.metadata = algs;
    use(issuer.fake.issuer);
    say({ signed: 'none' });
    const { cookie, query } = await underWay();
    const before = await written();
    expect((await back(cookie, query)).said).toBe('oidcRefused');
    expect(await written()).toEqual(before);
  });

  test('that is refused is not in the log', async () => {
    say({ claims: { aud: 'other', sub: '999990019' } });
    logged = '';
    const { cookie, query, state } = await underWay();
    expect((await back(cookie, `${query}&x=y`)).said).toBe('oidcRefused');
    expect(logged).toContain('OAUTH_JWT_CLAIM_COMPARISON_FAILED');
    for (const secret of ['999990019', 'Vertelweg', state, issuer.fake.nonce, 'eyJ']) {
      expect(logged).not.toContain(secret);
    }
  });
});

describe('a way back', () => {
  const spoilt: [string, (query: string) => string][] = [
    ['with another state', () => 'code=abc&state=11111111-1111-4111-8111-111111111111'],
    ['without a state', () => 'code=abc'],
    ['with two states', (query) => `${query}&state=x`],
    ['without a code', (query) => query.replace('code=abc&', '')],
    ['with nothing', () => ''],
    ['from another issuer', (query) => `${query}&iss=https%3A%2F%2Fother.example`],
    ['with a fault of the service', (query) => query.replace('code=abc', 'error=server_error')],
  ];

  test.each(spoilt)('%s is refused', async (_what, change) => {
    const { cookie, query } = await underWay();
    const before = await written();
    expect((await back(cookie, change(query))).said).toBe('oidcRefused');
    expect(await written()).toEqual(before);
    expect(issuer.fake.asked).not.toContain('/token');
  });

  test('from an issuer that says who it is must say so', async () => {
    issuer.fake.metadata = { authorization_response_iss_parameter_supported: true };
    const { cookie, query } = await underWay();
    expect((await back(cookie, query)).said).toBe('oidcRefused');
    const again = await underWay();
    const own = `${again.query}&iss=${encodeURIComponent(issuer.fake.issuer)}`;
    expect((await back(again.cookie, own)).said).toBe('proven');
  });

  test('that nobody began is refused', async () => {
    const { query } = await underWay();
    const { cookie } = await resident();
    expect((await back(cookie, query)).said).toBe('oidcLapsed');
    const stranger = await it.get(`/mijn/wijk/terug?${query}`);
    expect(stranger.headers.get('location')).toBe('/aanmelden?terug=%2Fmijn%2Fwijk%2Fterug');
    expect(issuer.fake.asked).not.toContain('/token');
  });

  test('with what another person began is refused', async () => {
    const { cookie, query } = await underWay();
    const other = await resident();
    const taken = cookie
      .split('; ')
      .map((each) => (each.startsWith('__Host-wijkkas=') ? other.cookie : each))
      .join('; ');
    expect((await back(taken, query)).said).toBe('oidcLapsed');
    expect((await back(cookie, query)).said).toBe('proven');
    expect(await homesOf(other.id)).toEqual([]);
  });

  test('after ten minutes is refused', async () => {
    const { cookie, query } = await underWay();
    it.setNow(new Date(world.start.getTime() + 600_000));
    expect((await back(cookie, query)).said).toBe('oidcLapsed');
    it.setNow(new Date(world.start.getTime() + 599_999));
    expect((await back(cookie, query)).said).toBe('proven');
  });

  test('works once, also where the issuer takes a code twice', async () => {
    const { id, cookie, query } = await underWay();
    const both = await Promise.all([back(cookie, query), back(cookie, query)]);
    expect(both.map(({ said }) => said).sort()).toEqual(['oidcLapsed', 'proven']);
    const before = await written();
    expect((await back(cookie, query)).said).toBe('oidcLapsed');
    expect([await written(), (await homesOf(id)).length]).toEqual([before, 1]);
    expect(issuer.fake.asked.filter((path) => path === '/token')).toHaveLength(1);
  });

  test('ends what was begun, whatever came of it', async () => {
    const { cookie, query } = await underWay();
    const answer = await back(cookie, 'error=server_error');
    expect(answer.cookie).not.toContain('inlogdienst');
    expect((await back(cookie, query)).said).toBe('oidcLapsed');
  });
});

test('of accounts that come back at once with one person of the service one has it', async () => {
  const people = await Promise.all(Array.from({ length: 4 }, () => resident()));
  const ways: { cookie: string; query: string }[] = [];
  for (const who of people) {
    const { cookie, query } = await underWay(who);
    const code = `code-${ways.length}`;
    issuer.fake.byCode[code] = issuer.fake.nonce;
    ways.push({ cookie, query: query.replace('abc', code) });
  }
  const came = await Promise.all(ways.map(({ cookie, query }) => back(cookie, query)));
  const said = came.map((each) => each.said);
  expect(said.sort()).toEqual(['proven', 'residenceTaken', 'residenceTaken', 'residenceTaken']);
});

describe('a service that does not answer', () => {
  test('is told on the page with all other ways', async () => {
    use('http://127.0.0.1:1');
    const { cookie } = await resident();
    const { where } = await begin(cookie);
    expect(where).toBe('/mijn/wijk?mislukt=oidcAway');
    const page = await (await it.get(where, { cookie })).text();
    expect(page).toContain('De inlogdienst geeft nu geen antwoord.');
    expect(page).toContain('Vraag een brief aan');
  });

  test('is not waited for', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    use(`http://127.0.0.1:${(silent.address() as AddressInfo).port}`);
    const started = Date.now();
    expect((await begin((await resident()).cookie)).where).toBe('/mijn/wijk?mislukt=oidcAway');
    expect(Date.now() - started).toBeLessThan(9_000);
    silent.closeAllConnections();
    silent.close();
  }, 15_000);

  test('is asked again later, and once an hour what it is', async () => {
    const { cookie } = await resident();
    const settings = it.site.config.oidc;
    issuer.fake.metadata = { issuer: 'https://other.example' };
    expect((await begin(cookie)).where).toBe('/mijn/wijk?mislukt=oidcAway');
    issuer.fake.metadata = {};
    expect((await begin(cookie)).where).toBe('/mijn/wijk/inloggen');
    await begin(cookie);
    const looks = () => issuer.fake.asked.filter((path) => path.startsWith('/.well-known')).length;
    expect([looks(), it.site.config.oidc]).toEqual([2, settings]);
    it.setNow(new Date(world.start.getTime() + 3_600_000));
    await begin(cookie);
    expect(looks()).toBe(3);
  });

  test('between going there and coming back changes nothing', async () => {
    const { cookie, query } = await underWay();
    const before = await written();
    issuer.fake.metadata = { token_endpoint: 'http://127.0.0.1:1/token' };
    use(issuer.fake.issuer);
    expect((await back(cookie, query)).said).toBe('oidcAway');
    expect(await written()).toEqual(before);
  });
});
