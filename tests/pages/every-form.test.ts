import { beforeAll, describe, expect, test } from 'vitest';
import { type Act, may } from '../../app/domain/access/policy';
import { doorsOf, standAt } from '../access/doors';
import { now } from '../support/council-world';
import { bodyOf, type Case, casesOf, judge, type Sample, samplesOf, withValue } from '../support/form-cases';
import { type FormWorld, makeFormWorld } from '../support/form-world';
import { type Form, formsOf, nameOf, takesFile } from '../support/forms';
import { giveDesk, makePerson } from '../support/person';
import { cookiesOf, useSite } from '../support/site';
import { noteWrites, writtenSince } from '../support/written';

/**
 * F1 of the reliability plan, second half: a sample of what `form-reader` tries, sent to every action of the site by
 * somebody who may, about something that is there.
 */
const it = useSite();
const owner = () => it.database.owner.db;
const patience = 10_000;
const perForm = { refused: 18, taken: 6 };

type Target = Form & { path: string; cookie: string; samples: Sample[] };
type Sent = Case & { type?: string; headers?: Record<string, string> };
type Plan = { target: Target; refused: Sent[]; taken: Sent[] };
const plans: Plan[] = [];
let controller = '';

beforeAll(async () => {
  it.setNow(now);
  it.site.config.demo = true;
  const world = await makeFormWorld(it.database);
  const finance = world.callers.find(({ name }) => name === 'finance');
  controller = await it.signInAs(finance?.actor.personId ?? '', 'strong');
  for (const form of formsOf(doorsOf(await it.built.build()))) {
    if (!takesFile(form)) plans.push(await planOf(await targetOf(form, world)));
  }
  await noteWrites(owner());
});

/** An action with something to work on, and somebody who may. */
async function targetOf(form: Form, world: FormWorld): Promise<Target> {
  const { pattern, module } = form.door;
  const act = module.handle?.access?.write as Act;
  const { path, subject } = standAt(world, pattern, act);
  const caller = world.callers.find(({ actor }) => may(actor, act, { demo: true, ...subject }).allow);
  if (!caller) throw new Error(`nobody in this world may ${act} at ${path}`);
  const { personId } = caller.actor;
  const session = personId && caller.assurance ? await it.signInAs(personId, caller.assurance) : '';
  const standing = form.part ? path.replace(/\/[^/]+$/, `/${form.part}`) : path;
  return {
    ...form,
    path: world.ready[pattern] ?? `${standing}${secondStep[pattern] ?? ''}`,
    cookie: (await underWay[path]?.()) ?? session,
    samples: await samplesOf(form.schema, world.known),
  };
}

/** Pages that ask twice show their form after the first answer. */
const secondStep: Record<string, string> = { 'raad/:slug/vergaderingen/:id/punten/:item/stem': '?keuze=for' };

/** Pages that are the second of two: what the first gives. */
const underWay: Record<string, () => Promise<string>> = {
  '/aanmelden/code': async () =>
    cookiesOf(await it.post('/aanmelden', { body: { email: 'a@voorbeeld.example' } })),
  '/aanmelden/raad/code': async () => {
    const { id, email } = await makePerson(owner());
    const password = 'vier fietsen bij de schuur';
    await giveDesk(owner(), it.site.secret, id, password);
    return cookiesOf(await it.post('/aanmelden/raad', { body: { email, password } }));
  },
};

const spread = <T>(all: readonly T[], most: number): T[] =>
  all.filter(
    (_each, index) =>
      Math.floor((index * most) / all.length) !== Math.floor(((index - 1) * most) / all.length),
  );

const stranger = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

/** Which bodies go out: those that the form's reader refuses, and those that it takes; a button takes all. */
async function planOf(target: Target): Promise<Plan> {
  const refused: Sent[] = [];
  const taken: Sent[] = [];
  const strangers: Sent[] = [];
  for (const sample of target.samples) {
    for (const each of casesOf(sample, 300)) {
      const verdict = await judge(target.schema, each.body);
      const pressed = sample.fields.length === 0 || verdict.is === 'accepted';
      if (verdict.is !== 'asked') (pressed ? taken : refused).push(each);
    }
    for (const { name } of sample.fields.filter(({ kind }) => kind === 'id')) {
      strangers.push({ what: `${name} of nothing`, body: bodyOf(withValue(sample, name, stranger)) });
    }
  }
  const body = bodyOf(target.samples[0]?.pairs ?? []) || 'a=1';
  return {
    target,
    refused: [...spread(refused, perForm.refused), ...unreadable(body)],
    taken: [...strangers, ...spread(taken, perForm.taken), { what: 'nothing at all', body: '' }],
  };
}

const form = 'application/x-www-form-urlencoded';
/** Bodies that are no form of ours before anybody reads them. */
const unreadable = (body: string): Sent[] => [
  { what: 'as JSON', body: '{"a":1}', type: 'application/json' },
  { what: 'as text', body, type: 'text/plain' },
  { what: 'without a type', body, type: '' },
  { what: 'as XML', body: '<a/>', type: 'application/xml' },
  {
    what: 'as parts',
    body: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--',
    type: 'multipart/form-data; boundary=x',
  },
  { what: 'a megabyte', body: `${body}&a=${'x'.repeat(1_000_000)}` },
  {
    what: 'a hundred thousand names',
    body: Array.from({ length: 100_000 }, (_, index) => `f${index}=1`).join('&'),
  },
];

