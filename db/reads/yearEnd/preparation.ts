import { desc, eq, sql } from 'drizzle-orm';
import { type PreparationState } from '~/domain/lifecycle/year-end';
import { type Queryable } from '../../client';
import { person, yearEndPreparation, yearEndVerdict } from '../../schema';

/** A year end that somebody made ready. */
export type Preparation = NonNullable<Awaited<ReturnType<typeof preparationOf>>>;

/** The last time that the end of a year was made ready, and what became of it. */
export async function preparationOf(db: Queryable, year: number) {
  const { id, number, previewHash, preparedBy, preparedAt } = yearEndPreparation;
  const [found] = await db
    .select({
      ...{ id, number, previewHash, preparedBy, preparedAt },
      preparer: person.name,
      state: sql<PreparationState>`coalesce(${yearEndVerdict.verdict}, 'prepared')`,
    })
    .from(yearEndPreparation)
    .innerJoin(person, eq(person.id, preparedBy))
    .leftJoin(yearEndVerdict, eq(yearEndVerdict.preparationId, id))
    .where(eq(yearEndPreparation.year, year))
    .orderBy(desc(number))
    .limit(1);
  return found;
}
