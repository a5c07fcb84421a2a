import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { ButtonGroup, ButtonLink } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { DateText, formatDate } from '~/ui/date';
import { EmptyState } from '~/ui/empty-state';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { formatList } from '~/ui/number-format';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';
import { SchemeFrame } from '../shared/scheme-frame';
import { schemesInOffice } from './view.server';

export const handle = { access: { read: 'scheme.manage' } };

export const loader = page('scheme.manage', async (visit) => ({
  title: visit.t('schemeDesk.list.title'),
  ...(await schemesInOffice(visit)),
}));

export const meta: MetaFunction<typeof loader> = metaOf;

export default function SchemesPage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { rows, without } = useLoaderData<typeof loader>();
  return (
    <SchemeFrame title={t('schemeDesk.list.title')} scheme={null} intro={t('schemeDesk.list.intro')}>
      {without.length > 0 ? (
        <Alert tone="waiting">
          <Heading level={2}>{t('schemeDesk.list.without')}</Heading>
          <p>{t('schemeDesk.list.withoutText', { wijken: formatList(without, locale) })}</p>
        </Alert>
      ) : null}
      {rows.length > 0 ? (
        <SchemeTable />
      ) : (
        <EmptyState title={t('schemeDesk.list.emptyTitle')}>{t('schemeDesk.list.empty')}</EmptyState>
      )}
      <ButtonGroup>
        <ButtonLink href={paths.initiative.schemeNew}>{t('schemeDesk.list.make')}</ButtonLink>
        <ButtonLink look="secondary" href={paths.initiative.schemePreview}>
          {t('schemeDesk.list.preview')}
        </ButtonLink>
      </ButtonGroup>
    </SchemeFrame>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number];

function SchemeTable() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { rows } = useLoaderData<typeof loader>();
  const ahead = ({ ahead: days }: Row) =>
    days.length === 0
      ? t('schemeDesk.list.nothingAhead')
      : t('schemeDesk.list.from', {
          date: formatList(
            days.map((day) => formatDate(day, locale)),
            locale,
          ),
        });
  return (
    <DataTable<Row>
      caption={t('schemeDesk.list.table')}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          label: t('schemeDesk.list.name'),
          cell: ({ id, name }) => <Link href={paths.initiative.scheme(id)}>{name}</Link>,
        },
        {
          key: 'regime',
          label: t('scheme.regime.label'),
          cell: ({ legalRegime }) => t(`scheme.regime.${legalRegime}`),
        },
        {
          key: 'wijken',
          label: t('schemeDesk.list.wijken'),
          cell: ({ wijken }) =>
            wijken.length === 0 ? t('schemeDesk.list.noWijken') : formatList(wijken, locale),
        },
        {
          key: 'now',
          label: t('schemeDesk.list.now'),
          cell: ({ current }) => <Since day={current} />,
        },
        { key: 'ahead', label: t('schemeDesk.list.ahead'), cell: ahead },
      ]}
    />
  );
}

function Since({ day }: { day: Row['current'] }) {
  const { t } = useTranslation();
  return day === null ? t('schemeDesk.list.noVersion') : <DateText date={day} />;
}
