import { useTranslation } from 'react-i18next';
import { type MoneyTaskKind } from '~/domain/money/task';

interface TaskProgressProps {
  kind: MoneyTaskKind;
  /** How far it is; null before it starts. */
  progress: { done: number; total: number } | null;
}

const everyPercent = 25;

/** How far long work is, in words and as a bar; without JavaScript the page asks again by itself. */
export function TaskProgress({ kind, progress }: TaskProgressProps) {
  const { t } = useTranslation();
  const share = progress && progress.total > 0 ? Math.floor((progress.done * 100) / progress.total) : 0;
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <p id="stand">
        <strong>{t(progress ? 'statement.task.running' : 'statement.task.starts')}</strong>
        {progress ? (
          <span className="wk-below wk-figures">{t(`statement.task.progress.${kind}`, progress)}</span>
        ) : null}
      </p>
      <progress
        className="wk-task__bar"
        aria-labelledby="stand"
        max={100}
        value={progress ? share : undefined}
      />
      {/* Said aloud at each quarter, not at each look. */}
      <p role="status" className="wk-visually-hidden">
        {t('statement.task.announce', { percent: share - (share % everyPercent) })}
      </p>
      <p>{t(`statement.task.whole.${kind}`)}</p>
      <p className="wk-soft">{t('statement.task.fresh')}</p>
    </>
  );
}
