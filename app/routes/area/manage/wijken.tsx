import { useTranslation } from 'react-i18next';
import { type ManagedWijk } from '#db/reads/area/manage';
import { DataTable } from '~/ui/data-table';
import { formatDate } from '~/ui/date';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { formatNumber } from '~/ui/number-format';
import { paths } from '~/paths';

/** The wijken of today: who lives there, what they consist of, and the way to change them. */
export function OpenWijken({ wijken }: { wijken: readonly ManagedWijk[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <DataTable
      caption={t('area.manage.open', { count: wijken.length })}
      rows={wijken}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          label: t('ledger.column.wijk'),
          cell: ({ id, name }) => <Link href={paths.area.rename(id)}>{name}</Link>,
        },
        {
          key: 'inhabitants',
          label: t('area.manage.inhabitants'),
          numeric: true,
          cell: ({ inhabitants }) =>
            inhabitants === null ? t('area.manage.unknown') : formatNumber(inhabitants, locale),
        },
        {
          key: 'codes',
          label: t('area.manage.codes'),
          cell: ({ codes, isDrawn }) => (isDrawn ? t('area.manage.drawn') : codes.join(', ')),
        },
        {
          key: 'since',
          label: t('area.manage.since'),
          cell: ({ validFrom }) => formatDate(validFrom, locale),
        },
      ]}
    />
  );
}

/** Wijken that went into another, or that were left out. */
export function EndedWijken({ wijken }: { wijken: readonly ManagedWijk[] }) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('area.manage.ended')}</Heading>
      <ul>
        {wijken.map(({ id, name, joined }) => (
          <li key={id}>
            <Link href={paths.area.rename(id)}>{name}</Link>:{' '}
            {joined ? t('area.manage.joined', { wijk: joined.name }) : t('area.manage.leftOut')}
          </li>
        ))}
      </ul>
    </section>
  );
}
