/** The columns ("kolommen") that money for a wijk comes from; the database knows the same list. */
export const kolommen = [
  'wmo',
  'jeugd',
  'participatie',
  'leefbaarheid',
  'sponsor',
  'corporatie',
  'fonds',
  'eigen_bijdrage',
  'wijkbv',
] as const;
export type Kolom = (typeof kolommen)[number];
