import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { Link } from '~/ui/link';

/** What a look at the chains brought. */
export interface Look {
  when: string;
  journals: number;
  entries: number;
  violations: number;
  first: { label: string; href: string | null } | null;
}

/** What was looked at and when, and where the first break is. */
export function LastLook({ look }: { look: Look | null }) {
  const { t } = useTranslation();
  if (!look) return <p>{t('audit.verify.never')}</p>;
  const { when, journals, entries, violations, first } = look;
  const read = t('audit.verify.read', {
    when,
    entries: t('audit.verify.entries', { count: entries }),
    journals: t('audit.verify.journals', { count: journals }),
  });
  if (!first) {
    return (
      <Alert tone="good">
        <p>
          <strong>{t('audit.verify.whole')}</strong>
        </p>
        <p>{read}</p>
      </Alert>
    );
  }
  return (
    <Alert tone="bad">
      <p>
        <strong>{t('audit.verify.broken', { count: violations })}</strong>
      </p>
      <p>
        {t('audit.verify.first')} {first.href ? <Link href={first.href}>{first.label}</Link> : first.label}
      </p>
      <p>{t('audit.verify.means')}</p>
      <p>{read}</p>
    </Alert>
  );
}
