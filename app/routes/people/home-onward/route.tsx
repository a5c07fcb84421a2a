import { redirect } from '@remix-run/node';
import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { flowOf } from '~/http/oidc-flow.server';
import { metaOf } from '~/http/page-meta';
import { page } from '~/http/route.server';
import { ButtonLink } from '~/ui/button';
import { PageHead } from '~/ui/page-head';
import { HomeCrumbs } from '../shared/home-crumbs';
import { paths } from '~/paths';

export const handle = { access: { read: 'residence.prove' } };

/**
 * A page between the form and the sign-in service. A redirect would do, but browsers hold the whole row of redirects behind a form
 * against `form-action`, and a broker sends people on to addresses that we cannot know.
 */
export const loader = page('residence.prove', async (visit) => {
  const flow = await flowOf(visit);
  const name = visit.site.config.oidc?.name;
  if (!flow || !name) throw redirect(paths.people.home, 303);
  return { title: visit.t('residence.onward.title', { name }), name, to: flow.to };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...metaOf({ data }),
  ...(data ? [{ httpEquiv: 'refresh', content: `0; url=${data.to}` }] : []),
];

export default function HomeOnward() {
  const { t } = useTranslation();
  const { title, name, to } = useLoaderData<typeof loader>();
  return (
    <div className="wk-page wk-page--narrow">
      <HomeCrumbs current={title} />
      <PageHead title={title}>{t('residence.onward.intro')}</PageHead>
      <p>{t('residence.onward.help')}</p>
      <p>
        <ButtonLink href={to}>{t('residence.onward.link', { name })}</ButtonLink>
      </p>
    </div>
  );
}