async function send({ path, cookie }: Target, { body, type = form, headers }: Sent, data: boolean) {
  const started = Date.now();
  const answer = await fetch(`${it.origin}${data ? path.replace(/(?=\?|$)/, '.data') : path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: it.origin, cookie, ...(type ? { 'Content-Type': type } : {}), ...headers },
    body: new TextEncoder().encode(body),
  });
  const text = await answer.text();
  return { status: answer.status, text, ms: Date.now() - started };
}

/** There a form that nobody could send meets a page that has none: a dead link, people to choose, a year at its end. */
const withoutForm = [
  'uitnodiging/:token',
  'uitnodiging/:token/beginnen',
  'demonstratie',
  'taal',
  'gemeente/jaareinde/:year',
];

/** There this world has nothing to answer: the page itself is not there, or leads on. */
const nothingThere: Record<string, number> = {
  'mijn/uitnodigingen/:id': 404,
  'post/:token': 404,
  'uitnodiging/:token/beginnen': 404,
  'gemeente/toekenningen/:number/rekeningnummer/bevestigen': 303,
};

describe('F1: whatever is sent to an action', () => {
  test('and is no form of it changes nothing, and says so', async () => {
    let count = 0;
    const wrong: string[] = [];
    for (const { target, refused } of plans) {
      for (const [index, each] of refused.entries()) {
        const data = index % 3 !== 0;
        const { status, text, ms } = await send(target, each, data);
        count += 1;
        const silent =
          !data &&
          status === 400 &&
          !text.includes('role="alert"') &&
          !withoutForm.includes(target.door.pattern);
        const known = [400, 413, 415, nothingThere[target.door.pattern]];
        if (!known.includes(status)) wrong.push(`${nameOf(target)} ${each.what}: ${status}`);
        if (silent) wrong.push(`${nameOf(target)} ${each.what}: says nothing`);
        if (ms > patience) wrong.push(`${nameOf(target)} ${each.what}: ${ms} ms`);
      }
      const written = await writtenSince(owner());
      if (written.length > 0) wrong.push(`${nameOf(target)} wrote ${written.join()}`);
    }
    process.stdout.write(`forms: ${count} that are none, over HTTP\n`);
    expect(wrong).toEqual([]);
  });
});

/** Files as no bank sends them, each beside what is odd about it. */
function oddFiles(): [what: string, parts: [name: string, value: string | Blob, fileName?: string][]][] {
  const xml = '<?xml version="1.0"?><Document/>';
  const file = (text: string | Uint8Array<ArrayBuffer>, type = 'text/xml') => new Blob([text], { type });
  const named = (name: string): [string, Blob, string][] => [['file', file(xml), name]];
  const bomb = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${'a'.repeat(n + 2)} "${`&${'a'.repeat(n + 1)};`.repeat(10)}">`).join('')}]><a>&aaaaaaaaaa;</a>`;
  return [
    ['no part', []],
    ['a text for a file', [['file', 'x']]],
    ['a file by another name', [['bestand', file(xml), 'a.xml']]],
    ['an empty file', [['file', file(''), 'a.xml']]],
    ['two files', [...named('a.xml'), ...named('b.xml')]],
    ['a name with a way out', named('../../../etc/passwd')],
    ['a name with a script', named('<img src=x onerror=alert(1)>.xml')],
    ['a name with NUL and lines', named('a\0b\r\nX: y.xml')],
    ['a name of 50,000 signs', named('n'.repeat(50_000))],
    [
      'bytes that are no text',
      [['file', file(Uint8Array.from({ length: 5_000 }, (_, n) => (n * 7) % 256)), 'a.xml']],
    ],
    ['UTF-16', [['file', file(Uint8Array.from(Buffer.from(xml, 'utf16le'))), 'a.xml']]],
    ['HTML', [['file', file('<html><script>alert(1)</script></html>', 'text/html'), 'a.xml']]],
    ['NUL inside', [['file', file(`${xml}\0`), 'a.xml']]],
    ['entities that grow', [['file', file(bomb), 'a.xml']]],
    [
      'an entity of a file',
      [['file', file('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'), 'a.xml']],
    ],
    ['nesting without end', [['file', file('<a>'.repeat(100_000)), 'a.xml']]],
    [
      'attributes without end',
      [['file', file(`<a ${Array.from({ length: 50_000 }, (_, n) => `a${n}="1"`).join(' ')}/>`), 'a.xml']],
    ],
    ['4 MB and a bit', [['file', file('x'.repeat(4 * 1024 * 1024 + 1)), 'a.xml']]],
    ['5 MB', [['file', file('x'.repeat(5 * 1024 * 1024)), 'a.xml']]],
    ['a thousand parts', Array.from({ length: 1_000 }, (_, n) => [`f${n}`, 'x'] as [string, string])],
  ];
}

describe('F1: whatever is sent where a file is asked', () => {
  test.each(oddFiles())('%s changes nothing', async (_what, parts) => {
    const body = new FormData();
    for (const [name, value, fileName] of parts) {
      if (typeof value === 'string') body.append(name, value);
      else body.append(name, value, fileName);
    }
    const started = Date.now();
    const answer = await fetch(`${it.origin}/gemeente/afschriften`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: it.origin, cookie: controller },
      body,
    });
    expect([400, 413]).toContain(answer.status);
    expect(await answer.text()).toMatch(/role="alert"|te groot/);
    expect(Date.now() - started).toBeLessThan(patience);
    expect(await writtenSince(owner())).toEqual([]);
  });
});

// Last, as it does change things.
describe('F1: whatever is sent to an action as one of its forms', () => {
  test('is answered', async () => {
    const wrong: string[] = [];
    for (const { target, taken } of plans) {
      for (const [index, each] of taken.entries()) {
        const { status, ms } = await send(target, each, index % 3 !== 0);
        if (status >= 500) wrong.push(`${nameOf(target)} ${each.what}: ${status}`);
        if (ms > patience) wrong.push(`${nameOf(target)} ${each.what}: ${ms} ms`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
