import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { openChecks } from '#db/reads/audit/check';
import { checkForm } from './form.server';
import { Guarded } from './guarded';
import { type Look, LastLook } from './last-look';
import { lastLook } from './view.server';
import { Breadcrumb } from '~/ui/breadcrumb';
import { ShortForm } from '~/ui/form';
import { Heading } from '~/ui/heading';
import { PageHead } from '~/ui/page-head';
import { useFresh } from '~/ui/use-fresh';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { askCheck } from '~/usecases/audit/ask-check.server';
import { paths } from '~/paths';

type Data = { waiting: boolean; look: Look | null };

export const handle = {
  access: { read: 'audit.read', write: 'checks.ask' },
  runs: ({ waiting }: Data) => waiting,
};

export const loader = page('audit.read', async (visit) => ({
  title: visit.t('audit.verify.title'),
  waiting: (await openChecks(visit.context.db, 'chain')).length > 0,
  look: await lastLook(visit),
}));

export const action = act('checks.ask', checkForm, async (visit, typed) => {
  const { scope } = await typed();
  await askCheck(visit.context, scope);
  return redirect(scope === 'all' ? paths.site.health : paths.audit.verify, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

const everyMs = 2_000;

export default function VerifyChains() {
  const { t } = useTranslation();
  const { waiting, look } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  useFresh(waiting, everyMs);
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[
          { href: paths.site.admin, label: t('admin.title') },
          { href: paths.audit.trail, label: t('audit.trail.title') },
        ]}
        current={t('audit.verify.title')}
      />
      <PageHead title={t('audit.verify.title')}>{t('audit.verify.intro')}</PageHead>
      <section className="wk-stack">
        <Heading level={2}>{t('audit.verify.last')}</Heading>
        {waiting ? <Busy /> : <LastLook look={look} />}
        {waiting ? null : (
          <ShortForm result={reply?.result} submit={t('audit.verify.submit')}>
            {() => <input type="hidden" name="scope" value="chain" />}
          </ShortForm>
        )}
      </section>
      <Guarded />
    </div>
  );
}

function Busy() {
  const { t } = useTranslation();
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <p role="status">
        <strong>{t('audit.verify.busy')}</strong>
      </p>
      <p className="wk-soft">{t('audit.verify.fresh')}</p>
    </>
  );
}
