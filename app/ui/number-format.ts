import { type Locale } from './locale';

const looks = {
  /** At most two decimals. */
  plain: { maximumFractionDigits: 2 },
  whole: { maximumFractionDigits: 0 },
  /** One decimal, also when it is 0, for numbers that stand under each other. */
  oneDecimal: { minimumFractionDigits: 1, maximumFractionDigits: 1 },
} as const;

const formattersOf = (locale: Locale) => ({
  plain: new Intl.NumberFormat(locale, looks.plain),
  whole: new Intl.NumberFormat(locale, looks.whole),
  oneDecimal: new Intl.NumberFormat(locale, looks.oneDecimal),
});

const formatters = { nl: formattersOf('nl'), en: formattersOf('en') };

/** A number that is no amount, as people read it: "1.204,5", "1,204.5". */
export function formatNumber(value: number, locale: Locale, look: keyof typeof looks = 'plain'): string {
  return formatters[locale][look].format(value);
}

/** Names as a sentence lists them: "Samira, Joost en Fatma". */
export function formatList(names: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}
