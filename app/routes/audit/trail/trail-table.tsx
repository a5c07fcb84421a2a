import { useTranslation } from 'react-i18next';
import { type AuditSubjectKind } from '~/domain/audit/acts';
import { DataTable } from '~/ui/data-table';
import { Link } from '~/ui/link';
import { UserText } from '~/ui/user-text';
import { paths } from '~/paths';

/** One act in words. */
export interface TrailRow {
  id: string;
  when: string;
  said: string;
  why: string;
  subject: { kind: AuditSubjectKind; id: string; label: string; href: string | null };
}

/** Acts, the newest first: what was done, to what, when and why. */
export function TrailTable({ rows }: { rows: readonly TrailRow[] }) {
  const { t } = useTranslation();
  return (
    <DataTable<TrailRow>
      caption={t('audit.trail.table')}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'what', label: t('audit.column.what'), cell: ({ said }) => said },
        { key: 'about', label: t('audit.column.about'), cell: ({ subject }) => <About subject={subject} /> },
        { key: 'why', label: t('audit.column.why'), cell: ({ why }) => <UserText>{why || '–'}</UserText> },
        { key: 'when', label: t('audit.column.when'), cell: ({ when }) => when },
      ]}
    />
  );
}

/** What it was done to, and the way to all that was done to it. */
function About({ subject: { kind, id, label, href } }: Pick<TrailRow, 'subject'>) {
  const { t } = useTranslation();
  const all = new URLSearchParams({ soort: kind, ding: id });
  return (
    <div>
      {href ? <Link href={href}>{label}</Link> : label}
      <span className="wk-below wk-small">
        <Link href={`${paths.audit.trail}?${String(all)}`}>
          {t('audit.trail.allOf')}
          <span className="wk-visually-hidden"> {label}</span>
        </Link>
      </span>
    </div>
  );
}
