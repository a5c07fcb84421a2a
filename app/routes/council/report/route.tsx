import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { RadioGroup } from '~/ui/choice-field';
import { TextArea } from '~/ui/field';
import { Form } from '~/ui/form';
import { reportForm } from './form.server';
import { act, page } from '~/http/route.server';
import { type Visit } from '~/http/visit.server';
import { metaOf } from '~/http/page-meta';
import { reportConflict } from '~/usecases/council/report-conflict.server';
import { type ItemState } from '~/usecases/council/parts/item.server';
import { errorAt, typedAt } from '~/ui/form-errors';
import { FinalStep, ItemAct } from '../shared/item-act';
import { itemFacts, itemHref, itemOf } from '../shared/item-view.server';

export const handle = { access: { read: 'conflict.report', write: 'conflict.report' } };

export const loader = page('conflict.report', async (visit) => {
  const state = await itemOf(visit, 'conflict.report');
  const item = itemFacts(state);
  if (item.phase !== 'open' && item.phase !== 'ahead') throw redirect(item.href);
  return {
    title: visit.t('council.report.start.title'),
    item,
    members: reportable(visit, state),
  };
});

/** Who can still be reported: other members without an interest, of whom there is no report yet. */
function reportable({ context: { actor } }: Visit, { voters, conflicts, reports }: ItemState) {
  const out = [
    actor.personId,
    ...conflicts.map((one) => one.personId),
    ...reports.map((one) => one.personId),
  ];
  return voters
    .filter(({ personId }) => !out.includes(personId))
    .map(({ membershipId, name }) => ({ value: membershipId, label: name }));
}

export const action = act('conflict.report', reportForm, async (visit, typed) => {
  const state = await itemOf(visit, 'conflict.report');
  const { member, reason } = await typed();
  await reportConflict(visit.context, { itemId: state.item.id, membershipId: member, reason });
  return redirect(itemHref(state), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Report() {
  const { t } = useTranslation();
  const { item, members } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <ItemAct item={item} heading={t('council.report.start.title')} result={reply?.result}>
      <div className="wk-prose">
        <p>{t('council.report.start.intro')}</p>
        {members.length > 0 ? <p>{t('council.report.start.next')}</p> : null}
      </div>
      {members.length > 0 ? <Fields /> : <p>{t('council.report.start.none')}</p>}
    </ItemAct>
  );
}

function Fields() {
  const { t } = useTranslation();
  const { members } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Form noValidate>
      <RadioGroup
        name="member"
        required
        label={t('council.report.start.member')}
        error={errorAt(reply?.result, 'member')}
        defaultValue={typedAt(reply?.result, 'member')}
        options={members}
      />
      <TextArea
        name="reason"
        required
        label={t('council.report.start.reason')}
        help={t('council.report.publicHelp')}
        error={errorAt(reply?.result, 'reason')}
        defaultValue={typedAt(reply?.result, 'reason')}
        rows={4}
      />
      <FinalStep warning={t('council.report.start.final')} submit={t('council.report.start.submit')} />
    </Form>
  );
}
