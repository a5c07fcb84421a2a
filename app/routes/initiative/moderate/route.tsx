import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { lastModerated, moderationQueue } from '#db/reads/initiative/comment';
import { JudgeForm, ReactionText, Verdict } from './moderation';
import { errorAt, errorsIn, typedAt } from '~/ui/form-errors';
import { EmptyState } from '~/ui/empty-state';
import { ErrorSummary } from '~/ui/error-summary';
import { Heading } from '~/ui/heading';
import { Pagination } from '~/ui/pagination';
import { calendarDateIn } from '~/domain/calendar';
import { moderateForm } from './form.server';
import { pageIn } from '~/http/address.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { moderateComment } from '~/usecases/initiative/moderate-comment.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'comment.moderate', write: 'comment.moderate' } };

const dated = <Row extends { writtenAt: Date }>({ writtenAt, ...row }: Row) => ({
  ...row,
  on: calendarDateIn(writtenAt),
});

export const loader = page('comment.moderate', async (visit) => {
  const { db } = visit.context;
  const { rows, ...place } = await moderationQueue(db, pageIn(visit));
  return {
    waiting: { ...place, rows: rows.map(dated) },
    judged: (await lastModerated(db)).map(dated),
    title: visit.t('initiative.moderation.title'),
  };
});

export const action = act('comment.moderate', moderateForm, async (visit, typed) => {
  const { commentId, ...verdict } = await typed();
  await moderateComment(visit.context, commentId, verdict);
  return redirect(paths.initiative.moderate, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function ModeratePage() {
  const { waiting, judged } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const { t } = useTranslation();
  const at = typedAt(result, 'commentId');
  const errors = errorsIn(result, () => t('initiative.moderation.reason')).map(({ id, ...rest }) => ({
    ...rest,
    id: id && `${id}-${at}`,
  }));
  return (
    <div className="wk-page wk-page--narrow">
      <ErrorSummary errors={errors} />
      <header className="wk-stack">
        <Heading level={1}>{t('initiative.moderation.title')}</Heading>
        <p className="wk-intro">{t('initiative.moderation.intro')}</p>
      </header>
      {waiting.total === 0 ? (
        <EmptyState title={t('initiative.moderation.emptyTitle')}>
          {t('initiative.moderation.empty')}
        </EmptyState>
      ) : (
        <section className="wk-stack wk-stack--wide" aria-labelledby="wacht">
          <Heading level={2} id="wacht">
            {t('initiative.moderation.count', { count: waiting.total })}
          </Heading>
          <ul className="wk-plain-list">
            {waiting.rows.map((item) => (
              <li key={item.id} className="wk-judge wk-stack">
                <ReactionText item={item} />
                <JudgeForm
                  item={item}
                  error={at === item.id ? errorAt(result, 'reason') : undefined}
                  typed={at === item.id ? typedAt(result, 'reason') : undefined}
                />
              </li>
            ))}
          </ul>
          <Pagination list={waiting} what={t('initiative.moderation.title')} anchor="wacht" />
        </section>
      )}
      {judged.length > 0 ? (
        <section className="wk-stack wk-stack--wide" aria-labelledby="beoordeeld">
          <Heading level={2} id="beoordeeld">
            {t('initiative.moderation.judged')}
          </Heading>
          <ul className="wk-plain-list">
            {judged.map((item) => (
              <li key={item.id} className="wk-judge wk-stack wk-stack--close">
                <ReactionText item={item} />
                <Verdict state={item.state} reason={item.reason} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
