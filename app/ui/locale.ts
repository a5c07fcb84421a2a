import { useTranslation } from 'react-i18next';

export type Locale = 'nl' | 'en';

export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'nl';
}
