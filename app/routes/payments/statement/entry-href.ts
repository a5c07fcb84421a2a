import { type LineMatch } from '#db/reads/payments/statement';
import { paths } from '~/paths';

/** Where the entry of a movement stands for everybody: in the kasboek of its wijk, or at its source. */
export function entryHref({ entry, source }: Pick<LineMatch, 'entry' | 'source'>): string | null {
  if (!entry) return null;
  const { wijk, year, number } = entry;
  if (wijk) return `${paths.ledger.postings(wijk)}?jaar=${year}&boeking=${number}#boeking-${number}`;
  return source.code ? paths.sources.show(source.code) : null;
}
