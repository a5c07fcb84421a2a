import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Form } from '~/ui/form';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { noFields } from '~/http/fields.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { declareConflict } from '~/usecases/council/declare-conflict.server';
import { errorsIn } from '~/ui/form-errors';
import { itemFacts, itemHref, itemOf, myPart } from '../shared/item-view.server';

export const handle = { access: { read: 'conflict.declare', write: 'conflict.declare' } };

export const loader = page('conflict.declare', async (visit) => {
  const state = await itemOf(visit, 'conflict.declare');
  const item = itemFacts(state);
  // One may stand back ahead of the meeting too, and after the own vote. Who was reported answers that instead.
  const ours = item.phase === 'open' || item.phase === 'ahead';
  if (!ours || myPart(visit, state).reported) throw redirect(item.href);
  return { title: visit.t('council.conflict.title'), item };
});

export const action = act('conflict.declare', noFields, async (visit) => {
  const state = await itemOf(visit, 'conflict.declare');
  await declareConflict(visit.context, state.item.id);
  return redirect(itemHref(state), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Conflict() {
  const { t } = useTranslation();
  const { item } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <div className="wk-stack">
        <p className="wk-soft">{item.title}</p>
        <Heading level={1}>{t('council.conflict.title')}</Heading>
      </div>
      <ErrorSummary errors={errorsIn(reply?.result)} />
      <div className="wk-prose">
        <p>{t('council.conflict.intro')}</p>
        <p>{t('council.conflict.rule')}</p>
        <p>{t('council.conflict.struck')}</p>
        <p>{t('council.conflict.public')}</p>
        <p>
          <strong>{t('council.conflict.final')}</strong>
        </p>
      </div>
      <Form className="wk-stack">
        <p>
          <Button>{t('council.conflict.submit')}</Button>
        </p>
        <p>
          <Link href={item.href}>{t('council.conflict.back')}</Link>
        </p>
      </Form>
    </div>
  );
}
