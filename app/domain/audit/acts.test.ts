import { describe, expect, it } from 'vitest';
import { type Locale, locales } from '~/i18n';
import { translatorFor } from '~/i18n/translator.server';
import { entryKinds } from '../ledger/kinds';
import { auditSubjectKinds, everyAuditAct } from './acts';

/** Keys under `audit` that have no text of their own in this language. */
const silent = (locale: Locale, keys: readonly string[]) => {
  const texts: unknown = translatorFor(locale).getResource(locale, 'translation', 'audit');
  const at = (key: string) =>
    key
      .split('.')
      .reduce<unknown>((tree, name) => (tree as Record<string, unknown> | undefined)?.[name], texts);
  return keys.filter((key) => typeof at(key) !== 'string');
};

describe('the audit log', () => {
  it('has every kind of entry among its acts, and each act once', () => {
    const booked = Object.keys(entryKinds).map((kind) => `money.${kind}`);
    expect(everyAuditAct).toEqual(expect.arrayContaining(booked));
    expect(new Set(everyAuditAct).size).toBe(everyAuditAct.length);
  });

  it.each(locales)('has words for every act and every kind of thing: %s', (locale) => {
    const acts = everyAuditAct.map((act) => `act.${act}`);
    const kinds = auditSubjectKinds.map((kind) => `kind.${kind}`);
    expect(silent(locale, [...acts, ...kinds])).toEqual([]);
  });

  it.each(locales)('is caught without words: %s', (locale) => {
    expect(silent(locale, ['act.area.import', 'act.area.burn', 'act.area'])).toEqual([
      'act.area.burn',
      'act.area',
    ]);
  });

  it.each(locales)('says of no two acts, and of no two kinds of thing, the same: %s', (locale) => {
    const { t } = translatorFor(locale);
    const acts = everyAuditAct.map((act) => t(`audit.act.${act}`));
    const kinds = auditSubjectKinds.map((kind) => t(`audit.kind.${kind}`));
    expect(acts.filter((words, place) => acts.indexOf(words) !== place)).toEqual([]);
    expect(kinds.filter((words, place) => kinds.indexOf(words) !== place)).toEqual([]);
  });
});
