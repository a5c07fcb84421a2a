import { useTranslation } from 'react-i18next';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { StatusLine } from '~/ui/status-line';

interface CountingNowProps {
  /** How many ways of counting are done; `total` is null before it starts. */
  progress: { done: number; total: number | null; failed: boolean };
  /** This page, to look again without JavaScript. */
  href: string;
}

/** For whoever comes before the outcome: how far the counting is, or that it was stopped. */
export function CountingNow({ progress: { done, total, failed }, href }: CountingNowProps) {
  const { t } = useTranslation();
  if (failed)
    return (
      <section className="wk-stack">
        <Heading level={2}>{t('round.failed.title')}</Heading>
        <StatusLine tone="bad" status={t('round.failed.status')} next={t('round.failed.next')} />
        <p>{t('round.failed.why')}</p>
      </section>
    );
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('round.counting.title')}</Heading>
      <p id="stand" role="status">
        {total === null ? t('round.counting.soon') : t('round.counting.progress', { done, total })}
      </p>
      <progress
        className="wk-task__bar"
        aria-labelledby="stand"
        max={total ?? 1}
        value={total === null ? undefined : done}
      />
      <p>{t('round.counting.fresh')}</p>
      <p>
        <Link href={href}>{t('round.counting.again')}</Link>
      </p>
    </section>
  );
}
