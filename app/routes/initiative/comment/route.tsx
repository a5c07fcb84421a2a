import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CommentForm } from '~/routes/initiative/shared/comment-form';
import { Breadcrumb } from '~/ui/breadcrumb';
import { ErrorSummary } from '~/ui/error-summary';
import { Heading } from '~/ui/heading';
import { openInitiativeStates } from '~/domain/lifecycle/initiative';
import { commentForm } from './form.server';
import { act, page } from '~/http/route.server';
import { writeComment } from '~/usecases/initiative/write-comment.server';
import { errorAt, errorsIn, typedAt } from '~/ui/form-errors';
import { visibleInitiative } from '../shared/view.server';
import { numberIn } from '~/http/address.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'comment.write', write: 'comment.write' }, runs: true };

export const loader = page('comment.write', async (visit) => {
  const { record } = await visibleInitiative(visit);
  return {
    number: record.number,
    name: record.title,
    open: openInitiativeStates.includes(record.state),
    title: visit.t('initiative.comment.pageTitle'),
  };
});

export const action = act('comment.write', commentForm, async (visit, typed) => {
  const number = numberIn(visit);
  await writeComment(visit.context, number, await typed());
  return redirect(`${paths.initiative.show(number)}#reacties`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function CommentPage() {
  const { number, name, open } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const { t } = useTranslation();
  const labelOf = (name: string) =>
    t(name === 'argument' ? 'initiative.comment.argument' : 'initiative.comment.body');
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[
          { href: paths.initiative.list, label: t('initiative.list.title') },
          { href: paths.initiative.show(number), label: name },
        ]}
        current={t('initiative.comment.pageTitle')}
      />
      <ErrorSummary errors={errorsIn(result, labelOf)} />
      <Heading level={1}>{t('initiative.comment.pageTitle')}</Heading>
      {open ? (
        <CommentForm
          number={number}
          values={{ argument: typedAt(result, 'argument'), body: typedAt(result, 'body') }}
          errors={{ argument: errorAt(result, 'argument'), body: errorAt(result, 'body') }}
        />
      ) : (
        <p>{t('initiative.comment.closed')}</p>
      )}
    </div>
  );
}
