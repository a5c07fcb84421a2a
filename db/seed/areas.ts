import { type WijkSlug } from './outlines';

/** The six wijken of Vierstromen. Codes and postcodes look like real ones and belong to nobody. */
export const gemeente = { slug: 'vierstromen', name: 'Vierstromen', code: 'GM9901' };

export const wijken: Record<
  WijkSlug,
  { name: string; code: string; inhabitants: number; postcodes: string[] }
> = {
  parkwijk: { name: 'Parkwijk', code: 'WK990101', inhabitants: 8_420, postcodes: ['1891'] },
  soesterveld: { name: 'Soesterveld', code: 'WK990102', inhabitants: 11_240, postcodes: ['1892', '1891ZA'] },
  kruiskade: { name: 'Kruiskade', code: 'WK990103', inhabitants: 9_310, postcodes: ['1893'] },
  wortmanbuurt: { name: 'Wortmanbuurt', code: 'WK9901AA', inhabitants: 4_275, postcodes: ['1894', '1893WB'] },
  buitenstad: { name: 'Buitenstad', code: 'WK990105', inhabitants: 2_150, postcodes: ['1895'] },
  middelveld: { name: 'Middelveld', code: 'WK990106', inhabitants: 5_690, postcodes: ['1896'] },
};

export const wijkSlugs = Object.keys(wijken) as WijkSlug[];
