import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';

/** That nobody said which account is the gemeente's, and who can. */
export function NoAccount() {
  const { t } = useTranslation();
  return (
    <Alert tone="waiting">
      <p>{t('payment.noAccount.missing')}</p>
      <p>{t('payment.noAccount.help')}</p>
    </Alert>
  );
}
