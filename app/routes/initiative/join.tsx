import { redirect } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { AskedPlan } from '~/components/initiative/asked-plan';
import { errorsIn } from '~/components/initiative/refused';
import { PageHead } from '~/components/site/page-head';
import { FormKey } from '~/components/ui/form-key';
import { Alert } from '~/components/ui/alert';
import { Button, ButtonGroup } from '~/components/ui/button';
import { ErrorSummary } from '~/components/ui/error-summary';
import { DomainError } from '~/domain/errors';
import { answerForm, askedPlan } from '~/http/co-invitation.server';
import { idIn } from '~/http/council.server';
import { act, page } from '~/http/route.server';
import { declineInvitation } from '~/usecases/decline-invitation.server';
import { joinInitiative } from '~/usecases/join-initiative.server';

export const handle = { access: { read: 'invitation.accept', write: 'invitation.accept' } };

export const loader = page('invitation.accept', async (visit) => {
  const asked = await askedPlan(visit, { id: idIn(visit.params.id) });
  if (!asked.own) throw new DomainError('otherAddress');
  return { ...asked, title: `${visit.t('concept.invited.title')} - Wijkkas` };
});

export const action = act('invitation.accept', answerForm, async (visit, typed) => {
  const id = idIn(visit.params.id);
  const { answer } = await typed();
  if (answer === 'yes') return redirect(`/initiatieven/${await joinInitiative(visit.act, id)}`, 303);
  await declineInvitation(visit.act, { id });
  return redirect('/mijn', 303);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Wijkkas' }];

export default function Join() {
  const { t } = useTranslation();
  const { state, mayJoin, plan } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const errors = errorsIn(reply?.result, () => undefined);
  const who = plan.inviter ?? t('concept.invited.somebody');
  return (
    <div className="wk-page wk-page--narrow">
      <ErrorSummary errors={errors.map(({ message }) => ({ message }))} />
      <PageHead title={t('concept.invited.title')}>
        {t('concept.invited.intro', { who, area: plan.area })}
      </PageHead>
      {state === 'waiting' ? null : (
        <Alert tone={state === 'accepted' ? 'good' : 'info'}>
          <p>{t(`concept.invited.${state}`)}</p>
        </Alert>
      )}
      <AskedPlan plan={plan} />
      {mayJoin ? (
        <Form method="post">
          <FormKey />
          <ButtonGroup>
            <Button name="answer" value="yes">
              {t('concept.invited.sure')}
            </Button>
            {state === 'waiting' ? (
              <Button name="answer" value="no" look="secondary">
                {t('concept.invited.no')}
              </Button>
            ) : null}
          </ButtonGroup>
        </Form>
      ) : null}
    </div>
  );
}
