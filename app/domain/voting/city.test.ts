import { describe, expect, test } from 'vitest';
import { electionBytes, goldenNames } from '../../../tests/support/pabulib';
import { cityChoice, type CityChoice, type CityGap, confirmedBy, gapOf } from './city';
import { readPabulib } from '../../formats/pabulib/read';

type File = { meta?: Record<string, string>; projects: [cost: number, selected: string][]; votes: string[] };

/** Projects are 1, 2, 3… in order; a vote is a list of them. */
function city({ meta = {}, projects, votes }: File): CityChoice | undefined {
  const said = { budget: '100', vote_type: 'approval', ...meta };
  const lines = [
    ...['META', 'key;value', ...Object.entries(said).map(([key, value]) => `${key};${value}`)],
    ...['PROJECTS', 'project_id;cost;selected'],
    ...projects.map(([cost, selected], place) => `${place + 1};${cost};${selected}`),
    ...['VOTES', 'voter_id;vote', ...votes.map((vote, place) => `${place};${vote}`)],
  ];
  return cityChoice(readPabulib(new TextEncoder().encode(lines.join('\n'))));
}

// 4, 3, 2 and 1 votes; in order of votes the second does not fit, the third does, the fourth again does.
const line = {
  projects: [
    [60, '1'],
    [50, '0'],
    [30, '0'],
    [10, '0'],
  ] as [number, string][],
  votes: ['1,2,3,4', '1,2,3', '1,2', '1'],
};

describe('what the city chose', () => {
  test('is what is marked; more than 1 is an exception', () => {
    const choice = city({
      ...line,
      projects: [
        [60, '1'],
        [50, '2'],
        [30, '0'],
        [10, '3'],
      ],
    });
    expect(choice).toMatchObject({ selected: ['1', '2', '4'], exceptions: ['2', '4'] });
  });

  test('a project of which nothing or no number is told was not chosen', () => {
    const choice = city({
      ...line,
      projects: [
        [60, '1'],
        [50, ''],
        [30, 'yes'],
        [10, '"1 "'],
      ],
    });
    expect(choice).toMatchObject({ selected: ['1', '4'], exceptions: [] });
  });

  test('is not known where no project tells, or there is no column', () => {
    expect(
      city({
        ...line,
        projects: [
          [60, ''],
          [50, ''],
        ],
        votes: [],
      }),
    ).toBeUndefined();
    const without = 'META\nkey;value\nbudget;1\nvote_type;approval\nPROJECTS\nproject_id;cost\n1;1\n';
    const file = readPabulib(new TextEncoder().encode(`${without}VOTES\nvoter_id;vote\n`));
    expect(cityChoice(file)).toBeUndefined();
  });
});

describe('the rule of the city, counted by us', () => {
  test.each<[string | undefined, string[] | null]>([
    ['greedy', ['1', '3', '4']],
    ['greedy-threshold', ['1', '3', '4']],
    ['greedy-no-skip', ['1']],
    ['greedy-exclusive', null],
    ['greedy-custom', null],
    ['equalshares', ['1', '4']],
    ['equalshares/add1', ['1', '3']],
    ['equalshares/add2', null],
    ['no-equalshares', null],
    ['unknown', null],
    [undefined, null],
  ])('%s', (rule, byItsRule) => {
    const choice = city({ ...line, meta: rule === undefined ? {} : { rule } });
    expect(choice).toEqual({
      ...{ rule: rule ?? 'unknown', selected: ['1'], exceptions: [], byItsRule },
    });
  });

  test.each([
    ['2', ['1', '3']],
    ['3', ['1']],
    ['5', []],
    ['10', []],
    ['-2', ['1', '3', '4']],
    ['2.5', ['1', '3', '4']],
    ['x', ['1', '3', '4']],
  ])('with a threshold of %s', (min_project_score_threshold, byItsRule) => {
    const meta = { rule: 'greedy-threshold', min_project_score_threshold };
    expect(city({ ...line, meta })?.byItsRule).toEqual(byItsRule);
  });

  test.each([
    [
      'all fit',
      [
        [60, '1'],
        [30, '0'],
      ],
      ['1', '2'],
    ],
    [
      'a withdrawn one stands first',
      [
        [999_999_999, '0'],
        [60, '1'],
        [50, '0'],
        [10, '0'],
      ],
      ['2'],
    ],
    [
      'none fits',
      [
        [101, '0'],
        [102, '0'],
      ],
      [],
    ],
  ] as [string, [number, string][], string[]][])('without skipping where %s', (_, projects, byItsRule) => {
    const votes = projects.map((_, place) =>
      projects.slice(0, projects.length - place).map((_, one) => one + 1),
    );
    const meta = { rule: 'greedy-no-skip' };
    expect(city({ meta, projects, votes: votes.map((vote) => vote.join()) })?.byItsRule).toEqual(byItsRule);
  });

  test('without skipping votes say who is first, and who takes the last of the budget is in', () => {
    const counted = (projects: [number, string][]) =>
      city({ meta: { rule: 'greedy-no-skip' }, projects, votes: ['1,2', '2'] })?.byItsRule;
    const fitting: [number, string][] = [
      [40, '1'],
      [60, '1'],
    ];
    expect(counted(fitting)).toEqual(['2', '1']);
    expect(counted([[41, '1'], fitting[1]!])).toEqual(['2']);
  });

  test('equal shares is raised on when nothing fits any more: others may win then', () => {
    // Of 16.67 each, three pay the 50 of 2 exactly. From 22.50 on, four can pay the 90 of 1.
    const projects: [number, string][] = [
      [90, '1'],
      [50, '0'],
    ];
    const votes = ['1', '2', '2', '1', '1', '1,2'];
    const counted = (rule: string) => city({ meta: { rule }, projects, votes })?.byItsRule;
    expect([counted('equalshares'), counted('equalshares/add1')]).toEqual([['2'], ['1']]);
  });

  test('greedy wins from equal shares where strictly more voters prefer it', () => {
    const projects: [number, string][] = [
      [80, '1'],
      [30, '0'],
    ];
    const votes = ['1', '1', '1', '1', '1', '2', '2', '', ''];
    const counted = (rule: string) => city({ meta: { rule, budget: '90' }, projects, votes })?.byItsRule;
    expect(counted('equalshares/add1')).toEqual(['2']);
    expect(counted('equalshares/add1-comparison')).toEqual(['1']);
  });

  test('raises are a hundred at a time in forint', () => {
    // From 345 each 2 is paid beside 3; from 345.50 on 1 would be too, which is more than the budget.
    const projects: [number, string][] = [
      [601, '1'],
      [345, '1'],
      [90, '0'],
    ];
    const counted = (currency: string) =>
      city({
        meta: { rule: 'equalshares/add1', currency, budget: '1000' },
        projects,
        votes: ['1,3', '1,3', '2'],
      })?.byItsRule;
    expect([counted('EUR'), counted('HUF')]).toEqual([['3', '2'], ['3']]);
  });
});

