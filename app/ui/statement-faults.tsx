import { useTranslation } from 'react-i18next';
import { type StatementFault } from '#db/reads/payments/chain';
import { Link } from './link';
import { useLocale } from './locale';
import { formatEuros } from '~/domain/money/format';
import { paths } from '~/paths';

/** What does not fit between a statement and the others, each in a sentence that leads to the other. */
export function StatementFaults({ faults }: { faults: readonly StatementFault[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <>
      {faults.map(({ kind, openingCents, other }) => (
        <p key={kind}>
          {t(`statement.fault.${kind}`, {
            name: other.statementId,
            opening: formatEuros(openingCents, locale),
            closing: formatEuros(other.closingCents, locale),
          })}{' '}
          <Link href={paths.payments.statement(other.id)}>
            {t('statement.fault.see', { name: other.statementId })}
          </Link>
        </p>
      ))}
    </>
  );
}

/** Which other accounts stood in the file, and were not read. */
export function OtherAccounts({ accounts }: { accounts: readonly string[] }) {
  const { t } = useTranslation();
  if (accounts.length === 0) return null;
  return <p>{t('statement.otherAccounts', { count: accounts.length, accounts: accounts.join(', ') })}</p>;
}
