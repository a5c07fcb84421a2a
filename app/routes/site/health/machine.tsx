import { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '~/ui/empty-state';
import { Facts } from '~/ui/facts';
import { Heading } from '~/ui/heading';
import { type Locale, useLocale } from '~/ui/locale';
import { formatNumber } from '~/ui/number-format';
import { StatusLine } from '~/ui/status-line';

/** So many bytes in words: "1,2 GB". */
function bytesInWords(bytes: number, t: TFunction, locale: Locale): string {
  return bytes < 1e9
    ? t('health.size.mb', { size: formatNumber(bytes / 1e6, locale, 'oneDecimal') })
    : t('health.size.gb', { size: formatNumber(bytes / 1e9, locale, 'oneDecimal') });
}

interface BackupProps {
  last: { when: string; rows: number; bytes: number; sealed: boolean; old: boolean } | null;
}

/** The last backup that ended well. */
export function Backup({ last }: BackupProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <section className="wk-stack" aria-labelledby="backup">
      <Heading level={2} id="backup">
        {t('health.backup.title')}
      </Heading>
      {last ? (
        <>
          <StatusLine
            tone={last.old ? 'waiting' : 'good'}
            status={t('health.backup.made', { when: last.when })}
            next={t('health.backup.holds', {
              rows: formatNumber(last.rows, locale),
              size: bytesInWords(last.bytes, t, locale),
            })}
          />
          <p>{t(last.sealed ? 'health.backup.sealed' : 'health.backup.open')}</p>
          {last.old ? <p>{t('health.backup.old')}</p> : null}
        </>
      ) : (
        <EmptyState level={3} title={t('health.backup.never')}>
          {t('health.backup.how')} <code>npm run backup -- /backups/vandaag</code>
        </EmptyState>
      )}
    </section>
  );
}

interface DiskProps {
  free: number;
  total: number;
  /** How much the database takes, wherever it stands. */
  database: number;
  odd: boolean;
}

/** Room on the disk of the program. */
export function Disk({ free, total, database, odd }: DiskProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <section className="wk-stack" aria-labelledby="disk">
      <Heading level={2} id="disk">
        {t('health.disk.title')}
      </Heading>
      <Facts
        across
        items={[
          { label: t('health.disk.free'), value: bytesInWords(free, t, locale) },
          { label: t('health.disk.total'), value: bytesInWords(total, t, locale) },
          { label: t('health.disk.database'), value: bytesInWords(database, t, locale) },
        ]}
      />
      {odd ? <p>{t('health.disk.full')}</p> : null}
    </section>
  );
}

interface VersionsProps {
  program: string;
  node: string;
  server: string;
  migrations: { done: number; known: number; odd: boolean };
}

/** What runs here. */
export function Versions({ program, node, server, migrations: { done, known, odd } }: VersionsProps) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack" aria-labelledby="migrations">
      <Heading level={2} id="migrations">
        {t('health.versions.title')}
      </Heading>
      <Facts
        across
        items={[
          { label: 'Wijkkas', value: program },
          { label: 'Node.js', value: node },
          { label: t('health.versions.database'), value: server },
          { label: t('health.versions.steps'), value: t('health.versions.count', { done, known }) },
        ]}
      />
      {odd ? <p>{t('health.versions.odd')}</p> : null}
    </section>
  );
}
