import { randomUUID } from 'node:crypto';
import { roleTerm } from '#db/schema';
import { type Context } from '~/usecases/context.server';
import { calendarDate } from '~/domain/calendar';
import { type TestDatabase } from './database';
import { at } from './council-world';
import { makePerson } from './person';

/** Somebody who looks after the site, with a second factor. */
export async function administrator({ owner, app }: TestDatabase): Promise<Context> {
  const { id: personId } = await makePerson(owner.db, { name: 'Beheerder' });
  const validFrom = calendarDate('2020-01-01');
  await owner.db.insert(roleTerm).values({ id: randomUUID(), personId, role: 'admin', validFrom });
  return at(app.db, personId);
}
