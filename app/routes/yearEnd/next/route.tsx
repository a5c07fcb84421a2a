import { redirect } from '@remix-run/node';
import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { periods } from '#db/reads/yearEnd/figures';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { yearOf } from '~/domain/calendar';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'money.closeYear' } };

export const loader = page('money.closeYear', async (visit) => {
  const { db, today } = visit.context;
  const thisYear = yearOf(today);
  const open = (await periods(db)).filter(({ year, closedAt }) => closedAt === null && year < thisYear);
  const oldest = open.at(-1);
  if (oldest) throw redirect(paths.yearEnd.show(oldest.year), 303);
  return { title: visit.t('yearEnd.none.title'), year: thisYear };
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function NothingToClose() {
  const { t } = useTranslation();
  const { year } = useLoaderData<typeof loader>();
  const title = t('yearEnd.none.title');
  return (
    <div className="wk-page">
      <Breadcrumb items={[{ href: paths.money.desk, label: t('ledger.desk.title') }]} current={title} />
      <div className="wk-stack">
        <Heading level={1}>{title}</Heading>
        <p className="wk-intro">{t('yearEnd.none.text', { year })}</p>
        <p>
          <Link href={paths.sources.list}>{t('yearEnd.none.action')}</Link>
        </p>
      </div>
    </div>
  );
}
