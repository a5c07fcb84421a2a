import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ReportStory } from '~/routes/council/shared/report-story';
import { RadioGroup } from '~/ui/choice-field';
import { TextArea } from '~/ui/field';
import { Form } from '~/ui/form';
import { answerForm } from './form.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { answerReport } from '~/usecases/council/answer-report.server';
import { errorAt, typedAt } from '~/ui/form-errors';
import { FinalStep, ItemAct } from '../shared/item-act';
import { reportOf } from '../shared/report-view.server';

export const handle = { access: { read: 'conflict.answer', write: 'conflict.answer' } };

export const loader = page('conflict.answer', async (visit) => {
  const { item, view, story, names, open } = await reportOf(visit, 'conflict.answer');
  if (!open) throw redirect(item.href);
  const heading = visit.t('council.report.answer.title');
  return { title: heading, heading, item, view, story, names };
});

export const action = act('conflict.answer', answerForm, async (visit, typed) => {
  const { item, view } = await reportOf(visit, 'conflict.answer');
  await answerReport(visit.context, view.id, await typed());
  return redirect(item.href, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function ReportAnswer() {
  const { t } = useTranslation();
  const { item, heading, story, names } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <ItemAct item={item} heading={heading} result={reply?.result}>
      <p>{t('council.report.answer.reported', { name: names.reporter })}</p>
      <ReportStory report={story} />
      <Fields />
    </ItemAct>
  );
}

function Fields() {
  const { t } = useTranslation();
  const { view } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const judge = t(`council.report.judge.${view.judge}`);
  return (
    <Form noValidate>
      <RadioGroup
        name="answer"
        required
        label={t('council.report.answer.legend')}
        error={errorAt(reply?.result, 'answer')}
        defaultValue={typedAt(reply?.result, 'answer')}
        options={(['accepted', 'denied'] as const).map((value) => ({
          value,
          label: t(`council.report.answer.${value}`),
          help: t(`council.report.answer.${value}Help`, { judge }),
        }))}
      />
      <TextArea
        name="reason"
        label={t('council.report.answer.reason')}
        help={`${t('council.report.answer.reasonHelp')} ${t('council.report.publicHelp')}`}
        error={errorAt(reply?.result, 'reason')}
        defaultValue={typedAt(reply?.result, 'reason')}
        rows={4}
      />
      <FinalStep warning={t('council.report.answer.final')} submit={t('council.report.answer.submit')} />
    </Form>
  );
}
