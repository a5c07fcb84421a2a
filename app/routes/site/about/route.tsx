import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { TextPage } from '~/routes/site/shared/text-page';
import { page } from '~/http/route.server';
import { knownTextPage, textPage } from '~/routes/site/shared/text-page.server';
import { Ways } from '~/routes/site/shared/ways';
import { metaOf } from '~/http/page-meta';

export const handle = { access: { read: 'site.read' } };

export const loader = page(
  'site.read',
  (visit) => textPage(visit, 'about'),
  (asked) => knownTextPage(asked, 'about'),
);

export const meta: MetaFunction<typeof loader> = metaOf;

export default function About() {
  const { ways, gemeente } = useLoaderData<typeof loader>();
  return (
    <TextPage name="about" contact={ways.email} gemeente={gemeente}>
      <Ways {...ways} />
    </TextPage>
  );
}
