import { lastCheck, openChecks } from '#db/reads/audit/check';
import { databaseHealth, type FailedJob, lastBackup, mailHealth, queueHealth } from '#db/reads/site/health';
import { programVersion, diskRoom } from '~/http/machine.server';
import { queueTasks } from '~/http/queue-tasks';
import { formatDayAndTime } from '~/http/moment.server';
import { type Visit } from '~/http/visit.server';

const dayMs = 86_400_000;
/** Of how many days letters are counted. */
const mailDays = 7;
/** A backup is made every night; one that is older than this was missed. */
const backupDays = 2;
/** Below this share of the disk there is too little room. */
const leastRoom = 0.1;

/** All that the page tells, each part with whether it asks for attention. */
export async function healthOf(visit: Visit) {
  const { context, site } = visit;
  const { db, now } = context;
  const { migrations, server, bytes } = await databaseHealth(db);
  const queue = await queueHealth(db);
  const mail = await mailHealth(db, new Date(now.getTime() - mailDays * dayMs));
  const disk = await diskRoom();
  return {
    versions: { program: programVersion(), node: process.versions.node, server: `PostgreSQL ${server}` },
    migrations: { ...migrations, odd: migrations.done !== migrations.known },
    checks: await checksOf(visit),
    queue: { ...queue, jobs: queue.jobs.map((job) => jobInWords(visit, job)), odd: queue.failed > 0 },
    mail: { ...mail, sends: site.config.smtpUrl !== undefined, odd: mail.failed > 0 },
    disk: { ...disk, database: bytes, odd: disk.free < disk.total * leastRoom },
    backup: await backupOf(visit),
  };
}

async function checksOf(visit: Visit) {
  const { db } = visit.context;
  const waiting = (await openChecks(db, 'all')).length > 0;
  const last = await lastCheck(db, 'all');
  if (!last) return { waiting, last: null, odd: true };
  const { endedAt, checks, violations, found } = last.result;
  return {
    waiting,
    last: { when: formatDayAndTime(endedAt, visit), checks, violations, found: [...found] },
    odd: violations > 0,
  };
}

async function backupOf(visit: Visit) {
  const { db, now } = visit.context;
  const last = await lastBackup(db);
  if (!last) return { last: null, odd: true };
  const { madeAt, rows, bytes, sealed } = last;
  const old = now.getTime() - madeAt.getTime() > backupDays * dayMs;
  return { last: { when: formatDayAndTime(madeAt, visit), rows, bytes, sealed, old }, odd: old };
}

function jobInWords(visit: Visit, { id, task, attempts, againAt, lastError }: FailedJob) {
  const { t } = visit;
  const known = queueTasks.find((each) => each === task);
  return {
    ...{ id, attempts, lastError },
    name: known ? t(`health.task.${known}`) : task,
    again: againAt && formatDayAndTime(new Date(againAt), visit),
  };
}
