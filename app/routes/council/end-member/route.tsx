import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Consequences } from './consequences';
import { endMemberForm } from './form.server';
import { afterwards } from './view.server';
import { AdminCrumb } from '~/routes/council/shared/admin-crumb';
import { managed, memberIn } from '~/routes/council/shared/admin-view.server';
import { Button, ButtonGroup, ButtonLink } from '~/ui/button';
import { DateField } from '~/ui/field';
import { Form, ShortForm } from '~/ui/form';
import { errorsIn } from '~/ui/form-errors';
import { PageHead } from '~/ui/page-head';
import { endingWindow } from '~/domain/council/membership';
import { assertWithin } from '~/domain/windows';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { endMembership } from '~/usecases/council/end-membership.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'council.manage', write: 'council.manage' } };

export const loader = page('council.manage', async (visit) => {
  const { context, url, t } = visit;
  const council = await managed(visit);
  const term = await memberIn(visit, council);
  const window = endingWindow(term, context.today);
  const typed = endMemberForm.safeParse({ lastDay: url.searchParams.get('op') ?? '' });
  const lastDay = typed.success ? typed.data.lastDay : null;
  const fits = lastDay !== null && lastDay >= window.earliest && lastDay <= window.latest;
  const title = t('council.admin.endMember.title', { name: term.name ?? t('council.public.nameless') });
  return {
    ...{ title, council, memberId: term.id, today: context.today },
    ending: fits ? { lastDay, ...(await afterwards(context, council, term, lastDay)) } : null,
  };
});

export const action = act('council.manage', endMemberForm, async (visit, typed) => {
  const council = await managed(visit);
  const term = await memberIn(visit, council);
  const { lastDay, sure } = await typed();
  if (sure) {
    await endMembership(visit.context, { membershipId: term.id, lastDay });
    return redirect(paths.council.admin(council.slug), 303);
  }
  assertWithin(endingWindow(term, visit.context.today), lastDay, 'lastDay');
  return redirect(`${paths.council.endMember(council.slug, term.id)}?op=${lastDay}`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function EndMember() {
  const { t } = useTranslation();
  const { title, council, ending, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <AdminCrumb council={council} current={t('council.admin.endMember.crumb')} />
      <PageHead title={title}>{ending ? null : t('council.admin.endMember.intro')}</PageHead>
      {ending ? (
        <Sure />
      ) : (
        <ShortForm
          result={reply?.result}
          submit={t('council.admin.endMember.next')}
          defaultValue={{ lastDay: today }}
        >
          {(field) => <DateField {...field('lastDay', t('council.admin.endMember.lastDay'))} />}
        </ShortForm>
      )}
    </div>
  );
}

function Sure() {
  const { t } = useTranslation();
  const { council, ending, memberId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (!ending) return null;
  return (
    <>
      <Consequences {...ending} />
      <Form className="wk-stack" errors={errorsIn(reply?.result ?? {}, () => undefined)}>
        <input type="hidden" name="lastDay" value={ending.lastDay} />
        <input type="hidden" name="sure" value="yes" />
        <ButtonGroup>
          <Button look="danger">{t('council.admin.endMember.submit')}</Button>
          <ButtonLink look="secondary" href={paths.council.endMember(council.slug, memberId)}>
            {t('council.admin.endMember.otherDay')}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </>
  );
}
