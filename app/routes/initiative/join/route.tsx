import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Invitation } from '~/routes/initiative/shared/invitation';
import { Form } from '~/ui/form';
import { Button, ButtonGroup } from '~/ui/button';
import { DomainError } from '~/domain/errors';
import { answerForm } from './form.server';
import { askedPlan } from '~/routes/initiative/shared/co-invitation.server';
import { idIn } from '~/http/address.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { declineInvitation } from '~/usecases/initiative/decline-invitation.server';
import { joinInitiative } from '~/usecases/initiative/join-initiative.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'invitation.accept', write: 'invitation.accept' } };

export const loader = page('invitation.accept', async (visit) => {
  const asked = await askedPlan(visit, { id: idIn(visit.params.id) });
  if (!asked.own) throw new DomainError('otherAddress');
  return { ...asked, title: visit.t('concept.invited.title') };
});

export const action = act('invitation.accept', answerForm, async (visit, typed) => {
  const id = idIn(visit.params.id);
  const { answer } = await typed();
  if (answer === 'yes') return redirect(paths.initiative.show(await joinInitiative(visit.context, id)), 303);
  await declineInvitation(visit.context, { id });
  return redirect(paths.people.me, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Join() {
  const { t } = useTranslation();
  const { state, mayJoin, plan } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Invitation state={state} plan={plan} result={reply?.result}>
      {mayJoin ? (
        <Form>
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
    </Invitation>
  );
}
