import { useTranslation } from 'react-i18next';
import { Link } from './link';
import { type EntryKind, entryKinds } from '~/domain/ledger/kinds';
import { paths } from '~/paths';

interface TakeBackProps {
  entry: { entryId: bigint; number: number; kind: EntryKind };
}

/** The way to take an entry back; nothing for a kind that only a decision can end. */
export function TakeBack({ entry: { entryId, number, kind } }: TakeBackProps) {
  const { t } = useTranslation();
  if (!entryKinds[kind].reversible) return null;
  return (
    <Link href={paths.ledger.reverse(entryId)} aria-label={t('source.reverse.linkTo', { number })}>
      {t('source.reverse.link')}
    </Link>
  );
}
