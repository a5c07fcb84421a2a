import { RemixBrowser } from '@remix-run/react';
import { startTransition, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createI18n, type Locale } from './i18n';

const locale: Locale = document.documentElement.lang === 'en' ? 'en' : 'nl';
const texts = await (locale === 'en' ? import('./i18n/en') : import('./i18n/nl'));
const translator = createI18n(locale, texts.default);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={translator}>
        <RemixBrowser />
      </I18nextProvider>
    </StrictMode>,
  );
});
