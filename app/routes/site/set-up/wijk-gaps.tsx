import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { type WijkLacks } from './view.server';

/** What still keeps residents from asking, or councils from deciding, in each wijk that lacks something. */
export function WijkGaps({ wijken }: { wijken: readonly WijkLacks[] }) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('admin.setUp.gaps')}</Heading>
      <p>{t('admin.setUp.gapsIntro')}</p>
      <DataTable
        caption={t('admin.setUp.gaps')}
        captionHidden
        rows={wijken}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', label: t('ledger.column.wijk'), cell: ({ name }) => name },
          {
            key: 'asking',
            label: t('admin.setUp.asking'),
            cell: ({ isOpen }) => t(isOpen ? 'admin.setUp.open' : 'admin.setUp.closed'),
          },
          {
            key: 'gaps',
            label: t('admin.setUp.lacks'),
            cell: ({ gaps, filled, seats }) => (
              <ul>
                {gaps.map(({ name, href }) => (
                  <li key={name}>
                    <Link href={href}>{t(`admin.setUp.gap.${name}`, { filled, seats })}</Link>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </section>
  );
}
