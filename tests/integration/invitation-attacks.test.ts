import { randomUUID } from 'node:crypto';
import { inArray, like } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { mail, person, scheme, schemeArea, schemeVersion } from '#db/schema';
import { calendarDate } from '~/domain/calendar';
import { outgoingFrom } from '~/http/mail-choice.server';
import { addAgendaItem } from '~/usecases/council/add-agenda-item.server';
import { decideItem } from '~/usecases/council/decide-item.server';
import { openMeeting } from '~/usecases/council/open-meeting.server';
import { publishInitiative } from '~/usecases/initiative/publish-initiative.server';
import { saveInitiative } from '~/usecases/initiative/save-initiative-step.server';
import { plantSettings } from '~/usecases/site/plant-settings.server';
import { startInitiative } from '~/usecases/initiative/start-initiative.server';
import { useChecks } from '../support/checks';
import { at, attend, chairOf, makeCouncil, now, plan, vote } from '../support/council-world';
import { useDatabase } from '../support/database';
import { euros, ownSite } from '../support/initiative-world';
import { makePerson } from '../support/person';
import { firstSettings } from '../support/settings';
import { configFor } from '../support/site';

const database = useDatabase();
useChecks(database);
const site = { config: { ...configFor('', false), origins: ['https://kas.example'] }, secret: 'geheim' };

const content = {
  summary: 'Kort.',
  story: 'Lang.',
  theme: 'groen' as const,
  place: 'Plein',
  startsOn: calendarDate('2027-01-04'),
  lines: [{ description: 'Bank', quantity: 1, unitCents: euros(400) }],
};

/** A resident of a wijk with a fund that asks no support: publishing hands in at once. */
async function residentOf(areaId: string, name = 'Iemand') {
  await plantSettings(database.app.db, firstSettings, now);
  const [schemeId, id] = [randomUUID(), randomUUID()];
  const validFrom = calendarDate('2020-01-01');
  const owner = database.owner.db;
  await owner.insert(scheme).values({ id: schemeId, name: 'Fonds', legalRegime: 'college' });
  await owner.insert(schemeArea).values({ schemeId, areaId });
  await owner.insert(schemeVersion).values({
    ...{
      id,
      schemeId,
      validFrom,
      publishedOn: validFrom,
      maxAmountCents: euros(2500),
      minAge: 16,
      leadTimeWeeks: 1,
    },
    ...{ decisionWeeks: 8, ownContributionPct: 0, advancePct: 80, carryOver: true },
  });
  return (await makePerson(owner, { name, areaId, bornOn: calendarDate('1980-01-01') })).id;
}

/** 'done', or the code of the refusal. */
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('somebody names others', () => {
  test('four council members, unasked: all keep their vote and the item stays with their council', async () => {
    const { db } = database.app;
    const council = await makeCouncil(database, { seats: 7 });
    const resident = await at(db, await residentOf(council.areaId));
    const victims = council.members.slice(1, 5).map(({ personId }) => personId);
    const rows = await db.select({ email: person.email }).from(person).where(inArray(person.id, victims));
    const { number } = await startInitiative(resident, { areaId: council.areaId, title: 'Bankjes' }, ownSite);
    await saveInitiative(resident, number, { ...content, coApplicants: rows.map(({ email }) => email) });
    await publishInitiative(resident, number);

    const chair = await chairOf(db, council);
    const meetingId = await plan(chair, council);
    const { id: itemId } = await addAgendaItem(chair, { meetingId, initiativeNumber: number });
    await attend(chair, council, meetingId, 7);
    await openMeeting(chair, meetingId);
    await vote(db, council, itemId, { for: 7 });
    expect(await decideItem(chair, itemId, { reasons: '' })).toMatchObject({ outcome: 'adopted' });
  });

  test('one account, 25 strangers, a link as title: few letters, and the link is in none', async () => {
    const { db } = database.app;
    const council = await makeCouncil(database, { seats: 3 });
    const evil = 'https://kwaad.example/prijs';
    const me = await at(db, await residentOf(council.areaId, `www.kwaad.example/${'x'.repeat(20)}`));
    const strangers = Array.from({ length: 25 }, (_, n) => `vreemde${n}@doelwit.example`);
    for (let plan = 0; plan < 10; plan++) {
      const { number } = await startInitiative(
        me,
        { areaId: council.areaId, title: `Gewonnen: ${evil}` },
        ownSite,
      );
      const coApplicants = strangers.slice((plan % 5) * 5, (plan % 5) * 5 + 5);
      await outcome(saveInitiative(me, number, { ...content, coApplicants }));
      await outcome(publishInitiative(me, number));
    }
    const letters = await db.select().from(mail).where(like(mail.recipient, 'vreemde%'));
    expect(letters.length).toBeGreaterThan(0);
    expect(letters.length).toBeLessThanOrEqual(10);
    for (const letter of letters) {
      const { text, html } = outgoingFrom(site, firstSettings, { ...letter, body: letter.body ?? '' });
      expect(letter.subject).not.toContain('kwaad');
      expect(text).not.toMatch(/kwaad\.example|:\/\/kwaad/);
      expect(html).not.toMatch(/href="[^"]*kwaad/);
    }
    expect(await db.select().from(person).where(like(person.email, 'vreemde%'))).toEqual([]);
  });
});
