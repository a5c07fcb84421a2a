import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { ToldPage } from '~/routes/site/shared/text-page';
import { page } from '~/http/route.server';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', ({ t, site }) =>
  Promise.resolve({
    title: `${t('pages.accessibility.title')} - Wijkkas`,
    description: t('pages.accessibility.description'),
    contact: site.config.contact,
  }),
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? 'Wijkkas' },
  { name: 'description', content: data?.description },
];

export default function Accessibility() {
  return <ToldPage name="accessibility" contact={useLoaderData<typeof loader>().contact} />;
}
