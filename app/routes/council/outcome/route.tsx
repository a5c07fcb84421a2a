import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { VoteMarks } from '~/routes/council/shared/vote-marks';
import { Alert } from '~/ui/alert';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { TextArea } from '~/ui/field';
import { Form } from '~/ui/form';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { reasonsForm } from './form.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { decideItem } from '~/usecases/council/decide-item.server';
import { referItem } from '~/usecases/council/refer-item.server';
import { errorAt, errorsIn, typedAt } from '~/ui/form-errors';
import { itemFacts, itemHref, itemOf } from '../shared/item-view.server';

export const handle = { access: { read: 'item.decide', write: 'item.decide' } };

export const loader = page('item.decide', async (visit) => {
  const state = await itemOf(visit, 'item.decide');
  const item = itemFacts(state);
  if (item.phase !== 'open' || item.waits || (item.short && !item.above)) throw redirect(item.href);
  const heading = visit.t(item.above ? 'council.decide.refer' : 'council.decide.title');
  return { title: heading, heading, item };
});

/** Above its mandate a council can do no more than send the item on; the use cases refuse the other way round. */
export const action = act('item.decide', reasonsForm, async (visit, typed) => {
  const state = await itemOf(visit, 'item.decide');
  const form = await typed();
  if (state.above && state.council.kind === 'buurtraad') await referItem(visit.context, state.item.id, form);
  else await decideItem(visit.context, state.item.id, form);
  return redirect(itemHref(state), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Outcome() {
  const { t } = useTranslation();
  const { item, heading } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const error = errorAt(reply?.result, 'reasons');
  const label = t(item.above ? 'council.decide.referReasons' : 'council.decide.reasons');
  const missing = item.votes.voters - item.votes.cast;
  return (
    <div className="wk-page wk-page--narrow">
      <div className="wk-stack">
        <p className="wk-soft">{item.title}</p>
        <Heading level={1}>{heading}</Heading>
      </div>
      <ErrorSummary errors={errorsIn(reply?.result).map((each) => (each.id ? { ...each, label } : each))} />
      {item.above ? null : <VoteMarks {...item.votes} />}
      {missing > 0 && !item.above ? (
        <Alert tone="waiting">
          <p>{t('council.decide.missing', { count: missing })}</p>
        </Alert>
      ) : null}
      <Form noValidate>
        <TextArea
          name="reasons"
          label={label}
          help={t(item.above ? 'council.decide.referHelp' : 'council.decide.reasonsHelp')}
          error={error}
          required={error !== undefined}
          defaultValue={typedAt(reply?.result, 'reasons')}
        />
        <div className="wk-stack">
          {item.above ? null : <p>{t('council.decide.effect')}</p>}
          <p>
            <Button>{t(item.above ? 'council.decide.refer' : 'council.decide.submit')}</Button>
          </p>
          <p>
            <Link href={item.href}>{t('council.decide.back')}</Link>
          </p>
        </div>
      </Form>
    </div>
  );
}
