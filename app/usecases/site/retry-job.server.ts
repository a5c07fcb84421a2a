import { recordAct } from '#db/writes/audit/audit';
import { retryFailedJob } from '#db/writes/site/job';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { once } from '../once.server';

/** Lets the queue do a job again that failed. Throws 'alreadyDone' when it is at work or gone, and the reasons of the policy. */
export async function retryJob(context: Context, jobId: string): Promise<void> {
  assertMay(context.actor, 'job.retry');
  await once(context, 'job.retry', { jobId }, async (tx) => {
    const task = await retryFailedJob(tx, jobId);
    if (task === null) throw new DomainError('alreadyDone');
    await recordAct(tx, context, { act: 'job.retry', subjectKind: 'job', subjectId: jobId, reason: task });
  });
}
