import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { retryForm } from './form.server';
import { Backup, Disk, Versions } from './machine';
import { Checks } from './checks';
import { Mail, Queue } from './queue';
import { healthOf } from './view.server';
import { Alert } from '~/ui/alert';
import { ErrorSummary } from '~/ui/error-summary';
import { errorsIn } from '~/ui/form-errors';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Link } from '~/ui/link';
import { PageHead } from '~/ui/page-head';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { retryJob } from '~/usecases/site/retry-job.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'health.read', write: 'job.retry' } };

export const loader = page('health.read', async (visit) => ({
  title: visit.t('health.title'),
  health: await healthOf(visit),
}));

export const action = act('job.retry', retryForm, async (visit, typed) => {
  const { jobId } = await typed();
  await retryJob(visit.context, jobId);
  return redirect(paths.site.health, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

const parts = ['checks', 'backup', 'queue', 'mail', 'disk', 'migrations'] as const;

export default function Health() {
  const { t } = useTranslation();
  const { health } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  // A hidden field is no place to go to.
  const messages = errorsIn(reply?.result).map(({ message }) => ({ message }));
  const odd = parts.filter((part) => health[part].odd);
  return (
    <div className="wk-page">
      <Breadcrumb items={[{ href: paths.site.admin, label: t('admin.title') }]} current={t('health.title')} />
      <ErrorSummary errors={messages} />
      <PageHead title={t('health.title')}>{t('health.intro')}</PageHead>
      <Alert tone={odd.length > 0 ? 'waiting' : 'good'}>
        <p>
          <strong>{t(odd.length > 0 ? 'health.attention' : 'health.fine')}</strong>
        </p>
        {odd.length > 0 ? (
          <ul>
            {odd.map((part) => (
              <li key={part}>
                <Link href={`#${part}`}>{t(`health.odd.${part}`)}</Link>
              </li>
            ))}
          </ul>
        ) : null}
      </Alert>
      <Checks {...health.checks} />
      <Backup {...health.backup} />
      <Queue {...health.queue} />
      <Mail {...health.mail} />
      <Disk {...health.disk} />
      <Versions {...health.versions} migrations={health.migrations} />
    </div>
  );
}
