import { useTranslation } from 'react-i18next';
import { MoneyTable } from '~/components/ui/money-table';
import { type Kolom, kolommen } from '~/domain/ledger/kolom';
import { type Cents, sum } from '~/domain/money/cents';

interface KolomTableProps {
  caption: string;
  wijken: readonly { slug: string; name: string }[];
  cells: readonly { slug: string; kolom: Kolom; cents: Cents }[];
}

/** From each kolom to each wijk: the two ways to add up the same money. */
export function KolomTable({ caption, wijken, cells }: KolomTableProps) {
  const { t } = useTranslation();
  const used = kolommen.filter((kolom) => cells.some((cell) => cell.kolom === kolom));
  const total = (own: KolomTableProps['cells']) => sum(own.map((cell) => cell.cents));
  const shown = cells.filter(({ slug }) => wijken.some((wijk) => wijk.slug === slug));
  return (
    <MoneyTable
      caption={caption}
      captionHidden
      nameLabel={t('ledger.column.wijk')}
      columns={[...used.map((kolom) => t(`ledger.kolom.${kolom}`)), t('ledger.column.total')]}
      rows={wijken.map(({ slug, name }) => {
        const own = shown.filter((cell) => cell.slug === slug);
        const figures = used.map((kolom) => total(own.filter((cell) => cell.kolom === kolom)));
        return {
          key: slug,
          label: name,
          href: `/wijken/${slug}`,
          figures: [...figures, total(own)].map((cents) => ({ cents })),
        };
      })}
      total={{
        label: t('ledger.column.total'),
        figures: [...used.map((kolom) => total(shown.filter((cell) => cell.kolom === kolom))), total(shown)],
      }}
    />
  );
}
