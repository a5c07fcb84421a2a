import { useTranslation } from 'react-i18next';
import { Alert } from './alert';
import { Link } from './link';
import { paths } from '~/paths';

/** Tells an applicant that a grant cannot be paid yet, and where to mend that. */
export function AccountHint({ grants }: { grants: readonly { number: number; title: string }[] }) {
  const { t } = useTranslation();
  if (grants.length === 0) return null;
  return (
    <Alert tone="waiting">
      <p>
        <strong>{t('grant.account.missing')}</strong>
      </p>
      {grants.map(({ number, title }) => (
        <p key={number}>
          <Link href={paths.initiative.account(number)}>{t('grant.account.fillFor', { title })}</Link>
        </p>
      ))}
    </Alert>
  );
}
