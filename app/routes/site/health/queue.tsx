import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { Facts } from '~/ui/facts';
import { Form } from '~/ui/form';
import { Heading } from '~/ui/heading';

interface Job {
  id: string;
  name: string;
  attempts: number;
  /** When it is tried again by itself; null when the queue gave up. */
  again: string | null;
  lastError: string;
}

interface QueueProps {
  waiting: number;
  running: number;
  failed: number;
  jobs: readonly Job[];
}

/** The work behind the pages: how much waits, is at work, and failed. */
export function Queue({ waiting, running, failed, jobs }: QueueProps) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack" aria-labelledby="queue">
      <Heading level={2} id="queue">
        {t('health.queue.title')}
      </Heading>
      <p>{t('health.queue.intro')}</p>
      <Facts
        across
        items={[
          { label: t('health.queue.waiting'), value: waiting },
          { label: t('health.queue.running'), value: running },
          { label: t('health.queue.failed'), value: failed },
        ]}
      />
      {jobs.length > 0 ? (
        <ul className="wk-stack">
          {jobs.map((job) => (
            <FailedJob key={job.id} job={job} />
          ))}
        </ul>
      ) : (
        <p>{t('health.queue.none')}</p>
      )}
      {failed > jobs.length ? <p>{t('health.queue.more', { count: failed - jobs.length })}</p> : null}
    </section>
  );
}

function FailedJob({ job }: { job: Job }) {
  const { t } = useTranslation();
  const { id, name, attempts, again, lastError } = job;
  return (
    <li className="wk-stack wk-stack--close">
      <strong>{name}</strong>
      <p>
        {t('health.queue.tried', { count: attempts })}{' '}
        {again ? t('health.queue.again', { when: again }) : t('health.queue.gaveUp')}
      </p>
      <p>
        {t('health.queue.error')} <code lang="en">{lastError}</code>
      </p>
      <Form>
        <input type="hidden" name="jobId" value={id} />
        <Button look="secondary">
          {t('health.queue.retry')} <span className="wk-visually-hidden">{name}</span>
        </Button>
      </Form>
    </li>
  );
}

interface MailProps {
  waiting: number;
  sent: number;
  failed: number;
  /** Whether this site sends letters at all. */
  sends: boolean;
}

/** The letters of the last week. */
export function Mail({ waiting, sent, failed, sends }: MailProps) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack" aria-labelledby="mail">
      <Heading level={2} id="mail">
        {t('health.mail.title')}
      </Heading>
      <Facts
        across
        items={[
          { label: t('health.mail.waiting'), value: waiting },
          { label: t('health.mail.sent'), value: sent },
          { label: t('health.mail.failed'), value: failed },
        ]}
      />
      {sends ? null : (
        <p>
          {t('health.mail.off')} <code>SMTP_URL</code>
        </p>
      )}
    </section>
  );
}
