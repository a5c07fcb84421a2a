import { randomUUID } from 'node:crypto';
import * as t from '#db/schema';
import { calendarDate } from '~/domain/calendar';
import { type Context } from '~/usecases/context.server';
import { at } from './council-world';
import { type TestDatabase } from './database';
import { makePerson } from './person';

/** An administrator at work. */
export async function administrator({ owner, app }: TestDatabase): Promise<Context & { personId: string }> {
  const { id: personId } = await makePerson(owner.db);
  const validFrom = calendarDate('2020-01-01');
  await owner.db
    .insert(t.roleTerm)
    .values({ id: randomUUID(), personId, role: 'admin', areaId: null, validFrom });
  return { ...(await at(app.db, personId)), personId };
}
