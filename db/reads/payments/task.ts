import { and, asc, desc, eq, isNull, or, isNotNull, sql } from 'drizzle-orm';
import { type RefusalCode } from '~/domain/errors';
import { type Queryable } from '../../client';
import { bankFile, moneyTask, moneyTaskEnd, moneyTaskProgress, person } from '../../schema';

/** Long work that has not ended yet, the oldest first. */
export function openTasks(db: Queryable) {
  return db
    .select({ id: moneyTask.id, kind: moneyTask.kind })
    .from(moneyTask)
    .leftJoin(moneyTaskEnd, eq(moneyTaskEnd.taskId, moneyTask.id))
    .where(isNull(moneyTaskEnd.taskId))
    .orderBy(asc(moneyTask.askedAt));
}

/** What a refused task was refused for: `bookedOn` and `cents` of a line, the `statement` that is there already. */
export type TaskDetail = Partial<Record<string, string | number>>;

/** A task with what it needs to be done, how far it is, and how it ended. */
export async function taskById(db: Queryable, id: string) {
  const [found] = await db
    .select({
      id: moneyTask.id,
      kind: moneyTask.kind,
      year: moneyTask.year,
      previewHash: moneyTask.previewHash,
      fileId: moneyTask.fileId,
      askedBy: moneyTask.askedBy,
      asker: person.name,
      askedAt: moneyTask.askedAt,
      done: moneyTaskProgress.done,
      total: moneyTaskProgress.total,
      endedAt: moneyTaskEnd.at,
      refusal: sql<RefusalCode | null>`${moneyTaskEnd.refusal}`,
      detail: moneyTaskEnd.detail,
    })
    .from(moneyTask)
    .innerJoin(person, eq(person.id, moneyTask.askedBy))
    .leftJoin(moneyTaskProgress, eq(moneyTaskProgress.taskId, moneyTask.id))
    .leftJoin(moneyTaskEnd, eq(moneyTaskEnd.taskId, moneyTask.id))
    .where(eq(moneyTask.id, id));
  return found && { ...found, detail: found.detail === null ? {} : (JSON.parse(found.detail) as TaskDetail) };
}

const readAfter = sql`exists (select 1 from money_task other join money_task_end done on done.task_id = other.id
  where other.file_id = ${moneyTask.fileId} and done.refusal is null)`;

/** Files that are not read yet: still at work, or (`refusal`) refused and not read since. Newest first, ten at most. */
export function unreadFiles(db: Queryable) {
  return db
    .select({ taskId: moneyTask.id, askedAt: moneyTask.askedAt, refusal: moneyTaskEnd.refusal })
    .from(moneyTask)
    .leftJoin(moneyTaskEnd, eq(moneyTaskEnd.taskId, moneyTask.id))
    .where(
      and(
        eq(moneyTask.kind, 'statement'),
        or(isNull(moneyTaskEnd.taskId), isNotNull(moneyTaskEnd.refusal)),
        sql`not ${readAfter}`,
      ),
    )
    .orderBy(desc(moneyTask.askedAt))
    .limit(10);
}

/** The id of a file with this hash of which nothing was read: every time that it was asked, that was refused. */
export async function refusedFile(db: Queryable, sha256: string): Promise<string | undefined> {
  const [found] = await db
    .select({ id: bankFile.id })
    .from(bankFile)
    .where(
      and(
        eq(bankFile.sha256, sha256),
        sql`not exists (select 1 from money_task t left join money_task_end e on e.task_id = t.id
          where t.file_id = ${bankFile.id} and e.refusal is null)`,
      ),
    );
  return found?.id;
}

/** The text of a file that was handed in. */
export async function fileText(db: Queryable, id: string): Promise<string | undefined> {
  const [found] = await db.select({ text: bankFile.text }).from(bankFile).where(eq(bankFile.id, id));
  return found?.text;
}
