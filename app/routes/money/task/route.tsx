import { redirect } from '@remix-run/node';
import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { TaskProgress } from './progress';
import { TaskNotes } from './notes';
import { TaskRefusal } from './refusal';
import { formatDate } from '~/ui/date';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Heading } from '~/ui/heading';
import { useLocale } from '~/ui/locale';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { useFresh } from '~/ui/use-fresh';
import { askedTask, refusalOf, resultOf } from './view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'statement.read' }, runs: true };

const everyMs = 2_000;

export const loader = page('statement.read', async (visit) => {
  const task = await askedTask(visit);
  const { kind, year, asker, askedOn, refusal, done, total } = task;
  const result = task.endedAt !== null && refusal === null ? await resultOf(visit, task) : null;
  if (result?.notes === null) throw redirect(result.href, 303);
  const name = visit.t(`statement.task.${kind}`, { year });
  return {
    title: name,
    ...{ name, kind, year, asker, askedOn },
    progress: total === null ? null : { done: done ?? 0, total },
    refusal: refusal === null ? null : refusalOf(visit, task),
    result,
  };
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function TaskPage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { name, kind, year, asker, askedOn, progress, refusal, result } = useLoaderData<typeof loader>();
  useFresh(refusal === null && result === null, everyMs);
  const back =
    kind === 'statement'
      ? { href: paths.payments.statements, label: t('statement.list.title') }
      : { href: paths.yearEnd.show(year ?? ''), label: t('statement.task.back.yearEnd', { year }) };
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb items={[{ href: paths.money.desk, label: t('ledger.desk.title') }, back]} current={name} />
      <div className="wk-stack">
        <Heading level={1}>{name}</Heading>
        {refusal ? (
          <TaskRefusal kind={kind} refusal={refusal} backHref={back.href} year={year} />
        ) : result?.notes ? (
          <TaskNotes href={result.href} notes={result.notes} />
        ) : (
          <TaskProgress kind={kind} progress={progress} />
        )}
        <p className="wk-soft wk-small">
          {t('statement.task.asked', { name: asker, date: formatDate(askedOn, locale) })}
        </p>
      </div>
    </div>
  );
}
