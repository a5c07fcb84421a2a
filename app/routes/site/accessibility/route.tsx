import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { TextPage } from '~/routes/site/shared/text-page';
import { page } from '~/http/route.server';
import { settingsOf } from '~/http/settings.server';
import { metaOf } from '~/http/page-meta';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', async ({ t, site }) => ({
  title: t('pages.accessibility.title'),
  description: t('pages.accessibility.description'),
  contact: (await settingsOf(site)).email,
}));

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Accessibility() {
  return <TextPage name="accessibility" contact={useLoaderData<typeof loader>().contact} />;
}
