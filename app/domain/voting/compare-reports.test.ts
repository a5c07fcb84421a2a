import { describe, expect, test } from 'vitest';
import { countFile } from '../../formats/pabulib/count';
import { differencesOf } from './compare-reports';

const file = (third = 'c;3,2') =>
  new TextEncoder().encode(
    `META\nkey;value\nbudget;100,50\nvote_type;approval\nPROJECTS\nproject_id;cost\n1;60\n2;50\n3;40\nVOTES\nvoter_id;vote\na;1,2\nb;2\n${third}\n`,
  );

type Json = Record<string, unknown>;
const counted = (third?: string) => {
  const report = countFile(file(third), 'mes-cost-add1');
  return JSON.parse(JSON.stringify(report)) as Json & {
    rounds: Json[];
    projects: (Json & { wentTo: Json[] })[];
    reach: number[];
    ties: unknown[];
  };
};

/** The differences after one change in what was published. */
function after(change: (published: ReturnType<typeof counted>) => void): string[] {
  const published = counted();
  change(published);
  return differencesOf(published, counted());
}

describe('the differences between a published outcome and a counted one', () => {
  test('are none when all is equal', () => {
    expect(after(() => {})).toEqual([]);
  });

  test('are told by field', () => {
    expect(after((published) => (published.total = 91))).toEqual(['total']);
    expect(after((published) => (published.total = '90'))).toEqual(['total']);
    expect(after((published) => (published.city = {}))).toEqual(['city']);
    expect(after((published) => (published.reach[1]! += 1))).toEqual(['reach']);
    expect(after((published) => published.reach.push(0))).toEqual(['reach']);
    expect(after((published) => published.ties.push({ round: 0 }))).toEqual(['ties']);
    expect(after((published) => (published.tiesMet = { lot: 0, other: 1 }))).toEqual(['tiesMet']);
    expect(after((published) => (published.selected = { 0: '2', 1: '3' }))).toEqual(['selected']);
  });

  test('are told of what is missing and of what is too much', () => {
    expect(after((published) => delete published.stop)).toEqual(['stop']);
    expect(after((published) => (published.more = null))).toEqual(['more']);
    expect(after((published) => (published.projects = []))).toEqual([
      'projects 1',
      'projects 2',
      'projects 3',
    ]);
    expect(after((published) => published.rounds.push({ id: '1' }))).toEqual(['rounds 1']);
  });

  test('are told where a name means something to JavaScript', () => {
    const strange = JSON.parse('{"__proto__": {}}') as Json;
    expect(differencesOf(strange, {})).toEqual(['__proto__']);
    expect(differencesOf({}, strange)).toEqual(['__proto__']);
  });

  test('are told by project and by round', () => {
    expect(
      after(({ projects, rounds }) => {
        projects[0]!.left = 1;
        projects[2]!.wentTo[0]!.amount = 1;
        rounds[1]!.payment = '1';
      }),
    ).toEqual(['rounds 3: payment', 'projects 1: left', 'projects 3: wentTo']);
    expect(after(({ rounds }) => rounds.reverse())).toContain('rounds 2: id');
    expect(after((published) => (published.projects[1] = null as never))).toEqual(['projects']);
  });

  test('say what one other vote does', () => {
    expect(differencesOf(counted('c;1'), counted())).toEqual(
      expect.arrayContaining(['selected', 'endowment', 'projects 1: votes', 'reach']),
    );
  });
});
