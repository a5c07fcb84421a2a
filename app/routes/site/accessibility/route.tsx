import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { TextPage } from '~/routes/site/shared/text-page';
import { page } from '~/http/route.server';
import { knownTextPage, textPage } from '~/routes/site/shared/text-page.server';
import { metaOf } from '~/http/page-meta';

export const handle = { access: { read: 'site.read' } };

export const loader = page(
  'site.read',
  (visit) => textPage(visit, 'accessibility'),
  (asked) => knownTextPage(asked, 'accessibility'),
);

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Accessibility() {
  const { ways, gemeente } = useLoaderData<typeof loader>();
  return <TextPage name="accessibility" contact={ways.email} gemeente={gemeente} />;
}
