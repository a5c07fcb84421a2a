import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { formatDate } from '~/ui/date';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { type CalendarDate } from '~/domain/calendar';
import { type EntryKind } from '~/domain/ledger/kinds';
import { paths } from '~/paths';

/** Another entry, as something to take back or to look at. */
export interface OtherEntry {
  entryId: bigint;
  number: number;
}

export type InTheWay = OtherEntry & { kind: EntryKind; effectiveOn: CalendarDate; reason: string };

/** Why an entry cannot be taken back. */
export type Objection =
  | { why: 'kind'; kind: EntryKind }
  | { why: 'reversed'; by: OtherEntry }
  | { why: 'closed'; year: number }
  | { why: 'inUse'; first: readonly InTheWay[] };

const hrefOf = ({ entryId }: OtherEntry) => paths.ledger.reverse(entryId);

/** Why an entry cannot be taken back, and what to do instead. */
export function NotReversible({ objection }: { objection: Objection }) {
  const { t } = useTranslation();
  return (
    <Alert tone="waiting">
      <Heading level={2}>{t('source.reverse.not.title')}</Heading>
      <Why objection={objection} />
    </Alert>
  );
}

function Why({ objection }: { objection: Objection }) {
  const { t } = useTranslation();
  if (objection.why === 'kind') {
    const kind = t(`ledger.kind.${objection.kind}`).toLowerCase();
    return <p>{t('source.reverse.not.kind', { kind })}</p>;
  }
  if (objection.why === 'closed') return <p>{t('source.reverse.not.closed', { year: objection.year })}</p>;
  if (objection.why === 'inUse') return <InUse first={objection.first} />;
  return (
    <>
      <p>{t('source.reverse.not.reversed')}</p>
      <p>
        <Link href={hrefOf(objection.by)}>
          {t('source.reverse.not.reversedBy', { number: objection.by.number })}
        </Link>
      </p>
    </>
  );
}

function InUse({ first }: { first: readonly InTheWay[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (first.length === 0) return <p>{t('source.reverse.not.reserved')}</p>;
  return (
    <>
      <p>{t('source.reverse.not.inUse')}</p>
      <ul>
        {first.map((entry) => (
          <li key={String(entry.entryId)}>
            <Link href={hrefOf(entry)}>
              {t('source.reverse.not.first', {
                number: entry.number,
                kind: t(`ledger.kind.${entry.kind}`).toLowerCase(),
                date: formatDate(entry.effectiveOn, locale),
                reason: entry.reason,
              })}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
