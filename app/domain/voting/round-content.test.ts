import { expect, test } from 'vitest';
import { cents } from '../money/cents';
import { type Round } from './round';
import { roundContent } from './round-content';

const project = (key: string) => ({
  ...{ key, name: key, costCents: cents(100n), category: null, description: null },
  ...{ latitude: null, longitude: null, chosen: null },
});

type Content = Parameters<typeof roundContent>[0];

const vote = (change: Partial<Round> = {}): Content => ({
  voteType: 'approval',
  meta: [
    ['budget', '100'],
    ['unit', 'Soest'],
  ],
  projects: [project('a'), project('b')],
  ballots: [
    { choices: [0, 1], points: null },
    { choices: [1], points: null },
  ],
  notices: [],
  ...change,
});

const twice = (line: number, count = 1) => ({ code: 'projectTwice' as const, line, values: { count } });

test('the order of rows makes no difference, nor the line on which something is odd', () => {
  const turned = vote({
    meta: [...vote().meta].reverse(),
    projects: [project('b'), project('a')],
    ballots: [
      { choices: [0], points: null },
      { choices: [1, 0], points: null },
    ],
  });
  expect(roundContent(turned)).toBe(roundContent(vote()));
  expect(roundContent(vote({ notices: [twice(3)] }))).toBe(roundContent(vote({ notices: [twice(7)] })));
});

test.each<[string, Partial<Round>]>([
  ['the way of voting', { voteType: 'ordinal' }],
  ['META', { meta: [['budget', '101']] }],
  ['a project', { projects: [project('a'), { ...project('b'), costCents: cents(101n) }] }],
  ['a ballot', { ballots: [{ choices: [0, 1], points: null }] }],
  ['the order on a ballot', { ballots: [{ choices: [1, 0], points: null }, vote().ballots[1]!] }],
  ['points', { ballots: [{ choices: [0, 1], points: [1, 2] }, vote().ballots[1]!] }],
  ['a project twice on a ballot', { notices: [twice(3)] }],
])('%s does', (_, change) => {
  expect(roundContent(vote(change))).not.toBe(roundContent(vote()));
});
