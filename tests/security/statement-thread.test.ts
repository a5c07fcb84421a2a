import { randomUUID } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { beforeAll, describe, expect, test } from 'vitest';
import { roleTerm } from '#db/schema';
import { calendarDate } from '~/domain/calendar';
import { camtOf } from '../support/camt';
import { makeGemeente, makePerson } from '../support/person';
import { useSite } from '../support/site';

const site = useSite();
const mostBytes = 4 * 1024 * 1024;
/** The site stands still no longer than this while it is fed such a file: 100 ms, and room for a busy machine. */
const longestStill = 400;
let cookie = '';

beforeAll(async () => {
  const { db } = site.database.owner;
  await makeGemeente(db);
  const { id: personId } = await makePerson(db);
  const validFrom = calendarDate('2020-01-01');
  await db.insert(roleTerm).values({ id: randomUUID(), personId, role: 'controller', validFrom });
  cookie = await site.signInAs(personId, 'strong');
});

function upload(text: string): Promise<Response> {
  const body = new FormData();
  body.set('file', new File([text], 'afschrift.xml', { type: 'application/xml' }));
  const headers = { Origin: site.origin, cookie };
  return fetch(`${site.origin}/gemeente/afschriften`, { method: 'POST', body, headers, redirect: 'manual' });
}

const start = camtOf({ id: 'A-1', lines: [] }).split('</Stmt>')[0] ?? '';
const fill = (part: string) => part.repeat(Math.floor((mostBytes - start.length - 10_000) / part.length));

/** Files of nearly 4 MB that no bank makes. */
const hostile: [string, string][] = [
  ['not closed', start + fill('<Ntry><Amt>')],
  ['nested', `${start}${'<a>'.repeat(500_000)}${'</a>'.repeat(500_000)}</Stmt>`],
  ['one long attribute', `${start}<a b="${fill('x')}`],
  ['many attributes', `${start}<a ${fill('b="" ')}`],
  ['entities in entities', `<!DOCTYPE x [<!ENTITY a "${'&b;'.repeat(1_000)}">]>${start}${fill('&a;')}`],
  ['half-open entities', start + fill('&#')],
  ['only brackets', fill('<')],
];

describe('a statement of 4 MB that is no statement', () => {
  test.each(hostile)('%s: is refused in words, and holds nobody up', async (_what, text) => {
    await (await site.get('/healthz')).text();
    const still = monitorEventLoopDelay({ resolution: 10 });
    const answered = upload(text);
    // What it takes to send and receive 4 MB in this very process is over by then.
    await new Promise((go) => setTimeout(go, 150));
    still.enable();
    const answer = await answered;
    still.disable();
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page.includes('Dit bankafschrift kunnen we niet lezen')).toBe(true);
    expect(still.max / 1e6).toBeLessThan(longestStill);
  });

  test('a million things beside the movements are left out, and hold nobody up', async () => {
    const answered = upload(`${start}${fill('<a/>')}</Stmt></BkToCstmrStmt></Document>`);
    await new Promise((go) => setTimeout(go, 150));
    const still = monitorEventLoopDelay({ resolution: 10 });
    still.enable();
    expect((await answered).status).toBe(303);
    still.disable();
    expect(still.max / 1e6).toBeLessThan(longestStill);
  });

  test('a whole one of a thousand lines is taken', async () => {
    const lines = Array.from({ length: 1_000 }, () => ({ cents: 100n as never, on: '2026-06-01' }));
    expect((await upload(camtOf({ id: 'A-2', lines }))).status).toBe(303);
  });
});
