import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { coInvitationsOf } from '#db/reads/initiative/co-invitation';
import { initiativeByNumber } from '#db/reads/initiative/initiative';
import { mail, person } from '#db/schema';
import { saveInitiative } from '~/usecases/initiative/save-initiative-step.server';
import { acting, concept, type InitiativeWorld, makeWorld, monday } from '../support/initiative-world';
import { cookiesOf, useSite } from '../support/site';

/** From the letter to the answer, as a browser goes: looking changes nothing, no is one press, yes needs one's own mail. */
const it = useSite();
let world: InitiativeWorld;
let number = 0;
beforeAll(async () => {
  it.setNow(monday);
  world = await makeWorld(it.database);
  number = await concept(world, it.database.app.db);
});

let count = 0;
async function asked() {
  const email = `gevraagd${count++}@voorbeeld.example`;
  await saveInitiative(await acting(it.database.app.db, world.applicant), number, { coApplicants: [email] });
  const [letter] = await it.database.owner.db.select().from(mail).where(eq(mail.recipient, email));
  const found = async () =>
    (await coInvitationsOf(it.database.app.db, await idOf())).find((each) => each.email === email);
  return {
    email,
    path: letter?.path ?? '',
    answer: async () => (await found())?.answer,
    id: (await found())?.id ?? '',
  };
}
const idOf = async () => (await initiativeByNumber(it.database.app.db, number))?.id ?? '';
const stripped = (page: string) => page.replace(/<script[\s\S]*?<\/script>|<!--.*?-->|<[^>]+>/g, ' ');

describe('the page behind the link', () => {
  test('tells who asks and what it means, to whoever has the link, and changes nothing', async () => {
    const { path, email, answer } = await asked();
    const answers = [await it.get(path), await it.get(`${path}.data`), await it.ask('HEAD', path)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const page = stripped((await answers[0]?.text()) ?? '');
    expect(page).toContain('Sanne');
    expect(page).not.toContain('Jansen');
    expect(page).not.toContain(email);
    expect(page).toContain('stem je niet mee over dit initiatief');
    expect(answers[0]?.headers.get('cache-control')).toBe('no-store');
    expect(await answer()).toBeNull();
  });

  test('takes a no with one press, without signing in', async () => {
    const { path, email, answer } = await asked();
    const sent = await it.post(path);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, path]);
    expect(await answer()).toBe('refused');
    expect(stripped(await (await it.get(path)).text())).toContain('Je zei nee');
    expect(await it.database.owner.db.$count(person, eq(person.email, email))).toBe(0);
    const mine = await it.signInAs(world.applicant, 'code');
    const list = await (await it.get(`/initiatieven/${number}/bewerken/samen`, { cookie: mine })).text();
    expect(stripped(list)).toContain('Doet niet mee');
  });

  test('is not there for a link that was made up', async () => {
    expect((await it.get('/meedoen/verzonnen')).status).toBe(404);
    expect((await it.post('/meedoen/verzonnen')).status).toBe(404);
  });
});

describe('saying yes', () => {
  test('leads by the own mailbox, back to the question, and then to the plan', async () => {
    const { id, email } = await asked();
    const where = `/mijn/uitnodigingen/${id}`;
    const sentOn = (await it.get(where)).headers.get('location') ?? '';
    expect(sentOn).toBe(`/aanmelden?terug=${encodeURIComponent(where)}`);
    let cookie = cookiesOf(await it.post(sentOn, { body: { email } }));
    const [letter] = await it.database.owner.db.select().from(mail).where(eq(mail.kind, 'signIn'));
    const code = /\d{4} \d{4}/.exec(letter?.body ?? '')?.[0] ?? '';
    const signedIn = await it.post('/aanmelden/code', { cookie, body: { code } });
    cookie = cookiesOf(signedIn, cookie);
    expect(signedIn.headers.get('location')).toBe(`/mijn/gegevens?terug=${encodeURIComponent(where)}`);
    expect(stripped(await (await it.get('/mijn', { cookie })).text())).toContain('vraagt of je meedoet');
    expect((await it.get(where, { cookie })).status).toBe(200);
    const yes = await it.post(where, { cookie, body: { answer: 'yes' } });
    expect(yes.headers.get('location')).toBe(`/initiatieven/${number}`);
    const record = await initiativeByNumber(it.database.app.db, number);
    expect(record?.applicants.map((each) => each.email)).toContain(email);
    expect(stripped(await (await it.get('/mijn', { cookie })).text())).not.toContain('vraagt of je meedoet');
  });

  test.each(['the asker', 'a neighbour'])('is closed to %s, in words', async (who) => {
    const { id, path, answer } = await asked();
    const personId = who === 'the asker' ? world.applicant : (world.neighbours[0] ?? '');
    const cookie = await it.signInAs(personId, 'code');
    const page = await it.get(`/mijn/uitnodigingen/${id}`, { cookie });
    expect([page.status, stripped(await page.text())]).toEqual([
      403,
      expect.stringContaining('een ander e-mailadres') as string,
    ]);
    const sent = await it.post(`/mijn/uitnodigingen/${id}`, { cookie, body: { answer: 'yes' } });
    expect(sent.status).toBe(403);
    expect(await answer()).toBeNull();
    expect((await it.get(path, { cookie })).status).toBe(200);
  });
});

test('an applicant takes an invitation back: its link leads nowhere', async () => {
  const { id, path } = await asked();
  const cookie = await it.signInAs(world.applicant, 'code');
  const where = `/initiatieven/${number}/meeaanvragers`;
  const other = await it.signInAs(world.neighbours[0] ?? '', 'code');
  expect((await it.post(where, { cookie: other, body: { what: 'invitation', id } })).status).toBe(404);
  expect((await it.get(path)).status).toBe(200);
  const gone = await it.post(where, { cookie, body: { what: 'invitation', id } });
  expect(gone.headers.get('location')).toBe(`/initiatieven/${number}/bewerken/samen`);
  expect((await it.get(path)).status).toBe(404);
});
