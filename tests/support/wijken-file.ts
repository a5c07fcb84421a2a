const vierstromen = { code: 'GM9901', name: 'Vierstromen' };

/** A CBS file with these wijken, squares beside each other of a thousand people each. */
export function wijkenText(names: readonly string[], gemeente = vierstromen): string {
  const features = names.map((wijknaam, index) => ({
    type: 'Feature',
    properties: {
      wijkcode: `WK${gemeente.code.slice(2)}${String(index + 1).padStart(2, '0')}`,
      wijknaam,
      ...{ gemeentecode: gemeente.code, gemeentenaam: gemeente.name, aantal_inwoners: 1000 },
    },
    geometry: { type: 'Polygon', coordinates: [square(5 + index / 100)] },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

const square = (west: number) => {
  const [east, south, north] = [west + 0.01, 52, 52.01];
  return [
    ...[
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ],
    [west, south],
  ];
};
