import { type Cents, cents } from './cents';

export type MoneyLocale = 'nl' | 'en';

const marks = { nl: { group: '.', decimal: ',' }, en: { group: ',', decimal: '.' } } as const;

/**
 * An amount as people read it, exact for any bigint: '€ 1.250' in 'short' (without ,00), '€ 1.250,00' in 'full'.
 * The space after € never breaks; a negative amount starts with a minus sign (look.md).
 */
export function formatEuros(amount: Cents, locale: MoneyLocale, style: 'short' | 'full' = 'short'): string {
  const { negative, euros, decimals } = split(amount);
  const mark = marks[locale];
  const whole = euros.replace(/\B(?=(\d{3})+$)/g, mark.group);
  const rest = style === 'short' && decimals === '00' ? '' : mark.decimal + decimals;
  return `${negative ? '\u2212' : ''}€\u00a0${whole}${rest}`;
}

/** An amount to the nearest euro, for a table that is read at a glance: '€ 1.250'. */
export function formatWholeEuros(amount: Cents, locale: MoneyLocale): string {
  const half = amount < 0n ? -50n : 50n;
  return formatEuros(cents(((amount + half) / 100n) * 100n), locale, 'short');
}

/** As `formatEuros`, for an amount in another currency: 'PLN 1.250'. */
export function formatAmount(
  amount: Cents,
  currency: string,
  locale: MoneyLocale,
  style?: 'short' | 'full',
): string {
  const text = formatEuros(amount, locale, style);
  return currency === 'EUR' ? text : text.replace('€', currency);
}

/** An amount as the value of a form field, '1250,50': what `parseEuros` reads back. */
export function euroInput(amount: Cents): string {
  const { negative, euros, decimals } = split(amount);
  return `${negative ? '-' : ''}${euros},${decimals}`;
}

function split(amount: Cents) {
  const negative = amount < 0n;
  const digits = (negative ? -amount : amount).toString().padStart(3, '0');
  return { negative, euros: digits.slice(0, -2), decimals: digits.slice(-2) };
}
