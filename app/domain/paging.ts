/** A page of a list. Pages count from 1, and there is always one; `total` counts the rows of all pages. */
export type Paged<Row> = Place & { rows: Row[] };

/** Where a page stands in its list. */
export type Place = Readonly<{ page: number; pages: number; size: number; total: number }>;

/** The page that a text from an address asks for: a whole number from 1 on, and 1 for whatever else it is. */
export function askedPage(typed: string | null): number {
  return /^[1-9]\d{0,5}$/.test(typed ?? '') ? Number(typed) : 1;
}

/** The page of a list of `total` rows that is shown when `asked` is wanted: past the end that is the last. */
export function placeOf(asked: number, total: number, size: number): Place {
  const pages = Math.max(1, Math.ceil(total / size));
  return { page: Math.min(Math.max(1, asked), pages), pages, size, total };
}

/** How many rows stand before a page. */
export const rowsBefore = ({ page, size }: Place): number => (page - 1) * size;

/** A page of what is in memory. */
export function pageOf<Row>(rows: readonly Row[], asked: number, size: number): Paged<Row> {
  const place = placeOf(asked, rows.length, size);
  return { ...place, rows: rows.slice(rowsBefore(place), rowsBefore(place) + size) };
}
