import { type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { sections } from './sections';
import { Card } from '~/ui/card';
import { PageHead } from '~/ui/page-head';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';

export const handle = { access: { read: 'admin.read' } };

export const loader = page('admin.read', ({ t }) => Promise.resolve({ title: t('admin.title') }));

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Admin() {
  const { t } = useTranslation();
  return (
    <div className="wk-page">
      <PageHead title={t('admin.title')}>{t('admin.intro')}</PageHead>
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
