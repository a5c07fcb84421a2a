import { randomUUID } from 'node:crypto';
import { actorById } from '#db/reads/people/person';
import { credential, roleTerm } from '#db/schema';
import { type Role } from '~/domain/access/roles';
import { type CalendarDate, calendarDate, calendarDateIn } from '~/domain/calendar';
import { type Context } from '~/usecases/context.server';
import { type TestDatabase } from './database';
import { makePerson } from './person';

export const rosterNow = new Date('2026-11-30T10:00:00Z');
export const rosterToday = calendarDateIn(rosterNow);
export const rosterSince = calendarDate('2020-01-01');

/** Somebody with a role; `desk` is a second factor that works. */
export async function roleHolder(
  database: TestDatabase,
  role: Role,
  {
    desk = true,
    validFrom = rosterSince,
    validTo = null as CalendarDate | null,
    areaId = null as string | null,
  } = {},
) {
  const { db } = database.owner;
  const { id, email } = await makePerson(db);
  if (desk) await giveFactor(database, id);
  const termId = randomUUID();
  await db.insert(roleTerm).values({ id: termId, personId: id, role, areaId, validFrom, validTo });
  return { id, email, termId };
}

/** A password and a second factor that nobody knows, but that count. */
export async function giveFactor({ owner }: TestDatabase, personId: string): Promise<void> {
  const row = { personId, passwordHash: 'x', totpSecret: 'x', totpConfirmedAt: rosterNow };
  await owner.db.insert(credential).values(row);
}

/** What somebody does with the roles they have today, signed in with their second factor. */
export async function by({ app }: TestDatabase, personId: string, now = rosterNow): Promise<Context> {
  const today = calendarDateIn(now);
  const actor = await actorById(app.db, personId, 'strong', today);
  if (!actor) throw new Error('nobody');
  return { db: app.db, actor, now, today, newId: randomUUID };
}

/** Makes all administrators of the tests before go, so that a test begins with its own. */
export async function withoutAdministrators({ owner }: TestDatabase): Promise<void> {
  await owner.db.transaction(async (tx) => {
    await tx.execute('alter table role_term disable trigger user');
    await tx.execute(`update role_term set valid_to = valid_from where role = 'admin'`);
    await tx.execute('alter table role_term enable trigger user');
  });
}
