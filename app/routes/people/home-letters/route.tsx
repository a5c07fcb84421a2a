import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { letterBatches, lettersWaiting } from '#db/reads/people/residence';
import { calendarDateIn } from '~/domain/calendar';
import { lateAfterDays, lateBefore } from '~/domain/people/residence';
import { noFields } from '~/http/fields.server';
import { metaOf } from '~/http/page-meta';
import { act, page } from '~/http/route.server';
import { Alert } from '~/ui/alert';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Button } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Form } from '~/ui/form';
import { errorsIn } from '~/ui/form-errors';
import { Heading } from '~/ui/heading';
import { PageHead } from '~/ui/page-head';
import { printResidenceLetters } from '~/usecases/people/print-residence-letters.server';
import { BatchTable } from './batch-table';
import { paths } from '~/paths';

export const handle = { access: { read: 'residence.manage', write: 'residence.manage' } };

export const loader = page('residence.manage', async ({ context, t, url }) => {
  const { waiting, batches } = await letterBatches(context.db);
  return {
    title: t('residence.letters.title'),
    waiting,
    late: await lettersWaiting(context.db, lateBefore(context.now)),
    batches: batches.map(({ madeAt, ...batch }) => ({ ...batch, on: calendarDateIn(madeAt) })),
    made: url.searchParams.has('gemaakt'),
  };
});

export const action = act('residence.manage', noFields, async (visit) => {
  const made = await printResidenceLetters(visit.context);
  return redirect(`${paths.people.homeLetters}${made ? '?gemaakt' : ''}`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

/** The letters that residents asked for: made together, printed, and posted. */
export default function HomeLetters() {
  const { t } = useTranslation();
  const { waiting, late, batches, made } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[{ href: paths.site.admin, label: t('admin.title') }]}
        current={t('residence.letters.title')}
      />
      {made ? (
        <Alert tone="good" role="status">
          <p>{t('residence.letters.made')}</p>
        </Alert>
      ) : null}
      <PageHead title={t('residence.letters.title')}>{t('residence.letters.intro')}</PageHead>
      <p>{t('residence.letters.waiting', { count: waiting })}</p>
      {late > 0 ? (
        <Alert tone="waiting">
          <p>{t('residence.letters.late', { count: late, days: lateAfterDays })}</p>
        </Alert>
      ) : null}
      {waiting > 0 ? (
        <Form errors={errorsIn(reply?.result)}>
          <Button>{t('residence.letters.make')}</Button>
        </Form>
      ) : null}
      <section className="wk-stack" aria-labelledby="gemaakt">
        <Heading level={2} id="gemaakt">
          {t('residence.letters.batches')}
        </Heading>
        {batches.length > 0 ? (
          <>
            <p>{t('residence.letters.window')}</p>
            <BatchTable batches={batches} />
          </>
        ) : (
          <EmptyState level={3} title={t('residence.letters.none')}>
            {t('residence.letters.noneHelp')}
          </EmptyState>
        )}
      </section>
    </div>
  );
}
