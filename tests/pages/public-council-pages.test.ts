import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { auditEntry, body, membership, person } from '#db/schema';
import { calendarDate } from '~/domain/calendar';
import { addAgendaItem } from '~/usecases/council/add-agenda-item.server';
import { planMeeting } from '~/usecases/council/plan-meeting.server';
import { type Council, chairOf, later, makeCouncil, now, submitted } from '../support/council-world';
import { useSite } from '../support/site';

const it = useSite();
const owner = () => it.database.owner.db;
let council: Council;

beforeAll(async () => {
  it.setNow(now);
  council = await makeCouncil(it.database, { seats: 4, sitting: 3 });
  const names = ['Samira el Amrani', 'Joost de Wit'];
  for (const [index, name] of names.entries()) {
    const { personId = '' } = council.members[index] ?? {};
    await owner().update(person).set({ name }).where(eq(person.id, personId));
  }
  const contact = { contactEmail: 'raad@wijk.example', contactText: 'Loop binnen op dinsdag.' };
  await owner().update(body).set(contact).where(eq(body.id, council.bodyId));
  const { membershipId = '' } = council.members[0] ?? {};
  const validTo = calendarDate('2027-01-01');
  await owner().update(membership).set({ validTo }).where(eq(membership.id, membershipId));
});

const personIdOf = (index: number) => council.members[index]?.personId ?? '';
const show = async () => (await it.get(`/raden/${council.slug}`)).text();

describe('the page of a council', () => {
  test('says who sits in it by first name, what they do, how they came and until when', async () => {
    const page = await show();
    expect(page).toMatch(/Samira<\/span><span class="wk-face__does">voorzitter, bewoner</);
    expect(page).toContain('Gekozen door bewoners');
    expect(page).toMatch(/Tot en met[^\n]{1,20}<time[^>]*>do 31 december 2026</);
    expect(page.match(/Vrije zetel/g)).toHaveLength(1);
    expect(page).not.toMatch(/Amrani|de Wit|Bewoner \d/);
  });

  test('says how to reach it, and up to what it decides', async () => {
    const page = await show();
    expect(page).toContain('href="mailto:raad@wijk.example"');
    expect(page).toContain('Loop binnen op dinsdag.');
    expect(page).toContain('€\u00a02.500');
  });

  test('names its next meeting with the agenda, once that is planned', async () => {
    expect(await show()).toContain('Er is nog geen vergadering gepland.');
    const chair = await chairOf(it.database.app.db, council);
    const planned = { bodyId: council.bodyId, startsAt: later(48), place: 'Buurthuis De Sluis' };
    const { id: meetingId } = await planMeeting(chair, planned);
    expect(await show()).toContain('Er staat nog niets op de agenda.');
    const { number } = await submitted(owner(), council.areaId);
    await addAgendaItem(chair, { meetingId, initiativeNumber: number });
    const page = await show();
    expect(page).toContain('Buurthuis De Sluis');
    expect(page).toMatch(new RegExp(`href="/initiatieven/${number}"[^>]*>Straatfeest`));
  });

  test('is found from the list, which counts its members and seats', async () => {
    const list = await (await it.get('/raden')).text();
    expect(list).toContain(`href="/raden/${council.slug}"`);
    expect(list).toContain('3 leden, 4 zetels');
  });

  test('is not there for a council that is not', async () => {
    expect((await it.get('/raden/nergens')).status).toBe(404);
  });
});

describe('a member chooses what is shown of the name', () => {
  test('on a page of their own, which their own page leads to', async () => {
    const cookie = await it.signInAs(personIdOf(1), 'code');
    const mine = await (await it.get('/mijn', { cookie })).text();
    expect(mine).toContain('Iedereen ziet je op de pagina van je raad als: Joost.');
    const answer = await it.post('/mijn/naam', { cookie, body: { shownName: 'full' } });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/mijn?bewaard']);
    expect(await show()).toContain('Joost de Wit');
    const [last] = await owner()
      .select({ act: auditEntry.act })
      .from(auditEntry)
      .where(eq(auditEntry.subjectId, personIdOf(1)));
    expect(last).toEqual({ act: 'person.update' });
    await it.post('/mijn/naam', { cookie, body: { shownName: 'first' } });
    expect(await show()).not.toContain('de Wit');
  });

  test('and is told when the answer is none', async () => {
    const cookie = await it.signInAs(personIdOf(1), 'code');
    const answer = await it.post('/mijn/naam', { cookie, body: { shownName: 'niets' } });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Kies een van de antwoorden.');
  });

  test('which nobody asks of who sits in no council', async () => {
    const [{ id } = { id: '' }] = await owner()
      .insert(person)
      .values({ id: crypto.randomUUID(), email: 'buur@wijk.example', name: 'Buur', createdAt: now })
      .returning();
    const cookie = await it.signInAs(id, 'code');
    expect(await (await it.get('/mijn', { cookie })).text()).not.toContain('Hoe je op de site staat');
  });
});
