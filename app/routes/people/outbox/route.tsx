import { useLoaderData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '~/ui/page-head';
import { lettersPage } from '#db/reads/people/mail';
import { MailLetter } from './mail-letter';
import { EmptyState } from '~/ui/empty-state';
import { assertDemo } from '~/routes/people/shared/demo.server';
import { outgoingFrom, senderOf } from '~/http/mail-choice.server';
import { Pagination } from '~/ui/pagination';
import { pageIn } from '~/http/address.server';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'outbox.read' } };

export const loader = page('outbox.read', async (visit) => {
  await assertDemo(visit, 'outbox.read');
  const { rows, ...place } = await lettersPage(visit.context.db, pageIn(visit));
  const sender = await senderOf(visit.site);
  return {
    title: visit.t('people.outbox.title'),
    place,
    letters: rows.map(({ body, path, ...letter }) => ({
      ...letter,
      body: body && outgoingFrom(visit.site, sender, { ...letter, body, path }).text,
    })),
  };
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Outbox() {
  const { t } = useTranslation();
  const { letters, place } = useLoaderData<typeof loader>();
  return (
    <div className="wk-page wk-page--narrow">
      <PageHead title={t('people.outbox.title')}>{t('people.outbox.intro')}</PageHead>
      {letters.length === 0 ? (
        <EmptyState
          title={t('people.outbox.empty')}
          action={{ href: paths.people.signIn, label: t('people.outbox.emptyLink') }}
        >
          {t('people.outbox.emptyHelp')}
        </EmptyState>
      ) : (
        <ol className="wk-plain-list wk-stack--wide">
          {letters.map((letter) => (
            <MailLetter key={letter.id} {...letter} />
          ))}
        </ol>
      )}
      <Pagination list={place} what={t('people.outbox.title')} />
    </div>
  );
}
