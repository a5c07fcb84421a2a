import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { paths } from '~/paths';

interface ReceivablesProps {
  rows: readonly { source: string; code: string; cents: Cents }[];
}

/** A warning about promised money that never came; nothing when all came. */
export function OpenReceivables({ rows }: ReceivablesProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (rows.length === 0) return null;
  return (
    <Alert tone="waiting">
      <Heading level={2}>{t('yearEnd.open.title')}</Heading>
      <p>{t('yearEnd.open.text')}</p>
      <ul>
        {rows.map(({ source, code, cents }) => (
          <li key={code}>
            <Link href={paths.sources.show(code)}>
              {t('yearEnd.open.row', { source, amount: formatEuros(cents, locale) })}
            </Link>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** The grants that simply go on, as one sentence. */
export function OpenCommitments({ count, cents }: { count: number; cents: Cents }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('yearEnd.commitments.title')}</Heading>
      <p>
        {count > 0
          ? t('yearEnd.commitments.count', { count, amount: formatEuros(cents, locale) })
          : t('yearEnd.commitments.none')}
      </p>
    </section>
  );
}
