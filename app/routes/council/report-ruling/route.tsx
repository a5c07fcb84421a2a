import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ReportStory } from '~/routes/council/shared/report-story';
import { Alert } from '~/ui/alert';
import { RadioGroup } from '~/ui/choice-field';
import { TextArea } from '~/ui/field';
import { Form } from '~/ui/form';
import { rulingForm } from './form.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { ruleOnReport } from '~/usecases/council/rule-on-report.server';
import { errorAt, typedAt } from '~/ui/form-errors';
import { FinalStep, ItemAct } from '../shared/item-act';
import { reportOf } from '../shared/report-view.server';

export const handle = { access: { read: 'conflict.rule', write: 'conflict.rule' } };

export const loader = page('conflict.rule', async (visit) => {
  const { item, view, story, names, open } = await reportOf(visit, 'conflict.rule');
  if (!open) throw redirect(item.href);
  const heading = visit.t('council.report.ruling.title', { name: names.member });
  return { title: heading, heading, item, view, story, names };
});

export const action = act('conflict.rule', rulingForm, async (visit, typed) => {
  const { item, view } = await reportOf(visit, 'conflict.rule');
  await ruleOnReport(visit.context, view.id, await typed());
  return redirect(item.href, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function ReportRuling() {
  const { t } = useTranslation();
  const { item, heading, story, names, view } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <ItemAct item={item} heading={heading} result={reply?.result}>
      <p>{t('council.report.ruling.reported', { name: names.reporter })}</p>
      <ReportStory report={story} />
      {view.heard ? (
        <Fields />
      ) : (
        <Alert tone="waiting">
          <p>{t('council.report.ruling.notHeard')}</p>
        </Alert>
      )}
    </ItemAct>
  );
}

function Fields() {
  const { t } = useTranslation();
  const reply = useActionData<typeof action>();
  return (
    <Form noValidate>
      <RadioGroup
        name="ruling"
        required
        label={t('council.report.ruling.legend')}
        error={errorAt(reply?.result, 'ruling')}
        defaultValue={typedAt(reply?.result, 'ruling')}
        options={(['sustained', 'dismissed'] as const).map((value) => ({
          value,
          label: t(`council.report.ruling.${value}`),
          help: t(`council.report.ruling.${value}Help`),
        }))}
      />
      <TextArea
        name="reason"
        required
        label={t('council.report.ruling.reason')}
        help={t('council.report.publicHelp')}
        error={errorAt(reply?.result, 'reason')}
        defaultValue={typedAt(reply?.result, 'reason')}
        rows={4}
      />
      <FinalStep warning={t('council.report.ruling.final')} submit={t('council.report.ruling.submit')} />
    </Form>
  );
}
