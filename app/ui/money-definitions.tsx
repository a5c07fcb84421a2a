import { useTranslation } from 'react-i18next';

/** What two words in the tables of money mean exactly: reserved and granted. */
export function MoneyDefinitions() {
  const { t } = useTranslation();
  return (
    <p className="wk-small wk-soft">
      {t('ledger.definition.reserved')} {t('ledger.definition.granted')}
    </p>
  );
}
