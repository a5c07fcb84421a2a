import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { ToldPage } from '~/routes/site/shared/text-page';
import { page } from '~/http/route.server';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', ({ t, site }) =>
  Promise.resolve({
    title: `${t('pages.privacy.title')} - Wijkkas`,
    description: t('pages.privacy.description'),
    contact: site.config.contact,
  }),
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? 'Wijkkas' },
  { name: 'description', content: data?.description },
];

export default function Privacy() {
  return <ToldPage name="privacy" contact={useLoaderData<typeof loader>().contact} />;
}
