import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ExampleBooks, ExampleSteps, AccountDefinitions } from './example';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', ({ t }) =>
  Promise.resolve({ title: t('money.how.title'), description: t('money.how.description') }),
);

export const meta: MetaFunction<typeof loader> = metaOf;

export default function HowMoney() {
  const { t } = useTranslation();
  useLoaderData<typeof loader>();
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[{ href: paths.money.city, label: t('site.nav.geld') }]}
        current={t('money.how.crumb')}
      />
      <div className="wk-stack">
        <Heading level={1}>{t('money.how.title')}</Heading>
        <p className="wk-intro">{t('money.how.intro')}</p>
      </div>
      <section className="wk-stack">
        <Heading level={2}>{t('money.how.stepsTitle')}</Heading>
        <ExampleSteps />
      </section>
      <section className="wk-stack">
        <Heading level={2}>{t('money.how.moreTitle')}</Heading>
        {t('money.how.more', { returnObjects: true }).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </section>
      <section className="wk-stack">
        <Heading level={2}>{t('money.how.booksTitle')}</Heading>
        <p>{t('money.how.booksIntro')}</p>
        <p>{t('money.how.booksExact')}</p>
        <ExampleBooks />
      </section>
      <section className="wk-stack">
        <Heading level={2}>{t('money.how.definitionsTitle')}</Heading>
        <AccountDefinitions />
      </section>
      <section className="wk-stack">
        <Heading level={2}>{t('money.how.links')}</Heading>
        <ul>
          <li>
            <Link href={paths.money.city}>{t('money.how.toMoney')}</Link>
          </li>
          <li>
            <Link href={paths.money.rows}>{t('money.how.toRows')}</Link>
          </li>
          <li>
            <Link href={paths.site.about}>{t('money.how.toAbout')}</Link>
          </li>
        </ul>
      </section>
    </div>
  );
}
