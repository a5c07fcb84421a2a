import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { type CheckScope } from '~/domain/audit/check';
import { type Queryable } from '../../client';
import { checkResult, checkRun, person } from '../../schema';

const runs = (db: Queryable) =>
  db
    .select({
      id: checkRun.id,
      scope: checkRun.scope,
      askedAt: checkRun.askedAt,
      asker: person.name,
      result: checkResult,
    })
    .from(checkRun)
    .leftJoin(checkResult, eq(checkResult.runId, checkRun.id))
    .leftJoin(person, eq(person.id, checkRun.askedBy))
    .$dynamic();

/** What was asked to be looked at and is not done yet, the oldest first; of one scope if given. */
export function openChecks(db: Queryable, scope?: CheckScope) {
  const open = and(isNull(checkResult.runId), scope && eq(checkRun.scope, scope));
  return runs(db).where(open).orderBy(asc(checkRun.askedAt));
}

/** The last look of this scope that ended: what it brought, and who asked for it. */
export async function lastCheck(db: Queryable, scope: CheckScope) {
  const [found] = await runs(db)
    .where(and(eq(checkRun.scope, scope), isNotNull(checkResult.runId)))
    .orderBy(desc(checkResult.endedAt))
    .limit(1);
  return found?.result ? { ...found, result: found.result } : null;
}
