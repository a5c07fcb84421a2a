import { useContext } from 'react';
import { I18nContext } from 'react-i18next';

export type Locale = 'nl' | 'en';

/** The language of the page. Asked for every amount and date, so without what `useTranslation` makes each time. */
export function useLocale(): Locale {
  return useContext(I18nContext)?.i18n.language === 'en' ? 'en' : 'nl';
}
