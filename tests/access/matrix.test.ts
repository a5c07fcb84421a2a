import { beforeAll, describe, expect, test } from 'vitest';
import { type Act, acts, may, mayEver, type Subject, type Verdict } from '../../app/domain/access/policy';
import { refusals } from '../../app/domain/errors';
import { statusOf } from '../../app/http/errors.server';
import { now } from '../support/council-world';
import { useSite } from '../support/site';
import { type Door, doorsOf, standAt } from './doors';
import { type Caller, makeWorld, type World } from './world';

/** A1 of the reliability plan: every route, every method, eight callers; what the server does is what the table says. */
const it = useSite();

let doors: Door[] = [];
let world: World;
let cells = 0;

beforeAll(async () => {
  it.setNow(now);
  it.site.config.demo = true;
  world = await makeWorld(it.database);
  doors = doorsOf(await it.built.build());
});

const leaves = () => doors.filter(({ id }) => id !== 'root');

/** With a subject the whole rule; without one what this caller could ever do. */
function verdictOn(actor: Caller['actor'], act: Act, subject: Subject | undefined): Verdict {
  const ever = mayEver(actor, act);
  return ever.allow && subject ? may(actor, act, subject) : ever;
}

/** Reasons that a page may explain to who is allowed to look; none of them hides anything. */
const explained = ['wrongState', 'ownInitiative', 'conflicted', 'notPresent'];
/** Doors behind which there is nothing for anybody, or that send everybody on. */
const empty = [
  ...['*', 'uitnodiging/:token', 'uitnodiging/:token/beginnen', 'post/:token', 'meedoen/:token'],
  'mijn/uitnodigingen/:id',
];

/** Where one is sent to mend what is missing, if an answer does that. */
const sentTo = (where: string) => /\/(aanmelden(\/raad)?|mijn\/gegevens)\?terug=/.exec(where)?.[0];
const doorFor: Partial<Record<string, string>> = {
  signInFirst: '/aanmelden?terug=',
  strongSignInNeeded: '/aanmelden/raad?terug=',
  homeAreaNeeded: '/mijn/gegevens?terug=',
};

/** What is wrong with an answer to a look; null when it agrees with the table. */
function faultOfLook(verdict: Verdict, status: number, where: string, pattern: string): string | null {
  if (status >= 500) return `answers ${status}`;
  if (verdict.allow) {
    if (empty.includes(pattern)) return status === 404 ? null : `answers ${status}, not 404`;
    if (sentTo(where)) return 'sends away who may look';
    return [200, 202, 302, 303].includes(status) ? null : `answers ${status} to who may look`;
  }
  return faultOfRefusal(verdict.because, status, where);
}

function faultOfRefusal(because: keyof typeof refusals, status: number, where: string): string | null {
  const door = doorFor[because];
  if (door) return sentTo(where) === door ? null : `does not send to ${door}`;
  if (explained.includes(because)) return null;
  const wanted = because === 'notYourArea' ? [403, 404] : [statusOf[refusals[because]]];
  return wanted.includes(status) ? null : `answers ${status} instead of ${wanted.join('/')} (${because})`;
}

/** A form may be refused for what it holds, so who may send it gets any answer but these. */
function faultOfSending(verdict: Verdict, ever: Verdict, status: number, where: string): string | null {
  if (status >= 500) return `answers ${status}`;
  if (!ever.allow) return faultOfRefusal(ever.because, status, where);
  if (sentTo(where)) return 'sends away who may send';
  if (!verdict.allow) return status >= 400 ? null : `does it (${status}) though ${verdict.because}`;
  return status === 405 ? 'has no form' : null;
}

async function each(callers: Caller[], work: (caller: Caller, cookie: string) => Promise<void>) {
  for (const caller of callers) {
    const { personId } = caller.actor;
    const cookie = personId && caller.assurance ? await it.signInAs(personId, caller.assurance) : '';
    await work(caller, cookie);
  }
}

