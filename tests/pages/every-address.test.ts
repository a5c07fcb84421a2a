import { beforeAll, describe, expect, test } from 'vitest';
import { type Act, may } from '../../app/domain/access/policy';
import { type Door, doorsOf, standAt } from '../access/doors';
import { now } from '../support/council-world';
import { type FormWorld, makeFormWorld } from '../support/form-world';
import { label } from '../support/form-cases';
import { useSite } from '../support/site';
import { samplesOf } from '../support/form-cases';
import { formsOf, takesFile } from '../support/forms';

/** F2 of the reliability plan: what stands behind the question mark of an address, as scripts write it. */
const it = useSite();
const patience = 10_000;
/** Far more than the patience: who runs it is found out. */
const sleep = 'pg_sleep(60)';

const odd: readonly string[] = [
  "'",
  "' or '1'='1",
  "'; drop table person; --",
  `'||(select ${sleep})||'`,
  `1;select ${sleep}--`,
  `(select ${sleep})`,
  `created_at desc, (select ${sleep})`,
  '1 union select null,email from person',
  '$1',
  '\\',
  '\\\'"`',
  '%',
  '_%_%_%_%_%_%_%_%_%!',
  '((((a+)+)+)+)+$',
  `${'a'.repeat(3_000)}!`,
  '.*'.repeat(500),
  '('.repeat(1_000),
  '[[:alpha:]',
  'a & | ! :* <-> b',
  '__proto__',
  '0x10',
  '-1',
  '1e400',
  '99999999999999999999',
  'NaN',
  '2026-02-30',
  '\0',
  '\ud800',
  '\u202e\u0000\u200b',
  '👩‍👩‍👧‍👦'.repeat(50),
  '../../../../etc/passwd',
  '<script>alert(1)</script>',
  '//evil.example/',
];

type Page = { door: Door; path: string; cookie: string; names: string[] };
const pages: Page[] = [];
const doors: Door[] = [];

beforeAll(async () => {
  it.setNow(now);
  it.site.config.demo = true;
  const world = await makeFormWorld(it.database);
  doors.push(...doorsOf(await it.built.build()));
  for (const door of doors) {
    if (door.id !== 'root') pages.push(await pageOf(door, world));
  }
});

async function pageOf(door: Door, world: FormWorld): Promise<Page> {
  const read = door.module.handle?.access?.read as Act;
  const { path, subject } = standAt(world, door.pattern, read);
  const caller = world.callers.find(({ actor }) => may(actor, read, { demo: true, ...subject }).allow);
  if (!caller) throw new Error(`nobody in this world may ${read} at ${path}`);
  const { personId } = caller.actor;
  const page = {
    door,
    path: (world.ready[door.pattern] ?? path).replace(/\?.*/, ''),
    cookie: personId && caller.assurance ? await it.signInAs(personId, caller.assurance) : '',
    names: [] as string[],
  };
  const { names, all } = await heard(() => look(page, [], true));
  return { ...page, names: all ? [...names, ...(await fieldsOf(door))] : names };
}

/** What `work` asks of the addresses that it reads: by which names, or for everything that is there. */
async function heard(work: () => Promise<unknown>): Promise<{ names: string[]; all: boolean }> {
  const { prototype } = URLSearchParams;
  const plain = {
    get: prototype.get,
    has: prototype.has,
    getAll: prototype.getAll,
    [Symbol.iterator]: prototype[Symbol.iterator],
  };
  const names = new Set<string>();
  let all = false;
  const listen = (ask: 'get' | 'has' | 'getAll') =>
    function (this: URLSearchParams, name: string) {
      names.add(name);
      return Reflect.apply(plain[ask], this, [name]);
    };
  Object.assign(prototype, { get: listen('get'), has: listen('has'), getAll: listen('getAll') });
  prototype[Symbol.iterator] = function (this: URLSearchParams) {
    all = true;
    return plain[Symbol.iterator].call(this);
  };
  try {
    await work();
  } finally {
    Object.assign(prototype, plain);
  }
  return { names: [...names].filter((name) => !name.startsWith('_') && name !== 'index'), all };
}

/** Such a page passes on what its own form, or one before it, was filled in with. */
async function fieldsOf(door: Door): Promise<string[]> {
  const before = doors.filter(({ pattern }) => `${door.pattern}/`.startsWith(`${pattern}/`));
  const forms = formsOf(before).filter((form) => !takesFile(form));
  const samples = await Promise.all(forms.map(({ schema }) => samplesOf(schema, {})));
  return samples.flat().flatMap(({ fields }) => fields.map(({ name }) => name));
}

async function look({ path, cookie }: Page, asked: [string, string][], data: boolean) {
  const started = Date.now();
  const address = data ? `${path === '/' ? '/_root' : path}.data` : path;
  const answer = await it.get(`${address}?${new URLSearchParams(asked)}`, { cookie });
  return { status: answer.status, text: await answer.text(), ms: Date.now() - started };
}

const leaked = /syntax error|pg_sleep\(|relation "|column "|PostgresError|at .+\.js:\d+/;

function faultIn({ status, text, ms }: Awaited<ReturnType<typeof look>>, sent: string): string | null {
  if (status >= 500) return `answers ${status}`;
  if (ms > patience) return `takes ${ms} ms`;
  // What was asked may be shown again.
  const leak = leaked.exec(text.replaceAll(sent, ''))?.[0];
  return leak && !sent.includes(leak) ? `tells ${leak}` : null;
}

describe('F2: what is asked in an address', () => {
  test('one odd answer at a time, wherever one is read', async () => {
    let [count, place] = [0, 0];
    const wrong: string[] = [];
    for (const page of pages) {
      for (const name of page.names) {
        // A third of them each time, another third at the next place.
        const part = place++ % 3;
        for (const value of odd.filter((_value, index) => index % 3 === part)) {
          const fault = faultIn(await look(page, [[name, value]], count % 5 !== 0), value);
          if (fault) wrong.push(`${page.path}?${name}=${label(value)} ${fault}`);
          count += 1;
        }
      }
    }
    process.stdout.write(`addresses: ${count} asked\n`);
    expect(pages.flatMap(({ names }) => names).length).toBeGreaterThan(60);
    expect(wrong).toEqual([]);
  });

  test('all of them at once, and names that nobody reads', async () => {
    const wrong: string[] = [];
    for (const page of pages) {
      for (const value of [odd[3] ?? '', '\0', '__proto__']) {
        const names = [...page.names, 'constructor.prototype.x', '__proto__', 'sort', 'order', '_routes'];
        const fault = faultIn(
          await look(
            page,
            names.map((name) => [name, value]),
            true,
          ),
          value,
        );
        if (fault) wrong.push(`${page.path} ${label(value)} ${fault}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test.each(['initiatieven', 'stemrondes/:number/uitslag'])(
    'an order that is not in the list of /%s is none',
    async (pattern) => {
      const page = pages.find(({ door }) => door.pattern === pattern);
      if (!page) throw new Error('no such page');
      expect(page.names).toContain('volgorde');
      const plain = await look(page, [], true);
      for (const value of odd) {
        const { text } = await look(page, [['volgorde', value]], true);
        expect(text, label(value)).toBe(plain.text);
      }
    },
  );
});
