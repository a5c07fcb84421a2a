import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { residentsInForce } from '#db/reads/people/residence';
import { calendarDateIn } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { maxListBytes } from '~/domain/people/residence';
import { ListRefused } from '~/formats/resident-list';
import { readFormFile } from '~/http/form-file.server';
import { metaOf } from '~/http/page-meta';
import { act, page } from '~/http/route.server';
import { Alert } from '~/ui/alert';
import { Breadcrumb } from '~/ui/breadcrumb';
import { formatDate } from '~/ui/date';
import { Heading } from '~/ui/heading';
import { useLocale } from '~/ui/locale';
import { PageHead } from '~/ui/page-head';
import { readResidentList } from '~/usecases/people/read-resident-list.server';
import { residentListForm } from './form.server';
import { ListForm } from './list-form';
import { paths } from '~/paths';

export const handle = { access: { read: 'residence.manage', write: 'residence.manage' } };

export const loader = page('residence.manage', async ({ context: { db }, t, url }) => {
  const list = await residentsInForce(db);
  return {
    title: t('residence.resident.title'),
    list: list ? { on: calendarDateIn(list.readAt), lines: list.lines, by: list.by } : null,
    done: url.searchParams.has('gedaan'),
  };
});

export const action = act('residence.manage', residentListForm, async (visit) => {
  const text = Buffer.from(await readFormFile(visit, maxListBytes)).toString('utf8');
  try {
    await readResidentList(visit.context, text);
  } catch (error) {
    if (!(error instanceof ListRefused)) throw error;
    const problem = visit.t(`residence.resident.problem.${error.problem}`);
    const said =
      error.line === null ? problem : visit.t('residence.resident.line', { line: error.line, problem });
    throw new DomainError('listInvalid', { field: 'file', detail: { problem: said } });
  }
  return redirect(`${paths.people.residentList}?gedaan`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

/** The list with which residents show at once where they live: how it is made, and handing it in. */
export default function ResidentList() {
  const { t } = useTranslation();
  const { list, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const locale = useLocale();
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[{ href: paths.site.admin, label: t('admin.title') }]}
        current={t('residence.resident.title')}
      />
      {done ? (
        <Alert tone="good" role="status">
          <p>{t('residence.resident.done')}</p>
        </Alert>
      ) : null}
      <PageHead title={t('residence.resident.title')}>{t('residence.resident.intro')}</PageHead>
      <p>
        {list
          ? `${t('residence.resident.inForce', { ...list, day: formatDate(list.on, locale) })} ${t('residence.resident.again')}`
          : t('residence.resident.none')}
      </p>
      <section className="wk-stack" aria-labelledby="maken">
        <Heading level={2} id="maken">
          {t('residence.resident.how')}
        </Heading>
        <ol>
          {t('residence.resident.steps', { returnObjects: true }).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>
          <code>{t('residence.resident.command')}</code>
        </p>
        <ListForm result={reply?.result} />
      </section>
    </div>
  );
}
