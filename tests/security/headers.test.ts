import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { officer } from '../support/grant-world';
import { makeGemeente, makePerson } from '../support/person';
import { useSite } from '../support/site';

/** X2 of the reliability plan: what Internet.nl asks, on everything that leaves the server. */
const it = useSite();
let personId = '';
let controllerId = '';

beforeAll(async () => {
  await makeGemeente(it.database.app.db);
  personId = (await makePerson(it.database.app.db)).id;
  controllerId = (await officer(it.database, 'controller', null)).personId ?? '';
});

const noneOrSelf = /^'(none|self)'$/;

function directives(answer: Response): Record<string, string> {
  const policy = answer.headers.get('content-security-policy') ?? '';
  return Object.fromEntries(
    policy.split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );
}

function expectSecure(answer: Response): void {
  const header = (name: string) => answer.headers.get(name) ?? '';
  expect(Number(/max-age=(\d+)/.exec(header('strict-transport-security'))?.[1])).toBeGreaterThanOrEqual(
    31_536_000,
  );
  expect(header('strict-transport-security')).toContain('includeSubDomains');
  expect(header('x-content-type-options')).toBe('nosniff');
  expect(header('x-frame-options')).toBe('DENY');
  expect(header('referrer-policy')).toBe('same-origin');
  expect(header('permissions-policy')).toContain('camera=()');
  expect(answer.headers.has('x-powered-by')).toBe(false);
  const policy = directives(answer);
  for (const name of [
    'default-src',
    'base-uri',
    'form-action',
    'frame-src',
    'frame-ancestors',
    'object-src',
  ]) {
    expect(policy[name], name).toMatch(noneOrSelf);
  }
  expect(header('content-security-policy')).not.toMatch(/unsafe-|http:|data:|\*/);
  expect(policy['script-src']).toMatch(/^('none'|'self' 'nonce-[A-Za-z0-9+/=]{22,}')$/);
}

/** Paths of all routes, any id in place of a parameter: headers do not depend on what is found. */
async function paths(): Promise<string[]> {
  const { routes } = await it.built.build();
  const full = (id: string): string => {
    const route = routes[id];
    const above = route?.parentId ? full(route.parentId) : '';
    return [above, route?.path].filter(Boolean).join('/');
  };
  return Object.keys(routes).map(
    (id) =>
      `/${full(id)
        .replaceAll(/:\w+\??/g, '1')
        .replace('*', 'er/is/niets')}`,
  );
}

describe('every answer is secured', () => {
  test('every route, as a page, as data and refused as a form', async () => {
    const all = await paths();
    expect(all.length).toBeGreaterThan(15);
    for (const path of all) {
      expectSecure(await it.get(path));
      expectSecure(await it.get(`${path === '/' ? '/_root' : path}.data`));
      expectSecure(await it.post(path, { headers: { Origin: 'https://evil.example' } }));
    }
  });

  test.each([
    ['a page that does not exist', '/bestaat/niet', 404],
    ['an address that cannot be read', '/%ff', 404],
    ['a redirect', '/mijn', 303],
    ['a page of one person to a stranger', '/gemeente/geheim', 404],
    ['the health page', '/healthz', 200],
    ['a file', '/favicon.svg', 200],
    ['the file for who finds a weakness', '/.well-known/security.txt', 200],
    ['an address of old data', '/?_data=root', 403],
  ])('%s', async (_name, path, status) => {
    const answer = await it.get(path);
    expect(answer.status).toBe(status);
    expectSecure(answer);
  });

  test('a built script', async () => {
    const scripts = readdirSync('build/client/assets').filter((name) => name.endsWith('.js'));
    const answer = await it.get(`/assets/${scripts[0]}`);
    expect(answer.status).toBe(200);
    expectSecure(answer);
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });

  test.each(['TRACE', 'PROPFIND', 'OPTIONS'])('a %s is refused, and secured', async (method) => {
    // fetch itself refuses to send TRACE
    const answer = await it.ask(method === 'TRACE' ? 'LINK' : method, '/');
    expect(answer.status).toBe(405);
    expectSecure(answer);
  });

  test('a fault of ours, which tells nothing about itself', async () => {
    const { now } = it.site;
    it.site.now = () => {
      throw new Error('a secret of the inside');
    };
    const answer = await it.get('/over');
    it.site.now = now;
    expect(answer.status).toBe(500);
    expectSecure(answer);
    expect(await answer.text()).not.toMatch(/secret of the inside|\.tsx?:|node_modules/);
  });
});

const policyOf = (answer: Response) => answer.headers.get('content-security-policy') ?? '';

test('a page that runs something has scripts with the nonce of its own answer, and no style of its own', async () => {
  const cookie = await it.signInAs(controllerId, 'strong');
  const [one, two] = [await it.get('/gemeente', { cookie }), await it.get('/gemeente', { cookie })];
  const nonce = /'nonce-([^']+)'/.exec(policyOf(one))?.[1] ?? '';
  expect(nonce).not.toBe('');
  expect(policyOf(two)).not.toContain(nonce);
  const page = await one.text();
  const scripts = page.match(/<script[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(1);
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
  expect(page).not.toMatch(/\sstyle="/);
});

test('a page that runs nothing has no script, and for everybody none is allowed', async () => {
  const cookie = await it.signInAs(personId, 'code');
  for (const answer of [await it.get('/over'), await it.get('/over', { cookie })]) {
    const page = await answer.text();
    expect(page).not.toMatch(/<script|\sstyle="/);
  }
  expect(policyOf(await it.get('/over'))).toContain("script-src 'none';");
});

test('what one person sees stays out of caches', async () => {
  const cookie = await it.signInAs(personId, 'code');
  for (const path of ['/mijn', '/mijn.data', '/over', '/mijn/gegevens']) {
    expect((await it.get(path, { cookie })).headers.get('cache-control'), path).toBe('no-store');
  }
});

test('security.txt says whom to write to, and expires within a year', async () => {
  const text = await (await it.get('/.well-known/security.txt')).text();
  expect(text).toMatch(/^Contact: mailto:\S+@\S+$/m);
  const expires = new Date(/^Expires: (\S+)$/m.exec(text)?.[1] ?? '');
  expect(expires.getTime()).toBeLessThan(Date.now() + 366 * 86_400_000);
});
