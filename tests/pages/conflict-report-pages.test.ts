import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { conflictReport, decision } from '#db/schema';
import { useChecks } from '../support/checks';
import { makeCouncil, now, openItem, vote } from '../support/council-world';
import { useSite } from '../support/site';

const it = useSite();
useChecks(it.database);

test('reported, denied, sustained and decided by plain forms; the record tells it without names', async () => {
  it.setNow(now);
  const db = it.database.app.db;
  const council = await makeCouncil(it.database, { seats: 5 });
  const { itemId, meetingId } = await openItem(it.database, council, { present: 5 });
  await vote(db, council, itemId, { for: 5 });
  const sign = (index: number) => it.signInAs(council.members[index]?.personId ?? '', 'strong');
  const [chair, second, third] = [await sign(0), await sign(1), await sign(2)];
  const meeting = `/raad/${council.slug}/vergaderingen/${meetingId}`;
  const item = `${meeting}/punten/${itemId}`;
  const read = async (path: string, cookie?: string) => (await it.get(path, { cookie })).text();
  const send = async (path: string, cookie: string, body: Record<string, string>) =>
    (await it.post(path, { cookie, body })).status;

  const member = council.members[2]?.membershipId ?? '';
  expect(await send(`${item}/melding`, second, { member, reason: '' })).toBe(400);
  const statement = { member, reason: 'Een broer bouwt het podium.' };
  expect(await send(`${item}/melding`, second, statement)).toBe(303);
  expect(await send(`${item}/melding`, chair, statement)).toBe(409);
  const [report] = await db.select().from(conflictReport).where(eq(conflictReport.itemId, itemId));
  const page = `${item}/meldingen/${report?.id}`;

  expect(await read(meeting, third)).toContain('Iemand meldde dat jij belang hebt bij punt 1.');
  expect(await read(item, third)).toContain(`${page}/antwoord`);
  expect(await read(item, chair)).not.toContain(`${item}/uitslag`);
  expect(await read(`${page}/antwoord`, third)).toContain('Een broer bouwt het podium.');
  expect((await it.get(`${page}/antwoord`, { cookie: second })).status).toBe(403);
  expect(await send(`${page}/antwoord`, third, { answer: 'denied', reason: '' })).toBe(400);
  const denial = { answer: 'denied', reason: 'Die broer is al verhuisd.' };
  expect(await send(`${page}/antwoord`, third, denial)).toBe(303);

  // Nothing is decided yet: back to the item, which says who is to speak first.
  expect(await send(`${item}/uitslag`, chair, { reasons: '' })).toBe(302);
  expect(await db.select().from(decision)).toEqual([]);
  const ruling = { ruling: 'sustained', reason: 'Verhuisd of niet, het is een broer.' };
  expect(await send(`${page}/oordeel`, second, ruling)).toBe(403);
  expect(await send(`${page}/oordeel`, chair, ruling)).toBe(303);
  expect(await send(`${item}/uitslag`, chair, { reasons: '' })).toBe(303);

  const [made] = await db.select().from(decision).where(eq(decision.itemId, itemId));
  const record = await read(`/besluiten/${made?.id}`);
  for (const text of [statement.reason, denial.reason, ruling.reason, '1 uitgebrachte stem telt niet mee'])
    expect(record).toContain(text);
  expect(record).not.toMatch(/Bewoner \d/);
});
