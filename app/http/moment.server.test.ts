import { expect, it } from 'vitest';
import { messageDetail } from './form.server';
import { translatorFor } from '~/i18n/translator.server';

const asked = (locale: 'nl' | 'en', now: string) => {
  const { t } = translatorFor(locale);
  return { t, locale, site: { now: () => new Date(now) } };
};
const earliest = { detail: { earliest: '2026-06-02T10:00:00.001Z' } };

it('a refusal says a day with its time as people write it, and never a moment that is too early', () => {
  const now = '2026-06-01T10:00:00Z';
  expect(messageDetail(earliest, asked('nl', now))).toEqual({ earliest: 'di 2 juni 2026 om 12.01 uur' });
  expect(messageDetail(earliest, asked('en', now))).toEqual({ earliest: 'Tue 2 June 2026 at 12:01' });
});

it('a refusal that says until when says today or tomorrow', () => {
  const until = (now: string) =>
    messageDetail({ detail: { until: '2026-06-01T22:30:00Z' } }, asked('nl', now));
  expect(until('2026-06-01T22:01:00Z')).toEqual({ until: 'om 0.30 uur' });
  expect(until('2026-06-01T21:59:00Z')).toEqual({ until: 'morgen om 0.30 uur' });
});
