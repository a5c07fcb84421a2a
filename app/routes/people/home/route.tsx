import { redirect } from '@remix-run/node';
import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { noFields } from '~/http/fields.server';
import { keepFlow } from '~/http/oidc-flow.server';
import { beginOidc } from '~/http/oidc.server';
import { metaOf } from '~/http/page-meta';
import { act, page } from '~/http/route.server';
import { Alert } from '~/ui/alert';
import { Breadcrumb } from '~/ui/breadcrumb';
import { formatDate } from '~/ui/date';
import { Facts } from '~/ui/facts';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { backWith } from '../shared/oidc-fault.server';
import { homeView } from './view.server';
import { Ways } from './ways';
import { paths, withBack } from '~/paths';

export const handle = { access: { read: 'residence.prove', write: 'residence.prove' } };

export const loader = page('residence.prove', async (visit) => ({
  title: visit.t('residence.home.title'),
  ...(await homeView(visit)),
}));

/** Begins to sign in at the service that tells where one lives. */
export const action = act('residence.prove', noFields, async (visit) => {
  try {
    await keepFlow(visit, await beginOidc(visit));
    return redirect(paths.people.homeOnward, 303);
  } catch (error) {
    return backWith(error);
  }
});

export const meta: MetaFunction<typeof loader> = metaOf;

/** Where one lives, how that is known, and how to show it. */
export default function Home() {
  const { t } = useTranslation();
  const { area, known, enough, done, fault, ...ways } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const said = known
    ? t('residence.home.known', { area, day: formatDate(known.since, locale) })
    : t('residence.home.self', { area });
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[{ href: paths.people.me, label: t('people.me.title') }]}
        current={t('residence.home.title')}
      />
      {done ? (
        <Alert tone="good" role="status">
          <p>{t(`residence.home.done.${done}`, { area })}</p>
        </Alert>
      ) : null}
      {fault ? (
        <Alert tone="bad" role="alert">
          <p>{t('residence.home.oidcFailed', { name: ways.service })}</p>
          <p>{t(`error.${fault}`)}</p>
        </Alert>
      ) : null}
      <Heading level={1}>{t('residence.home.title')}</Heading>
      {area === null ? (
        <Alert>
          <p>{t('residence.home.none')}</p>
          <p>
            <Link href={withBack(paths.people.details, paths.people.home)}>
              {t('residence.home.noneLink')}
            </Link>
          </p>
        </Alert>
      ) : (
        <div className="wk-stack">
          <p>{said}</p>
          {known && known.method !== 'self' ? <p>{t(`residence.home.by.${known.method}`)}</p> : null}
          <p>
            {t('residence.home.moved')}{' '}
            <Link href={paths.people.details}>{t('residence.home.movedLink')}</Link>
          </p>
        </div>
      )}
      {enough.length > 0 ? (
        <section className="wk-stack" aria-labelledby="genoeg">
          <Heading level={2} id="genoeg">
            {t('residence.home.needTitle')}
          </Heading>
          <Facts
            items={enough.map(({ key, can }) => ({
              label: t(`residence.home.act.${key}`),
              value: t(can ? 'residence.home.can' : 'residence.home.cannot'),
            }))}
          />
        </section>
      ) : null}
      <Ways {...ways} />
    </div>
  );
}
