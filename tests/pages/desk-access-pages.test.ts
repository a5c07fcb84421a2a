import { beforeAll, describe, expect, test } from 'vitest';
import { makeGemeente } from '../support/person';
import { roleHolder, rosterNow } from '../support/roster-world';
import { useSite } from '../support/site';

const it = useSite();
const list = '/beheer/mensen';
let admins: Awaited<ReturnType<typeof roleHolder>>[];
let cookies: string[];

beforeAll(async () => {
  it.setNow(rosterNow);
  await makeGemeente(it.database.owner.db);
  admins = [await roleHolder(it.database, 'admin'), await roleHolder(it.database, 'admin')];
  cookies = await Promise.all(admins.map(({ id }) => it.signInAs(id, 'strong')));
});

const textOf = async (path: string, by = 0) => (await it.get(path, { cookie: cookies[by] })).text();
const send = (path: string, body: Record<string, string>, by = 0) =>
  it.post(path, { cookie: cookies[by], body });

describe('a desk', () => {
  test('is closed after its page said what follows: the next request of who had it is refused', async () => {
    const payer = await roleHolder(it.database, 'payer');
    const theirs = await it.signInAs(payer.id, 'strong');
    const path = `${list}/${payer.id}/uitschakelen`;
    expect(await textOf(path)).toContain('1 rol eindigt vandaag');
    expect((await send(path, {})).status).toBe(400);
    expect((await it.get('/gemeente', { cookie: theirs })).status).toBe(200);
    const answer = await send(path, { reason: 'Uit dienst.' });
    expect(await textOf(answer.headers.get('location') ?? '')).toContain('De toegang is dicht');
    expect((await it.get('/gemeente', { cookie: theirs })).status).toBe(303);
  });

  test('is left by signing out everywhere: they come back with their own password', async () => {
    const payer = await roleHolder(it.database, 'payer');
    const theirs = await it.signInAs(payer.id, 'strong');
    const path = `${list}/${payer.id}/uitloggen`;
    expect(await textOf(path)).toContain('gewoon weer inloggen');
    expect((await send(path, {})).status).toBe(303);
    expect((await it.get('/mijn', { cookie: theirs })).status).toBe(303);
    expect(await textOf(`${list}/${payer.id}`)).toContain('kan inloggen');
  });
});

describe('a lost second factor', () => {
  test('waits on the list for a colleague, whose page asks to look first', async () => {
    const payer = await roleHolder(it.database, 'payer');
    const path = `${list}/${payer.id}/tweede-code`;
    expect(await textOf(path)).toContain('name="reason"');
    expect((await send(path, { intent: 'ask' })).status).toBe(400);
    expect((await send(path, { intent: 'ask', reason: 'Telefoon kwijt.' })).status).toBe(303);
    expect(await textOf(list)).toContain('Een andere beheerder is aan de beurt');
    expect(await textOf(path)).not.toContain('value="confirm"');
    expect((await send(path, { intent: 'confirm' })).status).toBe(403);
    expect(await textOf(list, 1)).toContain('vraagt een nieuwe tweede code');
    const asked = await textOf(path, 1);
    expect(asked).toContain('Telefoon kwijt.');
    expect(asked).toContain('value="confirm"');
    const answer = await send(path, { intent: 'confirm' }, 1);
    expect(await textOf(answer.headers.get('location') ?? '', 1)).toContain('uitgenodigd');
    expect((await it.get(path, { cookie: cookies[1] })).status).toBe(303);
  });

  test('may be withdrawn by who asked', async () => {
    const payer = await roleHolder(it.database, 'payer');
    const path = `${list}/${payer.id}/tweede-code`;
    await send(path, { intent: 'ask', reason: 'Telefoon kwijt.' });
    expect((await send(path, { intent: 'withdraw' })).status).toBe(303);
    expect(await textOf(`${list}/${payer.id}`)).toContain('kan inloggen');
    expect(await textOf(path)).toContain('name="reason"');
  });

  test('is not asked for oneself', async () => {
    const path = `${list}/${admins[0]?.id}/tweede-code`;
    expect((await it.get(path, { cookie: cookies[0] })).status).toBe(303);
    await send(path, { intent: 'ask', reason: 'Telefoon kwijt.' });
    expect(await textOf(list, 1)).not.toContain('vraagt een nieuwe tweede code');
  });
});
