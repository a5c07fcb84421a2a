import { useTranslation } from 'react-i18next';
import { type GemeenteView } from './view.server';
import { DataTable } from '~/ui/data-table';
import { DateText } from '~/ui/date';
import { Heading } from '~/ui/heading';
import { Pagination } from '~/ui/pagination';
import { UserText } from '~/ui/user-text';

type Version = GemeenteView['versions'][number];

/** Who changed what, the newest first: every version stays. */
export function Versions({ versions, place }: Pick<GemeenteView, 'versions' | 'place'>) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack" id="versies">
      <Heading level={2}>{t('gemeente.versions.title')}</Heading>
      <p>{t('gemeente.versions.intro')}</p>
      <DataTable
        caption={t('gemeente.versions.table')}
        captionHidden
        rows={versions}
        rowKey={({ version }) => String(version)}
        columns={[
          { key: 'version', label: t('gemeente.versions.version'), cell: ({ version }) => version },
          {
            key: 'when',
            label: t('gemeente.versions.when'),
            cell: ({ savedOn }) => <DateText date={savedOn} />,
          },
          { key: 'who', label: t('gemeente.versions.who'), cell: ({ who }) => who },
          {
            key: 'what',
            label: t('gemeente.versions.what'),
            cell: ({ changes }) => <Changes changes={changes} />,
          },
        ]}
      />
      <Pagination list={place} what={t('gemeente.versions.title')} anchor="versies" />
    </section>
  );
}

function Changes({ changes }: Pick<Version, 'changes'>) {
  const { t } = useTranslation();
  if (changes === null) return <>{t('gemeente.versions.first')}</>;
  if (changes.length === 0) return <>{t('gemeente.versions.same')}</>;
  return (
    <ul className="wk-plain-list">
      {changes.map(({ part, value }) => (
        <li key={part}>
          {t(`gemeente.part.${part}`)}: <UserText>{value}</UserText>
        </li>
      ))}
    </ul>
  );
}
