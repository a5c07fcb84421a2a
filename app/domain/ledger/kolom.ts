/**
 * The columns ("kolommen") that money comes from; the database knows the same list. The last is the gemeente's own: what
 * its bank account costs, and what came in on it for nobody.
 */
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
  'bedrijfsvoering',
] as const;
export type Kolom = (typeof kolommen)[number];
