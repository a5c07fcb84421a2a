import { partsOf, type PostcodePart } from '~/domain/area/postcode';
import { type WijkSlug } from './outlines';

/** The six wijken of Vierstromen. Codes and postcodes look like real ones and belong to nobody. */
export const gemeente = { slug: 'vierstromen', name: 'Vierstromen', code: 'GM9901' };

export const wijken: Record<WijkSlug, { name: string; code: string; inhabitants: number; digits: string }> = {
  parkwijk: { name: 'Parkwijk', code: 'WK990101', inhabitants: 8_420, digits: '1891' },
  soesterveld: { name: 'Soesterveld', code: 'WK990102', inhabitants: 11_240, digits: '1892' },
  kruiskade: { name: 'Kruiskade', code: 'WK990103', inhabitants: 9_310, digits: '1893' },
  wortmanbuurt: { name: 'Wortmanbuurt', code: 'WK9901AA', inhabitants: 4_275, digits: '1894' },
  buitenstad: { name: 'Buitenstad', code: 'WK990105', inhabitants: 2_150, digits: '1895' },
  middelveld: { name: 'Middelveld', code: 'WK990106', inhabitants: 5_690, digits: '1896' },
};

export const wijkSlugs = Object.keys(wijken) as WijkSlug[];

const letters = 'ABCDEFGHJKLMNPRSTUVWXZ';
const housesPerPostcode = 22;
const peoplePerHouse = 2.2;

/** The side of a street that Kruiskade and Wortmanbuurt share: whoever lives there is asked for the number. */
const shared = {
  postcode: '1893WB',
  first: 'kruiskade',
  second: 'wortmanbuurt',
  from: 41,
  houses: 40,
} as const;

/** The buurt of CBS that a wijk consists of. */
const buurtOf = (slug: WijkSlug) => `${wijken[slug].code.replace('WK', 'BU')}00`;

/** Where the houses of Vierstromen stand, as a file of CBS would say it. */
export function postcodesOfWorld(): PostcodePart[] {
  const own = wijkSlugs.flatMap((slug) => {
    const { inhabitants, digits } = wijken[slug];
    const streets = Math.ceil(inhabitants / peoplePerHouse / housesPerPostcode);
    return Array.from({ length: streets }, (_, at) => {
      const postcode = `${digits}${letters[Math.floor(at / letters.length)]}${letters[at % letters.length]}`;
      const houses = Array.from({ length: housesPerPostcode }, (_, house): [number, string] => [
        house * 2 + 1,
        buurtOf(slug),
      ]);
      return postcode === shared.postcode ? [] : partsOf(postcode, new Map(houses));
    }).flat();
  });
  const sides = Array.from({ length: shared.houses }, (_, house): [number, string] => [
    house * 2 + 1,
    buurtOf(house * 2 + 1 < shared.from ? shared.first : shared.second),
  ]);
  return [...own, ...partsOf(shared.postcode, new Map(sides))];
}
