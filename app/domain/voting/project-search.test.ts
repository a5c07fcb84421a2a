import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents';
import {
  categoriesOf,
  type ListedProject,
  projectSorts,
  projectStates,
  searchProjects,
} from './project-search';

const project = (place: number, fields: Partial<ListedProject> = {}): ListedProject => ({
  key: `P${place}`,
  place,
  name: `Plan ${place}`,
  description: null,
  category: null,
  costCents: cents(100),
  votes: 0,
  won: false,
  supportPercent: null,
  ...fields,
});

const skate = project(0, {
  name: 'Skatebaan Łódź',
  category: 'sport, jeugd',
  costCents: cents(900),
  votes: 40,
  won: true,
  supportPercent: 120,
});
const bench = project(1, {
  name: 'Bankjes in het Æ-park',
  description: 'Tegen de wind, naast café Ümit.',
  category: 'groen',
  costCents: cents(300),
  votes: 10,
  won: true,
  supportPercent: 300,
});
const lamp = project(2, { name: 'Lantaarns', votes: 25, supportPercent: 80, costCents: cents(500) });
const tree = project(3, { name: 'Bomen', category: 'groen,', votes: 30, supportPercent: 95 });
const free = project(4, { name: 'Buren', votes: 30 });
const projects = [skate, bench, lamp, tree, free];
const completed = [bench.key, skate.key];

const find = (text: string) => places(searchProjects(projects, completed, { text, sort: 'outcome' }));
const places = (found: readonly ListedProject[]) => found.map(({ place }) => place);

describe('searching', () => {
  test.each([
    ['', [1, 0, 3, 2, 4]],
    ['lodz', [0]],
    ['SKATEBAAN', [0]],
    ['ae', [1]],
    ['cafe umit', [1]],
    ['umit  bankjes ', [1]],
    ['bankjes bomen', []],
    ['p3', [3]],
    ['p3bomen', []],
    ['null', []],
    ['.*', []],
  ])('%s', (text, found) => {
    expect(find(text)).toEqual(found);
  });
});

describe('filters', () => {
  test('by what became of it', () => {
    const by = (state: 'chosen' | 'rest') =>
      places(searchProjects(projects, completed, { text: '', state, sort: 'outcome' }));
    expect(by('chosen')).toEqual([1, 0]);
    expect(by('rest')).toEqual([3, 2, 4]);
  });

  test('by one of the subjects of a plan', () => {
    const by = (category: string) =>
      places(searchProjects(projects, completed, { text: '', category, sort: 'outcome' }));
    expect(by('jeugd')).toEqual([0]);
    expect(by('groen')).toEqual([1, 3]);
    expect(by('groen,')).toEqual([]);
  });

  test('subjects stand once, in the order of the alphabet', () => {
    expect(categoriesOf(projects)).toEqual(['groen', 'jeugd', 'sport']);
    expect(categoriesOf([free])).toEqual([]);
  });
});

describe('sorting', () => {
  test.each([
    ['outcome', [1, 0, 3, 2, 4]],
    ['votes', [0, 3, 4, 2, 1]],
    ['highest', [0, 2, 1, 3, 4]],
    ['lowest', [3, 4, 1, 2, 0]],
    ['support', [1, 0, 3, 2, 4]],
    ['name', [1, 3, 4, 2, 0]],
  ] as const)('by %s', (sort, order) => {
    expect(places(searchProjects(projects, completed, { text: '', sort }))).toEqual(order);
  });

  test('winners stand in the order in which they won, however near they came', () => {
    const turned = searchProjects(projects, [skate.key, bench.key], { text: '', sort: 'outcome' });
    expect(places(turned)).toEqual([0, 1, 3, 2, 4]);
  });

  test('numbers in names count as numbers', () => {
    const two = [project(0, { name: 'Straat 10' }), project(1, { name: 'Straat 9' })];
    expect(places(searchProjects(two, [], { text: '', sort: 'name' }))).toEqual([1, 0]);
  });

  test('plans that are alike in all keep the order of the file', () => {
    const alike = [project(2), project(0), project(1)];
    for (const sort of projectSorts)
      expect(places(searchProjects(alike, [], { text: 'plan', sort }))).toEqual([0, 1, 2]);
  });
});

test('every plan is in exactly one of the two states, whatever is asked, and sorting loses none', () => {
  const listed = fc.record({
    name: fc.string(),
    category: fc.option(fc.constantFrom('a', 'b', 'a,b')),
    votes: fc.nat(5),
    won: fc.boolean(),
    supportPercent: fc.option(fc.nat(200)),
  });
  fc.assert(
    fc.property(fc.array(listed), fc.string(), fc.constantFrom(...projectSorts), (drawn, text, sort) => {
      const all = drawn.map((fields, place) => project(place, fields));
      const winners = all.filter(({ won }) => won).map(({ key }) => key);
      const of = (state?: 'chosen' | 'rest') => places(searchProjects(all, winners, { text, state, sort }));
      expect(projectStates.flatMap(of).sort()).toEqual(of().sort());
      if (text.trim() === '') expect(of().length).toBe(all.length);
    }),
  );
});
