import { outlineOf, type WijkSlug } from './outlines';

/** The six wijken of Vierstromen. Codes and postcodes look like real ones and belong to nobody. */
export const gemeente = { name: 'Vierstromen', code: 'GM9901' };

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

/** The wijken of Vierstromen, as a file of CBS would draw them. */
export function wijkenFile(): string {
  const features = wijkSlugs.map((slug) => {
    const { name, code, inhabitants } = wijken[slug];
    const properties = {
      wijkcode: code,
      wijknaam: name,
      gemeentecode: gemeente.code,
      gemeentenaam: gemeente.name,
      aantal_inwoners: inhabitants,
    };
    return { type: 'Feature', properties, geometry: outlineOf(slug) };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

/** Where the houses of Vierstromen stand in a year, as a file of CBS would say it. */
export function postcodesFile(year: number): string {
  const lines = wijkSlugs.flatMap((slug) => {
    const { inhabitants, digits } = wijken[slug];
    const streets = Math.ceil(inhabitants / peoplePerHouse / housesPerPostcode);
    return Array.from({ length: streets }, (_, at) => {
      const postcode = `${digits}${letters[Math.floor(at / letters.length)]}${letters[at % letters.length]}`;
      return postcode === shared.postcode ? [] : houses(postcode, housesPerPostcode, () => slug);
    }).flat();
  });
  const sides = houses(shared.postcode, shared.houses, (number) =>
    number < shared.from ? shared.first : shared.second,
  );
  const columns = ['PC6', 'Huisnummer', 'Buurt', 'Wijk', 'Gemeente'].map((name) => `${name}${year}`);
  return [columns.join(';'), ...lines, ...sides, ''].join('\n');
}

/** The houses of one postcode, all on the odd side of its street. */
function houses(postcode: string, count: number, wijkOf: (number: number) => WijkSlug): string[] {
  return Array.from({ length: count }, (_, house) => {
    const number = house * 2 + 1;
    const { code } = wijken[wijkOf(number)];
    return [postcode, number, code.replace('WK', 'BU') + '00', code, gemeente.code].join(';');
  });
}