/** Where an answer sends one to; a data answer says it inside. */
async function whereTo(answer: Response): Promise<string> {
  const location = answer.headers.get('location');
  if (location !== null) return location;
  return answer.status === 202 ? answer.text() : '';
}

describe('the declaration', () => {
  test('every route says who may read it and who may send to it', () => {
    const silent = doors.filter(({ module }) => !acts.includes(module.handle?.access?.read as Act));
    expect(silent.map(({ id }) => id)).toEqual([]);
    expect(doors.length).toBeGreaterThan(15);
  });

  test('every loader and action is guarded, by the act that the route declares', () => {
    const wrong = doors.filter(({ module: { handle, loader, action } }) => {
      const { read, write } = handle?.access ?? {};
      return (loader && loader.access !== read) || (action ? action.access : undefined) !== write;
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('a page for some is read through a guarded loader, not only shown', () => {
    const bare = doors.filter(({ module }) => module.handle?.access?.read !== 'site.read' && !module.loader);
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
});

describe('what the server does', () => {
  const looks = {
    page: (path: string) => path,
    data: (path: string) => `${path === '/' ? '/_root' : path}.data`,
    'data of this route alone': (path: string, id: string) =>
      `${path === '/' ? '/_root' : path}.data?_routes=${encodeURIComponent(id)}`,
  };

  test.each(Object.keys(looks) as (keyof typeof looks)[])('looking: %s', async (kind) => {
    const faults: string[] = [];
    for (const { id, pattern, module } of leaves()) {
      const read = module.handle?.access?.read ?? 'site.read';
      const { path, subject } = standAt(world, pattern, read);
      await each(world.callers, async ({ name, actor }, cookie) => {
        const answer = await it.get(looks[kind](path, id), { cookie });
        const where = await whereTo(answer);
        const fault = faultOfLook(verdictOn(actor, read, subject), answer.status, where, pattern);
        if (fault) faults.push(`${name} at ${path} (${read}) ${fault}`);
        cells++;
      });
    }
    expect(faults).toEqual([]);
  });

  test('the old way to ask for data is closed to everybody', async () => {
    const open: string[] = [];
    for (const { id, pattern, module } of doors) {
      const { path } = standAt(world, pattern, module.handle?.access?.read ?? 'site.read');
      await each(world.callers, async ({ name }, cookie) => {
        for (const method of ['GET', 'POST']) {
          const { status } = await it.ask(method, `${path}?_data=${encodeURIComponent(id)}`, { cookie });
          if (status !== 403) open.push(`${name} ${method} ${path} ${status}`);
          cells++;
        }
      });
    }
    expect(open).toEqual([]);
  });

  test.each([
    ['POST', ''],
    ['PUT', '.data'],
    ['DELETE', '.data'],
  ])('sending: %s%s', async (method, ending) => {
    const faults: string[] = [];
    for (const { pattern, module } of leaves()) {
      const { read = 'site.read', write } = module.handle?.access ?? {};
      const { path, subject } = standAt(world, pattern, write ?? read);
      await each(world.callers, async ({ name, actor }, cookie) => {
        const address = ending && path === '/' ? '/_root.data' : path + ending;
        const answer = await it.ask(method, address, { cookie });
        const where = await whereTo(answer);
        const verdict = write && verdictOn(actor, write, subject);
        const fault = verdict
          ? faultOfSending(verdict, mayEver(actor, write), answer.status, where)
          : answer.status === 405
            ? null
            : `answers ${answer.status} where there is no form`;
        if (fault && !(empty.includes(pattern) && answer.status === 404)) {
          faults.push(`${name} ${method} ${address} (${write ?? 'nothing'}) ${fault}`);
        }
        cells++;
      });
    }
    expect(faults).toEqual([]);
  });

  test('was asked in every cell', () => {
    process.stdout.write(`access matrix: ${cells} cells, ${leaves().length} routes × 8 callers\n`);
    expect(cells).toBe(leaves().length * 8 * 6 + doors.length * 8 * 2);
  });
});
