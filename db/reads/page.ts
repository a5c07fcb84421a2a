import { type Paged, placeOf, rowsBefore } from '~/domain/paging';

/** Which page of a list is wanted, from 1 on, and how many rows it holds. */
export type Wanted = { page: number; size: number };

/** One page of a list: counts it first, so that a page past the end is the last and never a walk through nothing. */
export async function readPage<Row>(
  { page, size }: Wanted,
  count: PromiseLike<number>,
  rows: (limit: number, offset: number) => PromiseLike<Row[]>,
): Promise<Paged<Row>> {
  const place = placeOf(page, await count, size);
  return { ...place, rows: place.total === 0 ? [] : await rows(size, rowsBefore(place)) };
}
