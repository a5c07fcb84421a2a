import i18next, { type i18n } from 'i18next';
import type nl from './nl';

export const locales = ['nl', 'en'] as const;
export type Locale = (typeof locales)[number];
export type Texts = typeof nl;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Texts };
    returnNull: false;
  }
}

/** A translator for one language. Values are escaped by React, not here. */
export function createI18n(locale: Locale, texts: object): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: locale,
    resources: { [locale]: { translation: texts } },
    interpolation: { escapeValue: false },
    initImmediate: false,
    returnNull: false,
  });
  return instance;
}
