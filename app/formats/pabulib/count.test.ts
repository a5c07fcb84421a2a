import { describe, expect, test } from 'vitest';
import { explainedReport } from '~/domain/voting/report';
import { ruleNames, ruleOf, usualStep } from '~/domain/voting/rule-names';
import { tally } from '~/domain/voting/tally';
import { countFile } from './count';
import { electionOf } from '~/domain/voting/modes';
import { PabulibError } from './problem';
import { readPabulib } from './read';

type File = { type?: string; currency?: string; more?: string; selected?: [string, string, string] };

/** 3 voters, 100,50: plan 1 costs 60, plan 2 costs 50, plan 3 costs 40. */
function file({ type = 'approval', currency = 'EUR', more = '', selected }: File = {}): Uint8Array {
  const columns = selected ? 'project_id;cost;selected' : 'project_id;cost';
  const chosen = (place: number) => (selected ? `;${selected[place]}` : '');
  const projects = `1;60${chosen(0)}\n2;50${chosen(1)}\n3;40${chosen(2)}`;
  return new TextEncoder().encode(
    `META\nkey;value\nbudget;100,50\ncurrency;${currency}\nvote_type;${type}\n${more}` +
      `PROJECTS\n${columns}\n${projects}\nVOTES\nvoter_id;vote\na;1,2\nb;2\nc;3,2\n`,
  );
}

describe('a count as it is published', () => {
  test.each(ruleNames)('is the explained report by %s', (rule) => {
    const read = readPabulib(file());
    const outcome = tally(electionOf(read), ruleOf(rule, usualStep('EUR')));
    expect(countFile(file(), rule)).toEqual({
      ...explainedReport(outcome, { rule, mode: 'approval' }),
      city: null,
    });
  });

  test.each([
    ['approval', 'approval', [1, 3, 1]],
    ['choose-1', 'approval', [1, 3, 1]],
    ['ordinal', 'rank', [2, 3, 2]],
  ])('reads %s ballots as %s', (type, mode, votes) => {
    const counted = countFile(file({ type }), 'greedy');
    expect(counted.mode).toBe(mode);
    expect(counted.projects.map((project) => project.votes)).toEqual(votes);
  });

  test.each([
    ['EUR', 24],
    ['PLN', 24],
    ['HUF', 1],
  ])('raises by the usual step of %s', (currency, steps) => {
    expect(countFile(file({ currency }), 'mes-cost-add1').steps).toBe(steps);
  });

  test('has what the city chose where the file tells', () => {
    const { city } = countFile(file({ more: 'rule;greedy\n', selected: ['0', '1', '1'] }), 'mes-cost');
    expect(city).toEqual({
      ...{ rule: 'greedy', selected: ['2', '3'], exceptions: [], byItsRule: ['2', '3'] },
    });
  });

  test('refuses what cannot be read', () => {
    expect(() => countFile(new Uint8Array(), 'greedy')).toThrow(PabulibError);
  });
});
