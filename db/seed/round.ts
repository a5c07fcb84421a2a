import { writePabulib } from '~/formats/pabulib/write';
import { gemeente, wijken } from './areas';
import { degreesAt } from './outlines';

/** Who voted for what in Kruiskade, roughly: groups of voters and what they care for. */
const interests = ['spelen', 'ouderen', 'jeugd', 'groen', 'winkels'] as const;
type Interest = (typeof interests)[number];

type Plan = {
  name: string;
  euros: number;
  category: string;
  of: Interest;
  metres: readonly [number, number];
};

/** Invented plans in streets that do not exist; the place in metres east and north as in the outlines. */
const plans: readonly Plan[] = [
  {
    name: 'Nieuwe speeltuin aan de Havenstraat',
    euros: 24_000,
    category: 'Spelen',
    of: 'spelen',
    metres: [5600, 3700],
  },
  {
    name: 'Veilig oversteken bij de basisschool',
    euros: 18_500,
    category: 'Verkeer',
    of: 'spelen',
    metres: [6100, 3300],
  },
  {
    name: 'Huiswerkhulp in het buurthuis',
    euros: 6_400,
    category: 'Samen',
    of: 'spelen',
    metres: [5900, 2900],
  },
  {
    name: 'Bankjes langs de Kade',
    euros: 7_200,
    category: 'Openbare ruimte',
    of: 'ouderen',
    metres: [5350, 3350],
  },
  { name: 'Samen eten op woensdag', euros: 4_800, category: 'Samen', of: 'ouderen', metres: [5950, 2950] },
  {
    name: 'Belbus naar het ziekenhuis',
    euros: 15_000,
    category: 'Verkeer',
    of: 'ouderen',
    metres: [6400, 2600],
  },
  {
    name: 'Skatebaan onder het viaduct',
    euros: 21_000,
    category: 'Spelen',
    of: 'jeugd',
    metres: [6750, 2050],
  },
  { name: 'Muziekstudio voor jongeren', euros: 9_500, category: 'Samen', of: 'jeugd', metres: [6300, 1950] },
  { name: 'Geveltuinen in vijf straten', euros: 5_600, category: 'Groen', of: 'groen', metres: [5650, 2450] },
  {
    name: 'Twintig bomen op het Kerkplein',
    euros: 12_800,
    category: 'Groen',
    of: 'groen',
    metres: [6050, 3600],
  },
  { name: 'Regentonnen voor huurders', euros: 3_900, category: 'Groen', of: 'groen', metres: [5800, 1700] },
  {
    name: 'Lichtjes in de winkelstraat',
    euros: 6_000,
    category: 'Openbare ruimte',
    of: 'winkels',
    metres: [6500, 3900],
  },
  { name: 'Braderie in juni', euros: 2_500, category: 'Samen', of: 'winkels', metres: [6600, 3750] },
  { name: 'Zwembad in de haven', euros: 75_000, category: 'Spelen', of: 'spelen', metres: [5500, 3950] },
  {
    name: 'Twee schaaktafels op het plein',
    euros: 1_200,
    category: 'Openbare ruimte',
    of: 'ouderen',
    metres: [6080, 3640],
  },
];

const voters: Record<Interest, number> = { spelen: 148, ouderen: 121, jeugd: 58, groen: 83, winkels: 27 };
const euros = 60_000;

/**
 * The round that Kruiskade held in the autumn of a year, as a .pb file: always the same votes. Its outcome by equal
 * shares differs from its outcome by most votes.
 */
export function roundFile(year: number): Uint8Array {
  const random = randomFrom(1_983);
  const votes = interests.flatMap((interest) =>
    Array.from({ length: voters[interest] }, () => ballotOf(interest, random)),
  );
  const text = writePabulib({
    meta: [
      ['description', `Buurtbudget ${wijken.kruiskade.name}`],
      ['country', 'Netherlands'],
      ['unit', gemeente.name],
      ['district', wijken.kruiskade.name],
      ['instance', `${year}`],
      ['num_projects', `${plans.length}`],
      ['num_votes', `${votes.length}`],
      ['budget', `${euros}`],
      ['vote_type', 'approval'],
      ['rule', 'equalshares/add1'],
      ['date_begin', `22.09.${year}`],
      ['date_end', `05.10.${year}`],
      ['language', 'nl'],
      ['currency', 'EUR'],
    ],
    projectColumns: ['project_id', 'cost', 'name', 'category', 'latitude', 'longitude'],
    projects: plans.map(({ name, euros: cost, category, metres }, place) => {
      const [longitude, latitude] = degreesAt(metres);
      return { cells: [keyOf(place), `${cost}`, name, category, `${latitude}`, `${longitude}`] };
    }),
    voteColumns: ['voter_id', 'vote'],
    votes: shuffled(votes, random).map((places, number) => ({
      cells: [`${number + 1}`, places.map(keyOf).join()],
    })),
  });
  return new TextEncoder().encode(text);
}

const keyOf = (place: number) => `KR${`${place + 1}`.padStart(2, '0')}`;

/** Most of what one cares for, now and then something else; never nothing. */
function ballotOf(interest: Interest, random: () => number): number[] {
  const places = plans.flatMap(({ of }, place) =>
    random() < (of === interest ? 0.72 : 0.09) ? [place] : [],
  );
  return places.length > 0 ? places : ballotOf(interest, random);
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => ({ item, turn: random() }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ item }) => item);
}

/** The same row of numbers between 0 and 1 each time (Park and Miller). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
