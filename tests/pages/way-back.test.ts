import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { mail } from '#db/schema';
import { publishInitiative } from '~/usecases/initiative/publish-initiative.server';
import { acting, concept, type InitiativeWorld, large, makeWorld, monday } from '../support/initiative-world';
import { makePerson } from '../support/person';
import { cookiesOf, useSite } from '../support/site';

const it = useSite();
let world: InitiativeWorld;
let number: number;

beforeAll(async () => {
  it.setNow(monday);
  world = await makeWorld(it.database);
  const { db } = it.database.app;
  number = await concept(world, db, large);
  await publishInitiative(await acting(db, world.applicant), number);
});

const locationOf = (answer: Response) => answer.headers.get('location') ?? '';
const unsent = 'Er is nog niets verstuurd.';

/** Through the sign-in with a mailed code that begins at `door`; answers where it leads. */
async function signInAt(door: string, email: string): Promise<{ to: string; cookie: string }> {
  const cookie = cookiesOf(await it.post(door, { body: { email } }));
  const [letter] = await it.database.owner.db.select().from(mail).where(eq(mail.recipient, email));
  const code = /\d{4} \d{4}/.exec(letter?.body ?? '')?.[0] ?? '';
  const answer = await it.post('/aanmelden/code', { cookie, body: { code } });
  return { to: locationOf(answer), cookie: cookiesOf(answer, cookie) };
}

describe('who is not signed in', () => {
  test.each(['steun', 'reacties'])('comes by the button on the page to the form: %s', async (form) => {
    const page = await (await it.get(`/initiatieven/${number}`)).text();
    const back = `/initiatieven/${number}/${form}`;
    const door = `/aanmelden?terug=${encodeURIComponent(back)}`;
    expect(page).toContain(`href="${door}"`);
    const { email } = await makePerson(it.database.owner.db, { areaId: world.here });
    const { to, cookie } = await signInAt(door, email);
    expect(to).toBe(back);
    expect(await (await it.get(to, { cookie })).text()).toContain(`action="${back}"`);
  });

  test('signs in at the top of a page and is back there, with what was asked of it', async () => {
    const path = `/initiatieven?zoek=bank&op=groen`;
    const door = `/aanmelden?terug=${encodeURIComponent(path)}`;
    expect(await (await it.get(path)).text()).toContain(`href="${door}">Inloggen`);
    const { email } = await makePerson(it.database.owner.db, { areaId: world.here });
    expect((await signInAt(door, email)).to).toBe(path);
    for (const nowhere of ['/', '/aanmelden', door, '/uitnodiging/geheim', '/meedoen/geheim'])
      expect(await (await it.get(nowhere)).text()).toContain('href="/aanmelden">Inloggen');
  });

  test('and sends a form all the same, hears that nothing was sent, and comes back at it', async () => {
    const path = `/initiatieven/${number}/reacties`;
    const door = locationOf(await it.post(path, { body: { argument: 'for', body: 'Een goed plan.' } }));
    expect(door).toBe(`/aanmelden?terug=${encodeURIComponent(path)}&nietVerstuurd`);
    const page = await (await it.get(door)).text();
    expect(page).toContain(unsent);
    expect(page).toMatch(new RegExp(`href="/aanmelden/raad\\?terug=${encodeURIComponent(path)}`));
    expect((await signInAt(door, `nieuw-${number}@voorbeeld.example`)).to).toBe(
      `/mijn/gegevens?terug=${encodeURIComponent(path)}`,
    );
    expect(await (await it.get('/aanmelden')).text()).not.toContain(unsent);
  });

  test.each(['https://elders.example/', '//elders.example', '/\\elders.example', 'javascript:alert(1)'])(
    'is never led elsewhere: %s',
    async (elsewhere) => {
      const { email } = await makePerson(it.database.owner.db, { areaId: world.here });
      const door = `/aanmelden?terug=${encodeURIComponent(elsewhere)}`;
      expect((await signInAt(door, email)).to).toBe('/mijn');
    },
  );
});
