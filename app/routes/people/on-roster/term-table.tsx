import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { Link } from '~/ui/link';
import { type ShownTerm } from '../shared/roster-view.server';
import { RoleName, TermDays } from '../shared/term-line';
import { paths } from '~/paths';

interface TermTableProps {
  personId: string;
  terms: readonly ShownTerm[];
}

/** Every role and seat with its term; a role can be ended here, a seat where the council is. */
export function TermTable({ personId, terms }: TermTableProps) {
  const { t } = useTranslation();
  return (
    <DataTable<ShownTerm>
      caption={t('roster.roles')}
      captionHidden
      rows={terms}
      rowKey={({ id }) => id}
      columns={[
        { key: 'role', label: t('roster.column.role'), cell: (term) => <RoleName term={term} /> },
        { key: 'days', label: t('roster.column.days'), cell: (term) => <TermDays term={term} /> },
        {
          key: 'act',
          label: t('roster.column.act'),
          cell: (term) => <End personId={personId} term={term} />,
        },
      ]}
    />
  );
}

function End({ personId, term }: { personId: string; term: ShownTerm }) {
  const { t } = useTranslation();
  if (term.when === 'over' || term.when === 'never') return <>{t('roster.over')}</>;
  if (term.kind === 'seat') return <>{t('roster.seat')}</>;
  return (
    <Link href={paths.people.endRole(personId, term.id)}>
      {t('roster.end.link')}
      <span className="wk-visually-hidden">
        {' '}
        <RoleName term={term} />
      </span>
    </Link>
  );
}
