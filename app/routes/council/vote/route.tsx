import { redirect } from '@remix-run/node';
import { Form as ChoiceForm, useActionData, useLoaderData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { RadioGroup } from '~/ui/choice-field';
import { ErrorSummary } from '~/ui/error-summary';
import { Form } from '~/ui/form';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { StepHeader } from '~/ui/step-header';
import { formatEuros } from '~/domain/money/format';
import { voteForm } from './form.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { castVote } from '~/usecases/council/cast-vote.server';
import { assertMayVote } from '~/usecases/council/parts/item.server';
import { errorsIn } from '~/ui/form-errors';
import { itemFacts, itemHref, itemOf } from '../shared/item-view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'council.vote', write: 'council.vote' } };

const choices = ['for', 'against', 'blank'] as const;

export const loader = page('council.vote', async (visit) => {
  const state = await itemOf(visit, 'council.desk');
  assertMayVote(state, visit.context.actor);
  const asked = visit.url.searchParams.get('keuze');
  return {
    title: visit.t('council.vote.title', { title: state.initiative.title }),
    item: itemFacts(state),
    /** What was chosen in the first step; null asks for it, and says so when the step was skipped. */
    choice: choices.find((choice) => choice === asked) ?? null,
    skipped: visit.url.searchParams.has('stap') || asked !== null,
  };
});

export const action = act('council.vote', voteForm, async (visit, typed) => {
  const state = await itemOf(visit, 'council.desk');
  const { choice } = await typed();
  await castVote(visit.context, state.item.id, choice);
  return redirect(itemHref(state), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Vote() {
  const { choice } = useLoaderData<typeof loader>();
  return <div className="wk-page wk-page--narrow">{choice ? <Review /> : <Choose />}</div>;
}

function useAmount(): string {
  const locale = useLocale();
  return formatEuros(useLoaderData<typeof loader>().item.proposedCents, locale);
}

/** The first step asks by GET: nothing is cast yet. */
function Choose() {
  const { t } = useTranslation();
  const { item, skipped } = useLoaderData<typeof loader>();
  const error = skipped ? t('council.vote.choose') : undefined;
  return (
    <>
      <StepHeader
        step={1}
        total={2}
        title={t('council.vote.title', { title: item.title })}
        backHref={item.href}
      />
      <ErrorSummary errors={error ? [{ id: 'keuze', message: error }] : []} />
      <ChoiceForm method="get">
        <input type="hidden" name="stap" value="2" />
        <RadioGroup
          name="keuze"
          required
          label={t('council.vote.legend', { amount: useAmount() })}
          error={error}
          options={choices.map((value) => ({
            value,
            label: <span className="wk-vote__choice">{t(`council.vote.choice.${value}`)}</span>,
            help: t(`council.vote.help.${value}`),
          }))}
        />
        <div>
          <Button>{t('council.vote.next')}</Button>
        </div>
      </ChoiceForm>
    </>
  );
}

/** The second step shows what will be cast, for good. */
function Review() {
  const { t } = useTranslation();
  const { item, choice } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const amount = useAmount();
  if (!choice) return null;
  return (
    <>
      <StepHeader
        step={2}
        total={2}
        title={t('council.vote.review')}
        backHref={paths.council.vote(...item.at)}
      />
      <ErrorSummary errors={errorsIn(reply?.result)} />
      <div className="wk-vote__review">
        <p>{t('council.vote.you')}</p>
        <p className="wk-vote__cast">{t(`council.vote.choice.${choice}`)}</p>
        <p>{t('council.vote.about', { amount, title: item.title })}</p>
      </div>
      <Form className="wk-stack">
        <input type="hidden" name="choice" value={choice} />
        <p>{t('council.vote.final')}</p>
        <p>
          <Button>{t('council.vote.submit')}</Button>
        </p>
      </Form>
      <p>
        <Link href={paths.council.vote(...item.at)}>{t('council.vote.back')}</Link>
      </p>
    </>
  );
}
