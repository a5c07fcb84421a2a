const vierstromen = { code: 'GM9901', name: 'Vierstromen' };

type Properties = Readonly<Record<string, unknown>>;
export type Square = { west: number; east: number; south?: number; north?: number };

/** A GeoJSON file with these features, each a rectangle. */
export function areasText(features: readonly (Properties & { at: Square })[]): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(({ at, ...properties }) => ({
      ...{ type: 'Feature', properties },
      geometry: { type: 'Polygon', coordinates: [rectangle(at)] },
    })),
  });
}

/** A CBS file with these wijken, squares beside each other of a thousand people each. */
export function wijkenText(names: readonly string[], gemeente = vierstromen): string {
  const own = { gemeentecode: gemeente.code, gemeentenaam: gemeente.name };
  return areasText(
    names.map((wijknaam, index) => ({
      ...{
        wijkcode: `WK${gemeente.code.slice(2)}${String(index + 1).padStart(2, '0')}`,
        wijknaam,
        aantal_inwoners: 1000,
      },
      ...own,
      at: squareOf(index),
    })),
  );
}

/** A CBS file with the buurten of the first wijken of `wijkenText`: two strips a wijk, of 600 and of 400 people. */
export function buurtenText(wijken: number, gemeente = vierstromen): string {
  const own = { gemeentecode: gemeente.code, gemeentenaam: gemeente.name };
  const strips = Array.from({ length: wijken }, (_, index) =>
    [1, 2].map((half) => {
      const { west } = squareOf(index);
      const from = west + (half - 1) * 0.006;
      return {
        ...{
          buurtcode: `BU${gemeente.code.slice(2)}0${index + 1}0${half}`,
          buurtnaam: `Buurt ${index + 1}.${half}`,
        },
        ...{ ...own, aantal_inwoners: half === 1 ? 600 : 400 },
        at: { west: from, east: half === 1 ? from + 0.006 : west + 0.01 },
      };
    }),
  );
  return areasText(strips.flat());
}

/** Where the nth wijk of `wijkenText` lies. */
export const squareOf = (index: number) => ({ west: 5 + index / 100, east: 5 + (index + 1) / 100 });

const rectangle = ({ west, east, south = 52, north = 52.01 }: Square) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
