import { type Owner } from '../owner';

const COLUMNS = 'task, payload, queue, run_at, max_attempts, priority, key, flags';

/** What waits in the queue, as a query for `COPY`; what failed for good does not wait any more. */
export async function waitingJobs({ query }: Owner): Promise<string> {
  const [found] = await query(`select 1 where to_regclass('graphile_worker._private_jobs') is not null`);
  if (!found) return `copy (select 1 where false) to stdout`;
  return `copy (select identifier, payload, queue_name, run_at, max_attempts, priority, key, flags
    from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = task_id
      left join graphile_worker._private_job_queues queues on queues.id = job_queue_id
    where attempts < max_attempts order by jobs.id) to stdout`;
}

/** Puts jobs back in the queue, through its own door, so that a later version of the queue takes them too. */
export async function putJobsBack(
  { query, copyIn }: Owner,
  fill: (into: NodeJS.WritableStream) => Promise<void>,
): Promise<void> {
  await query(`create temp table restored_job (place bigserial, task text, payload json, queue text, run_at timestamptz,
    max_attempts int, priority int, key text, flags json) on commit drop`);
  await fill(await copyIn(`copy restored_job (${COLUMNS}) from stdin`));
  await query(`select graphile_worker.add_job(task, payload, queue, run_at, max_attempts, key, priority,
      (select array_agg(flag) from json_object_keys(flags) flag))
    from (select * from restored_job order by place) job`);
}
