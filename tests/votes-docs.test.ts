import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { countExample, exampleElection } from '~/domain/voting/example';
import { electionOf } from '~/domain/voting/modes';
import { readPabulib } from '~/formats/pabulib/read';
import { ruleNames } from '~/domain/voting/rule-names';
import { exampleFile, outcomeTable, roundsTable } from './support/votes-doc';

const written = readFileSync('docs/how-it-works/votes.md', 'utf8');
/** As written, with what makes its tables easy to read taken off. */
const plain = written
  .replaceAll(/ +\|/g, ' |')
  .replaceAll(/\| +/g, '| ')
  .replaceAll(/-{3,}:?/g, '---');
const example = countExample();

describe('docs/how-it-works/votes.md', () => {
  test('has the rounds and the outcome of the example as they are counted', () => {
    expect(plain).toContain(roundsTable(example).replaceAll(/ +\|/g, ' |'));
    expect(plain).toContain(outcomeTable(example).replaceAll(/ +\|/g, ' |'));
  });

  test('has the example as a file that reads back as the election that was counted', () => {
    const file = exampleFile(example);
    expect(written).toContain(file);
    const read = electionOf(readPabulib(new TextEncoder().encode(file)));
    expect(read.budget).toBe(exampleElection.budget);
    expect(read.ballots).toEqual(exampleElection.ballots);
    expect(read.projects.map(({ id, cost }) => ({ id, cost }))).toEqual(exampleElection.projects);
  });

  test('names every way of counting and every invariant', () => {
    for (const name of ruleNames) expect(written).toContain(`\`${name}\``);
    const code = readFileSync('app/domain/voting/invariants.ts', 'utf8');
    const invariants = [...code.matchAll(/^ {2}\| '(\w+)'/gm)].map(([, name]) => name);
    expect(invariants.length).toBeGreaterThan(5);
    expect([...written.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)).toEqual(invariants);
  });

  test('names no file that is not there', () => {
    const names = [...written.matchAll(/`((?:[\w-]+\/)*[\w.-]+\.ts)`/g)].map(([, name]) => `${name}`);
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      const path = name.includes('/') ? name : `app/domain/voting/${name}`;
      expect(() => readFileSync(path), path).not.toThrow();
    }
  });
});
