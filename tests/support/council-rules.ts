import { randomUUID } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import { type Database } from '#db/client';
import { membership, rulesOfOrder, seat } from '#db/schema';
import { type CalendarDate, calendarDate } from '~/domain/calendar';
import { presets, type RulesOfOrder } from '~/domain/council/rules-of-order';
import { type Council, makeCouncil, newPeople } from './council-world';
import { type TestDatabase } from './database';

/** Gives a council rules of order since long ago: those of an example but for `change`. */
export async function giveRules(
  owner: Database,
  { bodyId }: Council,
  change: Partial<RulesOfOrder>,
): Promise<void> {
  const { votingKinds, ...rules } = { ...presets.together, ...change };
  await owner.insert(rulesOfOrder).values({
    ...{ id: randomUUID(), bodyId, validFrom: calendarDate('2020-01-01') },
    ...{ ...rules, votingKinds: [...votingKinds] },
  });
}

/** Five members of whom three are professionals since a day; the first two are residents. */
export async function shortSince(
  database: TestDatabase,
  day: CalendarDate,
  graceDays: number,
): Promise<Council> {
  const owner = database.owner.db;
  const council = await makeCouncil(database, { seats: 5 });
  await giveRules(owner, council, { graceDays, noticeDays: 0 });
  const gone = council.members.slice(2).map(({ membershipId }) => membershipId);
  await owner.update(membership).set({ validTo: day }).where(inArray(membership.id, gone));
  const people = await newPeople(owner, 3, council.areaId);
  const seats = people.map(() => ({
    ...{ id: randomUUID(), bodyId: council.bodyId, type: 'professional' as const, voting: true },
    validFrom: day,
  }));
  await owner.insert(seat).values(seats);
  const members = people.map((personId, index) => ({
    ...{ personId, id: randomUUID(), seatId: seats[index]?.id ?? '' },
    ...{ duty: 'member' as const, appointed: 'appointed' as const, validFrom: day },
  }));
  await owner.insert(membership).values(members);
  const now = members.map(({ id, personId }) => ({ membershipId: id, personId }));
  return { ...council, members: [...council.members.slice(0, 2), ...now] };
}
