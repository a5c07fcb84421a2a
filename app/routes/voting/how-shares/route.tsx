import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { OtherWays, Recount, SharesIfs, SharesPromises } from './answers';
import { ExampleBallots, ExampleRounds } from './example';
import { ExampleOutcome } from './example-outcome';
import { countExample } from '~/domain/voting/example';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', ({ t }) =>
  Promise.resolve({
    title: t('shares.title'),
    description: t('shares.description'),
    example: countExample(),
  }),
);

export const meta: MetaFunction<typeof loader> = metaOf;

type Part = 'ballots' | 'rounds' | 'outcome' | 'ifs' | 'promises' | 'others' | 'recount' | 'origin';

function Part({ name, children }: { name: Part; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t(`shares.${name}.title`)}</Heading>
      {children}
    </section>
  );
}

export default function HowShares() {
  const { t } = useTranslation();
  const { example } = useLoaderData<typeof loader>();
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[{ href: paths.voting.rounds, label: t('site.nav.stemrondes') }]}
        current={t('shares.crumb')}
      />
      <div className="wk-stack">
        <Heading level={1}>{t('shares.title')}</Heading>
        <p className="wk-intro">{t('shares.intro')}</p>
      </div>
      <Part name="ballots">
        <ExampleBallots {...example} />
      </Part>
      <Part name="rounds">
        <ExampleRounds example={example} />
      </Part>
      <Part name="outcome">
        <ExampleOutcome example={example} />
      </Part>
      <Part name="ifs">
        <SharesIfs over={example.byShares.over} />
      </Part>
      <Part name="promises">
        <SharesPromises />
      </Part>
      <Part name="others">
        <OtherWays />
      </Part>
      <Part name="recount">
        <Recount />
      </Part>
      <Part name="origin">
        <p>{t('shares.origin.body')}</p>
        <ul>
          <li>
            <Link href="https://arxiv.org/abs/2008.13276">{t('shares.origin.toPaper')}</Link>
          </li>
          <li>
            <Link href="https://equalshares.net">{t('shares.origin.toSite')}</Link>
          </li>
        </ul>
      </Part>
    </div>
  );
}
