import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fraction, fractionText } from './fraction';
import { electionOf, type Mode } from './modes';
import { readPabulib } from '../../formats/pabulib/read';
import { roundOf } from './round';
import { centsOf, choicesOf } from './receipt';

const keys = ['park', 'pump', 'stairs'];
const key = (place: number) => keys[place] ?? '?';

function told(mode: Mode, choices: number[], points: number[] | null = null): string {
  return choicesOf({ choices, points }, mode, key)
    .map(({ id, score }) => `${id} ${fractionText(score)}`)
    .join(', ');
}

test('an approval counts for one, in the order of the ballot', () => {
  expect(told('approval', [2, 0])).toBe('stairs 1, park 1');
  expect(told('approval', [])).toBe('');
});

test('the first choice of a ranking counts for as many as stand on the ballot, the last for one', () => {
  expect(told('rank', [1, 2, 0])).toBe('pump 3, stairs 2, park 1');
  expect(told('rank', [2])).toBe('stairs 1');
});

test('points count as they were given, to the millionth; none, less or not given counts as no choice', () => {
  expect(told('points', [0, 1, 2], [2_500_000, 0, 1])).toBe('park 5/2, stairs 1/1000000');
  expect(told('points', [0, 1], [-1_000_000, 3_000_000])).toBe('pump 3');
  expect(told('points', [0, 1], [3_000_000])).toBe('park 3');
  expect(told('points', [0])).toBe('');
});

const file = (type: string, votes: string[]) =>
  new TextEncoder().encode(
    [
      `META\nkey;value\nbudget;9\nvote_type;${type}\nPROJECTS\nproject_id;cost`,
      ...keys.map((name) => `${name};3`),
      `VOTES\nvoter_id;vote${type === 'scoring' ? ';points' : ''}`,
      ...votes.map((vote, index) => `${index};${vote}`),
    ].join('\n'),
  );

const ballot = fc.shuffledSubarray(keys);
const given = fc.array(fc.constantFrom('-1', '0', '1', '2.5', '0.000001'), { minLength: 3, maxLength: 3 });

test.each(['approval', 'ordinal', 'scoring'])('as the count itself reads a ballot: %s', (type) => {
  fc.assert(
    fc.property(fc.array(fc.tuple(ballot, given), { minLength: 1 }), (cast) => {
      const votes = cast.map(([chosen, points]) =>
        type === 'scoring' ? `${chosen.join()};${points.slice(0, chosen.length).join()}` : chosen.join(),
      );
      const parsed = readPabulib(file(type, votes));
      const { ballots, scoreScale } = electionOf(parsed);
      const mode = type === 'ordinal' ? 'rank' : type === 'scoring' ? 'points' : 'approval';
      roundOf(parsed).ballots.forEach((kept, index) => {
        const counted = ballots[index];
        expect(choicesOf(kept, mode, key)).toEqual(
          counted?.choices.map((place, at) => ({
            id: key(place),
            score: fraction(BigInt(counted.scores[at] ?? 0), BigInt(scoreScale)),
          })),
        );
      });
    }),
    { numRuns: 100, seed: 2604 },
  );
});

test('an amount of a receipt is shown in whole hundredths, never more than it was', () => {
  expect(centsOf(fraction(45_000n, 2_099n))).toBe(2_143n);
  expect(centsOf(fraction(1n, 2n))).toBe(50n);
  expect(centsOf(fraction(0n))).toBe(0n);
});
