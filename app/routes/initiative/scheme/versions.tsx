import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { DateText, formatDate } from '~/ui/date';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { Tag } from '~/ui/tag';
import { type Tone } from '~/ui/tone';
import { type VersionStanding } from '~/domain/initiative/scheme';
import { paths } from '~/paths';
import { type SchemeView } from './view.server';

const tones: Record<VersionStanding, Tone> = {
  past: 'neutral',
  current: 'good',
  ahead: 'info',
  withdrawn: 'neutral',
};

type Version = SchemeView['scheme']['versions'][number];

/** The versions of a scheme, the newest first: when each holds, who asked under it, and what one can do with it. */
export function Versions({ schemeId, versions }: { schemeId: string; versions: readonly Version[] }) {
  const { t } = useTranslation();
  return (
    <DataTable<Version>
      caption={t('schemeDesk.page.versionsTable')}
      captionHidden
      rows={[...versions].reverse()}
      rowKey={({ id }) => id}
      columns={[
        { key: 'period', label: t('schemeDesk.page.period'), cell: (row) => <Period version={row} /> },
        {
          key: 'standing',
          label: t('schemeDesk.page.standing'),
          cell: ({ standing }) => <Tag tone={tones[standing]}>{t(`schemeDesk.standing.${standing}`)}</Tag>,
        },
        {
          key: 'made',
          label: t('schemeDesk.page.made'),
          cell: ({ publishedOn }) => <DateText date={publishedOn} />,
        },
        {
          key: 'initiatives',
          label: t('schemeDesk.page.initiatives'),
          cell: (row) => <Asked version={row} />,
        },
        {
          key: 'acts',
          label: t('schemeDesk.page.acts'),
          cell: (row) => <Acts schemeId={schemeId} version={row} />,
        },
      ]}
    />
  );
}

function Period({ version: { validFrom, lastDay } }: { version: Version }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const from = formatDate(validFrom, locale);
  return lastDay === null
    ? t('schemeDesk.page.fromOn', { from })
    : t('schemeDesk.page.fromTo', { from, to: formatDate(lastDay, locale) });
}

function Asked({ version: { id, initiatives } }: { version: Version }) {
  const { t } = useTranslation();
  if (initiatives === 0) return t('schemeDesk.page.none');
  return (
    <Link href={`${paths.initiative.list}?regels=${id}`}>
      {t('schemeDesk.page.count', { count: initiatives })}
    </Link>
  );
}

function Acts({ schemeId, version: { id, validFrom, standing } }: { schemeId: string; version: Version }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const own = [
    { act: t('schemeDesk.page.look'), href: `${paths.initiative.scheme(schemeId)}?versie=${id}#regels` },
  ];
  const ahead = [
    { act: t('schemeDesk.page.replace'), href: `${paths.initiative.schemeDraft(schemeId)}?vervangt=${id}` },
    { act: t('schemeDesk.page.withdraw'), href: paths.initiative.schemeWithdraw(schemeId, id) },
  ];
  const date = formatDate(validFrom, locale);
  return (
    <span className="wk-cluster">
      {[...own, ...(standing === 'ahead' ? ahead : [])].map(({ act, href }) => (
        <Link key={href} href={href} aria-label={t('schemeDesk.page.of', { act, date })}>
          {act}
        </Link>
      ))}
    </span>
  );
}
