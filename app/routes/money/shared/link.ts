import { type CalendarDate } from '~/domain/calendar';
import { type Theme } from '~/domain/initiative/purpose';
import { type Figure } from '~/domain/ledger/figure';
import { type Kolom } from '~/domain/ledger/kolom';
import { paths } from '~/paths';

/** Which state of the money a page shows: of a year, at the end of a day or (null) now. */
export interface MoneyAsked {
  year: number;
  on: CalendarDate | null;
  /** The end of the year was booked: what was left is no longer free. */
  ended: boolean;
}

/** What a number is narrowed to, as the address says it. */
export interface MoneyFilters {
  wijk?: string;
  kolom?: Kolom;
  bron?: string;
  thema?: Theme | 'none';
}

/** The year and day of a page, as the address of another page says them. */
export function moneyQuery({ year, on }: MoneyAsked): string {
  return on ? `jaar=${year}&op=${on}` : `jaar=${year}`;
}

/** The page with the rows that a number sums. */
export function rowsHref(asked: MoneyAsked, figure: Figure, filters: MoneyFilters = {}): string {
  const narrowed = Object.entries(filters).filter(([, value]) => value);
  return `${paths.money.rows}?${moneyQuery(asked)}&${String(new URLSearchParams([['maat', figure], ...narrowed]))}`;
}
