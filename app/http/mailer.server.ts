import { Logger, run, type LogFunctionFactory, type TaskList } from 'graphile-worker';
import { createTransport, type Transporter } from 'nodemailer';
import { z } from 'zod';
import { mailToSend, markSent } from '#db/writes/mail';
import { forgetExpired } from '#db/writes/tidy';
import { htmlOf, textOf } from './letter.server';
import { type Site } from './site.server';

const EVERY_NIGHT = '23 3 * * * tidy';
const sendMailJob = z.object({ mailId: z.uuid() });

/** Runs the queue: sends letters over SMTP where that is set (else they wait in their table), and tidies every night. */
export async function startMailer(databaseUrl: string, site: Site): Promise<{ stop: () => Promise<void> }> {
  const { smtpUrl, demo } = site.config;
  if (!smtpUrl && !demo) site.log.warn('SMTP_URL is not set: letters wait in the database');
  const transport = smtpUrl ? createTransport(smtpUrl) : undefined;
  const runner = await run({
    connectionString: databaseUrl,
    taskList: tasks(site, transport),
    crontab: EVERY_NIGHT,
    concurrency: 2,
    maxPoolSize: 3,
    noHandleSignals: true,
    logger: new Logger(intoLog(site)),
  });
  return {
    stop: async () => {
      await runner.stop();
      transport?.close();
    },
  };
}

function tasks(site: Site, transport: Transporter | undefined): TaskList {
  return {
    'send-mail': async (payload) => {
      const { mailId } = sendMailJob.parse(payload);
      const letter = await mailToSend(site.db, mailId);
      if (!transport || !letter?.body) return;
      const text = textOf(letter.body, letter.path, site.config.origins);
      await transport.sendMail({
        from: site.config.mailFrom,
        to: letter.recipient,
        subject: letter.subject,
        text,
        html: htmlOf(text),
      });
      await markSent(site.db, mailId, site.now());
    },
    tidy: () => forgetExpired(site.db, site.now()),
  };
}

/** The queue's own messages, without the payload of the job. */
const intoLog =
  ({ log }: Site): LogFunctionFactory =>
  () =>
  (level, message) => {
    log[level === 'warning' ? 'warn' : level === 'info' ? 'debug' : level](message);
  };
