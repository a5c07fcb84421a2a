import { and, asc, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type Queryable } from '../../client';
import { factorRequest, factorVerdict, person } from '../../schema';

const asker = alias(person, 'asker');

/** A new second factor that was asked for somebody, and waits for a second administrator. */
export type FactorRequest = Awaited<ReturnType<typeof openFactorRequests>>[number];

/** Every new second factor that waits for a second administrator, the oldest first. */
export function openFactorRequests(db: Queryable) {
  const { id, personId, askedBy, reason, askedAt } = factorRequest;
  return db
    .select({
      ...{ id, personId, askedBy, reason, askedAt },
      ...{ name: person.name, email: person.email, askerName: asker.name, askerEmail: asker.email },
    })
    .from(factorRequest)
    .innerJoin(person, eq(person.id, personId))
    .innerJoin(asker, eq(asker.id, askedBy))
    .leftJoin(factorVerdict, eq(factorVerdict.requestId, id))
    .where(isNull(factorVerdict.requestId))
    .orderBy(asc(askedAt), asc(id))
    .$dynamic();
}

/** The new second factor that was asked for this person and waits; undefined when there is none. */
export async function openFactorRequestOf(
  db: Queryable,
  personId: string,
): Promise<FactorRequest | undefined> {
  const [found] = await openFactorRequests(db).where(
    and(isNull(factorVerdict.requestId), eq(factorRequest.personId, personId)),
  );
  return found;
}
