import { useTranslation } from 'react-i18next';
import { type PostcodesView } from './view.server';
import { BigFigures } from '~/ui/big-figures';
import { DataTable } from '~/ui/data-table';
import { DateText } from '~/ui/date';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { formatList, formatNumber } from '~/ui/number-format';
import { Pagination } from '~/ui/pagination';
import { paths } from '~/paths';

type SummaryProps = { inForce: NonNullable<PostcodesView['inForce']> } & Pick<
  PostcodesView,
  'perWijk' | 'divided'
>;

/** What the file that holds says: how many addresses lie in which wijk, and which postcodes lie in several. */
export function PostcodeSummary({ inForce: { year, addresses, readOn }, perWijk, divided }: SummaryProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <>
      <BigFigures
        items={[
          { label: t('postcode.page.addresses'), value: formatNumber(addresses, locale) },
          { label: t('postcode.page.year'), value: year },
        ]}
      />
      <p>
        {t('postcode.page.readOn')}: <DateText date={readOn} />
      </p>
      <section className="wk-stack">
        <Heading level={2}>{t('postcode.page.perWijk')}</Heading>
        <DataTable
          caption={t('postcode.page.perWijk')}
          captionHidden
          short
          rows={perWijk}
          rowKey={({ slug }) => slug ?? ''}
          columns={[
            {
              key: 'wijk',
              label: t('ledger.column.wijk'),
              cell: ({ slug, name }) =>
                slug ? <Link href={paths.area.wijk(slug)}>{name}</Link> : t('postcode.page.nowhere'),
            },
            {
              key: 'addresses',
              label: t('postcode.page.addresses'),
              numeric: true,
              cell: (row) => formatNumber(row.addresses, locale),
            },
            {
              key: 'postcodes',
              label: t('postcode.page.postcodes'),
              numeric: true,
              cell: (row) => formatNumber(row.postcodes, locale),
            },
          ]}
        />
      </section>
      <Divided divided={divided} />
    </>
  );
}

function Divided({ divided }: Pick<PostcodesView, 'divided'>) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (divided.total === 0) return <p>{t('postcode.page.dividedNone')}</p>;
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('postcode.page.divided', { count: divided.total })}</Heading>
      <p>{t('postcode.page.dividedIntro')}</p>
      <DataTable
        caption={t('postcode.page.dividedTable')}
        captionHidden
        short
        rows={divided.rows}
        rowKey={({ postcode }) => postcode}
        columns={[
          {
            key: 'postcode',
            label: t('postcode.page.postcode'),
            cell: ({ postcode }) => `${postcode.slice(0, 4)} ${postcode.slice(4)}`,
          },
          {
            key: 'wijken',
            label: t('postcode.page.wijken'),
            cell: ({ names }) =>
              formatList(
                names.map((name) => name ?? t('postcode.page.nowhere')),
                locale,
              ),
          },
        ]}
      />
      <Pagination list={divided} what={t('postcode.page.dividedTable')} />
    </section>
  );
}
