import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonGroup, ButtonLink } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { TextArea } from '~/ui/field';
import { Heading } from '~/ui/heading';
import { assertMay } from '~/domain/access/policy';
import { withdrawForm } from './form.server';
import { act, page } from '~/http/route.server';
import { withdrawInitiative } from '~/usecases/initiative/withdraw-initiative.server';
import { errorAt, errorsIn, typedAt } from '~/ui/form-errors';
import { Form } from '~/ui/form';
import { visibleInitiative } from '../shared/view.server';
import { numberIn } from '~/http/address.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'initiative.withdraw', write: 'initiative.withdraw' } };

export const loader = page('initiative.withdraw', async (visit) => {
  const { record, applicantIds } = await visibleInitiative(visit);
  assertMay(visit.context.actor, 'initiative.withdraw', { applicantIds, state: record.state });
  return {
    number: record.number,
    name: record.title,
    published: record.published,
    title: visit.t('initiative.withdraw.title'),
  };
});

export const action = act('initiative.withdraw', withdrawForm, async (visit, typed) => {
  const number = numberIn(visit);
  const { reason } = await typed();
  const { published } = await withdrawInitiative(visit.context, number, reason);
  return redirect(published ? paths.initiative.show(number) : paths.people.me, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function WithdrawPage() {
  const { number, name, published } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const { t } = useTranslation();
  return (
    <div className="wk-page wk-page--narrow">
      <ErrorSummary errors={errorsIn(result, () => t('initiative.withdraw.reason'))} />
      <Heading level={1}>
        {t(published ? 'initiative.withdraw.title' : 'initiative.withdraw.draftTitle')}
      </Heading>
      <p>{t(published ? 'initiative.withdraw.intro' : 'initiative.withdraw.draftIntro', { title: name })}</p>
      <Form className="wk-stack wk-stack--wide" reloadDocument noValidate>
        {published ? (
          <TextArea
            name="reason"
            label={t('initiative.withdraw.reason')}
            help={t('initiative.withdraw.help')}
            defaultValue={typedAt(result, 'reason')}
            error={errorAt(result, 'reason')}
            rows={4}
          />
        ) : null}
        <ButtonGroup>
          <Button look="danger">
            {t(published ? 'initiative.withdraw.submit' : 'initiative.withdraw.draftSubmit')}
          </Button>
          <ButtonLink href={paths.initiative.show(number)} look="secondary">
            {t('initiative.withdraw.cancel')}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </div>
  );
}