describe('why the city has what we do not have', () => {
  const choice: CityChoice = {
    ...{ rule: 'greedy', selected: ['both', 'city', 'bonus'], exceptions: ['bonus'] },
    byItsRule: ['both', 'rule'],
  };

  test.each<[string, string, CityGap]>([
    ['chosen by both', 'both', 'rule'],
    ['chosen by neither', 'none', 'rule'],
    ['chosen by the city against its rule', 'city', 'unexplained'],
    ['left out by the city against its rule', 'rule', 'unexplained'],
    ['chosen by an exception', 'bonus', 'exception'],
  ])('a project %s', (_, id, gap) => {
    expect(gapOf(choice, id)).toBe(gap);
  });

  test.each(['both', 'none'])('where we cannot count its rule, nothing is explained by it (%s)', (id) => {
    expect(gapOf({ ...choice, byItsRule: null }, id)).toBe('notCounted');
  });
});

describe('whether its rule gives what the city chose', () => {
  const choice = { rule: 'greedy', selected: ['a', 'b', 'x'], exceptions: ['x'] };

  test.each([
    ['the same, in another order', ['b', 'a'], true],
    ['another project', ['a', 'c'], false],
    ['one more', ['a', 'b', 'c'], false],
    ['one less', ['a'], false],
    ['nothing that we can count', null, null],
  ])('%s', (_, byItsRule, confirmed) => {
    expect(confirmedBy({ ...choice, byItsRule })).toBe(confirmed);
  });
});

type Compared = 'the same' | 'not counted' | 'not told' | { exceptions: string[]; unexplained: string[] };

/** The elections on file that tell what the city chose; our count of the city's own rule beside it. */
const known: Record<string, Compared> = {
  Hungary_Budapest_2024: 'not counted',
  Hungary_Budapest_2025_VIII_Jozsefvaros: 'not counted',
  Netherlands_Assen_2024: 'the same',
  Poland_Gdynia_2021_Babie_Doly__large: { exceptions: ['BAD/0001'], unexplained: [] },
  Poland_Gdynia_2023_Green_Budget: 'the same',
  Poland_Katowice_2023: 'the same',
  Poland_Katowice_2024_Murcki: { exceptions: ['L18/16/XI'], unexplained: [] },
  Poland_Krakow_2020_Wzgorza_Krzeslawickie: 'the same',
  Poland_Krakow_2024: 'the same',
  Poland_Krakow_2024_Stare_Miasto: 'the same',
  Poland_Lodz_2020_Andrzejow: 'the same',
  Poland_Lodz_2022: 'the same',
  'Poland_Poznan_2023_1_-_Nowe_Winogrady_Polnoc_Nowe_Winogrady_Poludnie_Nowe_Winogrady_Wschod_Stare_Winogrady':
    'not counted',
  Poland_Warszawa_2017_Goclaw: 'the same',
  Poland_Warszawa_2019_Grochow_Polnocny: 'the same',
  'Poland_Warszawa_2020_Praga-Poludnie': 'the same',
  Poland_Warszawa_2026: 'the same',
  Poland_Wieliczka_2023_Green_Budget: 'the same',
  'Poland_Wroclaw_2015_150_-_500': 'the same',
  Poland_Wroclaw_2017: 'the same',
  Poland_Wroclaw_2017_Rejon_nr_11_750: 'the same',
};

function compared(choice: CityChoice | undefined): Compared {
  if (!choice) return 'not told';
  const { byItsRule, selected } = choice;
  if (!byItsRule) return 'not counted';
  const cityOnly = selected.filter((id) => !byItsRule.includes(id));
  const ruleOnly = byItsRule.filter((id) => !selected.includes(id));
  const gaps = [...cityOnly, ...ruleOnly];
  const by = (gap: CityGap) => gaps.filter((id) => gapOf(choice, id) === gap);
  return gaps.length === 0 ? 'the same' : { exceptions: by('exception'), unexplained: by('unexplained') };
}

// A suite without tests would be an error where the folder is absent.
const names = goldenNames().length > 0 ? goldenNames() : ['absent'];

describe.skipIf(names[0] === 'absent')('elections on file (skipped where ../shared is absent)', () => {
  test.each(names)('%s comes out as we know of it', { timeout: 60_000 }, (name) => {
    expect(compared(cityChoice(readPabulib(electionBytes(name))))).toEqual(known[name] ?? 'not told');
  });
});
