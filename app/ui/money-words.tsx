import { useTranslation } from 'react-i18next';

/** What two words in the tables of money mean exactly: reserved and granted. */
export function MoneyWords() {
  const { t } = useTranslation();
  return (
    <p className="wk-small wk-soft">
      {t('ledger.words.reserved')} {t('ledger.words.granted')}
    </p>
  );
}
