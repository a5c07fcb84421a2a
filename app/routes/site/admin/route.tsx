import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { lettersWaiting } from '#db/reads/people/residence';
import { lateAfterDays, lateBefore } from '~/domain/people/residence';
import { sections } from './sections';
import { Alert } from '~/ui/alert';
import { Card } from '~/ui/card';
import { Link } from '~/ui/link';
import { PageHead } from '~/ui/page-head';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'admin.read' } };

export const loader = page('admin.read', async ({ context: { db, now }, t }) => ({
  title: t('admin.title'),
  lateLetters: await lettersWaiting(db, lateBefore(now)),
}));

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Admin() {
  const { t } = useTranslation();
  const { lateLetters } = useLoaderData<typeof loader>();
  return (
    <div className="wk-page">
      <PageHead title={t('admin.title')}>{t('admin.intro')}</PageHead>
      {lateLetters > 0 ? (
        <Alert tone="waiting">
          <p>
            {t('residence.letters.late', { count: lateLetters, days: lateAfterDays })}{' '}
            <Link href={paths.people.homeLetters}>{t('residence.letters.toLetters')}</Link>
          </p>
        </Alert>
      ) : null}
      <ul className="wk-cards">
        {sections.map(({ name, href }) => (
          <Card key={name} href={href} title={t(`admin.section.${name}.title`)} level={2}>
            <p>{t(`admin.section.${name}.help`)}</p>
          </Card>
        ))}
      </ul>
    </div>
  );
}
