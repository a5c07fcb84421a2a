import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Invitation } from '~/routes/initiative/shared/invitation';
import { Form } from '~/ui/form';
import { Button, ButtonGroup, ButtonLink } from '~/ui/button';
import { askedPlan } from '~/routes/initiative/shared/co-invitation.server';
import { noFields } from '~/http/fields.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { declineInvitation } from '~/usecases/initiative/decline-invitation.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'invitation.read', write: 'invitation.refuse' } };

export const loader = page('invitation.read', async (visit) => ({
  ...(await askedPlan(visit, { token: visit.params.token ?? '' })),
  title: visit.t('concept.invited.title'),
}));

/** No is said by pressing a button, never by looking: mail programs look at links by themselves. */
export const action = act('invitation.refuse', noFields, async (visit, typed) => {
  await typed();
  await declineInvitation(visit.context, { token: visit.params.token ?? '' });
  return redirect(visit.url.pathname, 303);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...metaOf({ data }),
  { name: 'robots', content: 'noindex' },
];

export default function Asked() {
  const { t } = useTranslation();
  const { id, state, mayJoin, plan } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Invitation state={state} plan={plan} result={reply?.result}>
      {mayJoin ? (
        <>
          <ButtonGroup>
            <ButtonLink href={paths.initiative.join(id)} look={state === 'refused' ? 'secondary' : 'primary'}>
              {t(state === 'refused' ? 'concept.invited.yesAfterAll' : 'concept.invited.yes')}
            </ButtonLink>
            {state === 'waiting' ? (
              <Form>
                <Button look="secondary">{t('concept.invited.no')}</Button>
              </Form>
            ) : null}
          </ButtonGroup>
          <p className="wk-soft">{t('concept.invited.signIn')}</p>
        </>
      ) : null}
    </Invitation>
  );
}
