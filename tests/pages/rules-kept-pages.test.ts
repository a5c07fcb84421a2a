import { beforeEach, expect, test } from 'vitest';
import { decision } from '#db/schema';
import { addDays } from '~/domain/calendar';
import { useChecks } from '../support/checks';
import { giveRules, shortSince } from '../support/council-rules';
import { type Council, later, makeCouncil, now, openItem, submitted, today } from '../support/council-world';
import { useSite } from '../support/site';
import { textOf } from '../support/source-world';

const it = useSite();
useChecks(it.database);
beforeEach(() => it.setNow(now));

const chairOf = ({ members: [chair] }: Council) => it.signInAs(chair?.personId ?? '', 'strong');

test('too few residents for too long is said beforehand on the desk, and then where the council would vote', async () => {
  const council = await shortSince(it.database, addDays(today, -30), 30);
  const cookie = await chairOf(council);
  const desk = await textOf(await it.get(`/raad/${council.slug}`, { cookie }));
  expect(desk).toContain('De raad mag zo beslissen tot en met ma 1 juni 2026.');
  const { meetingId, itemId } = await openItem(it.database, council, { present: 5 });
  const path = `/raad/${council.slug}/vergaderingen/${meetingId}/punten/${itemId}`;
  expect(await textOf(await it.get(path, { cookie }))).toContain('Breng je stem uit');
  it.setNow(later(24));
  const again = await chairOf(council);
  const page = await textOf(await it.get(path, { cookie: again }));
  expect(page).toContain('Tot en met ma 1 juni 2026 mocht de raad zo beslissen.');
  expect(page).not.toContain('Breng je stem uit');
  const over = await textOf(await it.get(`/raad/${council.slug}`, { cookie: again }));
  expect(over).toContain('Die tijd is voorbij.');
  expect((await it.get(`${path}/uitslag`, { cookie: again })).status).toBe(302);
  const vote = await it.post(`${path}/stem`, { cookie: again, body: { choice: 'for' } });
  expect([vote.status, await textOf(vote)]).toEqual([
    409,
    expect.stringContaining('Er zitten te weinig bewoners in deze raad'),
  ]);
  const outcome = await it.post(`${path}/uitslag`, { cookie: again, body: { reasons: 'Goed plan.' } });
  expect([outcome.status, outcome.headers.get('location')]).toEqual([302, path]);
  expect(await it.database.app.db.$count(decision)).toBe(0);
});

test('a meeting is called and its agenda made as long before as the rules say', async () => {
  const council = await makeCouncil(it.database, { seats: 3 });
  await giveRules(it.database.owner.db, council, { noticeDays: 7 });
  const cookie = await chairOf(council);
  const calling = `/raad/${council.slug}/vergaderingen/nieuw`;
  const said = 'De agenda is 7 dagen van tevoren openbaar.';
  const asked = await textOf(await it.get(calling, { cookie }));
  expect(asked).toContain(`${said} De eerste dag die kan, is ma 8 juni 2026.`);
  const call = (date: string) =>
    it.post(calling, { cookie, body: { date, time: '19.30', place: 'Buurthuis' } });
  const early = await call('2026-06-07');
  const refused = await early.text();
  expect([early.status, refused.includes('href="#date"'), refused.includes(said)]).toEqual([400, true, true]);
  const path = (await call('2026-06-08')).headers.get('location') ?? '';
  const { number } = await submitted(it.database.owner.db, council.areaId);
  const before = await textOf(await it.get(path, { cookie }));
  expect(before).toContain('Dat kan tot en met ma 1 juni 2026.');
  expect(before).toContain('Zet op de agenda');
  it.setNow(later(24));
  const tomorrow = await chairOf(council);
  const after = await textOf(await it.get(path, { cookie: tomorrow }));
  expect(after).toContain('De agenda is openbaar. Na ma 1 juni 2026 komt er niets meer bij.');
  expect(after).not.toContain('Zet op de agenda');
  const late = await it.post(path, { cookie: tomorrow, body: { intent: 'add', number: String(number) } });
  expect([
    late.status,
    (await textOf(late)).includes('Zet het op de agenda van een latere vergadering.'),
  ]).toEqual([409, true]);
});
