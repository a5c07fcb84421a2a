import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { TextPage } from '~/routes/site/shared/text-page';
import { page } from '~/http/route.server';
import { settingsOf } from '~/http/settings.server';
import { Ways } from './ways';
import { metaOf } from '~/http/page-meta';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', async ({ t, site }) => {
  const { email, phone, address, reach } = await settingsOf(site);
  return {
    title: t('pages.about.title'),
    description: t('pages.about.description'),
    ways: { email, phone, address, reach },
  };
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function About() {
  const { ways } = useLoaderData<typeof loader>();
  return (
    <TextPage name="about" contact={ways.email}>
      <Ways {...ways} />
    </TextPage>
  );
}
