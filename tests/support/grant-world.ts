import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { actorById } from '#db/reads/people/person';
import { initiative, roleTerm } from '#db/schema';
import { type Role } from '~/domain/access/roles';
import { calendarDate } from '~/domain/calendar';
import { type Cents } from '~/domain/money/cents';
import { type Context } from '~/usecases/context.server';
import { decideItem } from '~/usecases/council/decide-item.server';
import { type Council, now, openItem, today, vote } from './council-world';
import { type TestDatabase } from './database';
import { makePerson } from './person';

/** Someone of the gemeente at work, with a role of their own. */
export async function officer(
  { owner, app }: TestDatabase,
  role: Extract<Role, 'controller' | 'payer' | 'areaManager' | 'admin'>,
  areaId: string | null = null,
): Promise<Context & { personId: string }> {
  const { id: personId } = await makePerson(owner.db);
  const validFrom = calendarDate('2020-01-01');
  await owner.db.insert(roleTerm).values({ id: randomUUID(), personId, role, areaId, validFrom });
  const actor = await actorById(app.db, personId, 'strong', today);
  if (!actor) throw new Error('nobody');
  return { db: app.db, actor, now, today, newId: randomUUID, personId };
}

/** An initiative that a council granted: all of what was asked, or less when `proposed` says so. */
export async function granted(
  database: TestDatabase,
  council: Council,
  asked: { amount: Cents; proposed?: Cents; applicantId?: string; title?: string },
) {
  const { proposed, title } = asked;
  const item = await openItem(database, council, { present: council.members.length, asked, proposed });
  if (title) {
    const row = eq(initiative.id, item.initiative.id);
    await database.owner.db.update(initiative).set({ title }).where(row);
  }
  await vote(database.app.db, council, item.itemId, { for: council.members.length });
  const { decisionId } = await decideItem(item.chair, item.itemId, { reasons: 'Mooi plan.' });
  return { ...item.initiative, decisionId };
}
