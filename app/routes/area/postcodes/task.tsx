import { useTranslation } from 'react-i18next';
import { type PostcodesView } from './view.server';
import { Alert } from '~/ui/alert';
import { formatDate } from '~/ui/date';
import { useLocale } from '~/ui/locale';
import { TaskProgress } from '~/routes/area/shared/task-progress';
import { type PostcodeProblem } from '~/domain/area/postcode';

type Task = NonNullable<PostcodesView['task']>;

/** How the file that was handed in last is getting on, or how it ended. */
export function PostcodeTask({ task }: { task: Task }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { outcome, name, asker, askedOn } = task;
  return (
    <section className="wk-stack">
      {outcome === null ? <Progress task={task} /> : null}
      {outcome === 'refused' ? <Problems problems={task.problems} more={task.more} /> : null}
      {outcome === 'created' || outcome === 'unchanged' ? (
        <Alert tone="good" role="status">
          <p>{t(`postcode.task.${outcome}`)}</p>
        </Alert>
      ) : null}
      <p className="wk-soft wk-small">
        {t('postcode.task.asked', { file: name, name: asker, date: formatDate(askedOn, locale) })}
      </p>
    </section>
  );
}

function Progress({ task: { lines, percent } }: { task: Task }) {
  const { t } = useTranslation();
  return (
    <>
      <TaskProgress
        doing={t('postcode.task.running')}
        figures={t('postcode.import.progress', { lines, percent })}
        percent={percent}
        announce={(said) => t('postcode.task.announce', { percent: said })}
      />
      <p>{t('postcode.task.whole')}</p>
    </>
  );
}

function Problems({ problems, more }: { problems: readonly PostcodeProblem[]; more: number }) {
  const { t } = useTranslation();
  return (
    <Alert tone="bad">
      <p>
        <strong>{t('postcode.task.refused')}</strong>
      </p>
      <ul>
        {problems.map(({ line, problem: code, value }, index) => {
          const problem = t(`postcode.problem.${code}`, { value });
          return (
            <li key={index}>{line === null ? problem : t('postcode.import.line', { line, problem })}</li>
          );
        })}
      </ul>
      {more > 0 ? <p>{t('postcode.import.more', { count: more })}</p> : null}
      <p>{t('postcode.import.nothing')}</p>
    </Alert>
  );
}
