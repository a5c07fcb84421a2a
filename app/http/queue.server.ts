import { Logger, type LogFunctionFactory, type Task, type TaskList } from 'graphile-worker';
import { createTransport, type Transporter } from 'nodemailer';
import { z } from 'zod';
import { transaction } from '#db/transaction';
import { queueCheckRun } from '#db/writes/audit/check';
import { mailToSend, markSent } from '#db/writes/people/mail';
import { forgetExpired } from '#db/writes/tidy';
import { fromOf } from '~/letters/outgoing';
import { outgoingFrom, senderOf } from './mail-choice.server';
import { speakable } from './log.server';
import { keepRunning } from './queue-runner.server';
import { type QueueTask } from './queue-tasks';
import { type Site } from './site.server';

const EVERY_NIGHT = '23 3 * * * tidy\n43 3 * * * nightly-checks';
const sendMailJob = z.object({ mailId: z.uuid() });

/**
 * Long work of use cases that the queue does when it is asked for, and once at the start, after a crash. What can be cut off
 * ends when it is told that the site stops.
 */
export type Jobs = Record<string, (stopping: AbortSignal) => Promise<unknown>>;

/**
 * Runs the queue: sends letters over SMTP where that is set (else they wait in their table), tidies, does the jobs. Each
 * kind of job has a place of its own and is done one at a time, so that no letter waits for it.
 */
export async function startQueue(
  databaseUrl: string,
  site: Site,
  jobs: Jobs,
): Promise<{ stop: () => Promise<void> }> {
  const { smtpUrl, demo } = site.config;
  if (!smtpUrl && !demo) site.log.warn('SMTP_URL is not set: letters wait in the database');
  const transport = smtpUrl ? createTransport(smtpUrl) : undefined;
  const stopping = new AbortController();
  const start = (list: TaskList, concurrency: number, more: { crontab?: string; atStart?: string[] }) =>
    keepRunning(
      {
        connectionString: databaseUrl,
        taskList: discreet(list),
        crontab: more.crontab ?? '',
        concurrency,
        maxPoolSize: concurrency + 1,
        noHandleSignals: true,
        logger: new Logger(intoLog(site)),
      },
      more.atStart ?? [],
      site.log,
    );
  const runners = [await start(tasks(site, transport), 2, { crontab: EVERY_NIGHT })];
  for (const [name, job] of Object.entries(jobs)) {
    const task = async () => void (await job(stopping.signal));
    runners.push(await start({ [name]: task }, 1, { atStart: [name] }));
  }
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(runners.map((runner) => runner.stop()));
      transport?.close();
    },
  };
}

/** The queue logs and keeps the error of a task that fails: it gets the query, not the names and accounts in it. */
const discreet = (list: TaskList): TaskList =>
  Object.fromEntries(
    Object.entries(list).map(([name, task]): [string, Task] => [
      name,
      async (payload, helpers) => {
        try {
          await (task as Task)(payload, helpers);
        } catch (error) {
          throw speakable(error);
        }
      },
    ]),
  );

function tasks(site: Site, transport: Transporter | undefined): Partial<Record<QueueTask, Task>> {
  return {
    'send-mail': async (payload) => {
      const { mailId } = sendMailJob.parse(payload);
      const letter = await mailToSend(site.db, mailId);
      if (!transport || !letter?.body) return;
      const { body, subject, recipient } = letter;
      const sender = await senderOf(site);
      await transport.sendMail({
        from: fromOf(site.config.mailFrom, sender),
        // One address, whatever signs are in it.
        to: { name: '', address: recipient },
        subject,
        ...outgoingFrom(site, sender, { ...letter, body }),
      });
      await markSent(site.db, mailId, site.now());
    },
    tidy: () => forgetExpired(site.db, site.now()),
    'nightly-checks': () =>
      transaction(site.db, (tx) =>
        queueCheckRun(tx, { id: site.newId(), scope: 'all', askedAt: site.now() }),
      ),
  };
}

/** The queue's own messages, without the payload of the job. */
const intoLog =
  ({ log }: Site): LogFunctionFactory =>
  () =>
  (level, message) => {
    log[level === 'warning' ? 'warn' : level === 'info' ? 'debug' : level](message);
  };
