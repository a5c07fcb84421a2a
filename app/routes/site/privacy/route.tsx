import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { TextPage } from '~/routes/site/shared/text-page';
import { page } from '~/http/route.server';
import { settingsOf } from '~/http/settings.server';
import { metaOf } from '~/http/page-meta';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', async ({ t, site }) => ({
  title: t('pages.privacy.title'),
  description: t('pages.privacy.description'),
  contact: (await settingsOf(site)).email,
}));

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Privacy() {
  return <TextPage name="privacy" contact={useLoaderData<typeof loader>().contact} />;
}
