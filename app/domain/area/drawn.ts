import { listed, type Notice, quoted } from '../notices';
import { type Area } from './polygon';
import { type Ground, sharesOf } from './place';

type Drawn = { name: string; slug: string; geometry: Area };
type Wijk = { name: string; slug: string; ground: Ground };

/** A smaller share is taken for a border that was drawn a little differently. */
const leastPercent = 2;

/**
 * What to know of wijken that somebody drew: over which wijken of today each lies, in percents of its own ground, and that no
 * postcode leads there.
 */
export function drawnNotices(drawn: readonly Drawn[], wijken: readonly Wijk[]): Notice[] {
  const overlaps = drawn.flatMap(({ name, slug, geometry }): Notice[] => {
    const others = wijken.filter((wijk) => wijk.slug !== slug);
    const shares = sharesOf([geometry], others).filter(({ percent }) => percent >= leastPercent);
    if (shares.length === 0) return [];
    const over = listed(shares.map(({ other, percent }) => `${quoted(other.name)} (${percent} %)`));
    return [{ code: 'areaOverlaps', line: null, values: { name: quoted(name), over } }];
  });
  return [...overlaps, { code: 'drawnWithoutPostcodes', line: null, values: {} }];
}
