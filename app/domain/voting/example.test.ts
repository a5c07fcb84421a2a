import { describe, expect, test } from 'vitest';
import { sum } from '../money/cents';
import { countExample, exampleElection, exampleOutcome } from './example';
import { compareFractions, fraction, fractionText, nothing, plus } from './fraction';
import { roundsOf } from './reasons';

const example = countExample();
const outcome = exampleOutcome();

describe('the five voters', () => {
  test('choose among four plans that cost too much together', () => {
    expect(example.budget).toBe(1_000_00n);
    expect(example.projects).toEqual([
      { id: 'benches', cost: 480_00n, voters: ['Amina', 'Bram', 'Chen', 'Dilek'] },
      { id: 'lights', cost: 280_00n, voters: ['Amina', 'Bram', 'Chen'] },
      { id: 'bookcase', cost: 210_00n, voters: ['Amina', 'Bram', 'Chen'] },
      { id: 'cooking', cost: 240_00n, voters: ['Dilek', 'Els'] },
    ]);
  });

  test('start with a fifth of the budget and pay for three plans', () => {
    expect(example.share).toBe(200_00n);
    const rounds = example.rounds.map(({ project, votes, payment, purses }) => [
      project,
      fractionText(votes),
      payment / 100n,
      purses.map(({ paid }) => Number(paid / 100n)),
      purses.map(({ left }) => Number(left / 100n)),
    ]);
    expect(rounds).toEqual([
      ['benches', '4', 120n, [120, 120, 120, 120, 0], [80, 80, 80, 80, 200]],
      ['bookcase', '3', 70n, [70, 70, 70, 0, 0], [10, 10, 10, 80, 200]],
      ['cooking', '3/2', 160n, [0, 0, 0, 80, 160], [10, 10, 10, 0, 40]],
    ]);
  });

  test('one of them gives all that was left, which counts for half a vote', () => {
    const last = example.rounds.at(-1)?.purses.map(({ voter, vote }) => [voter, fractionText(vote)]);
    expect(last).toEqual([
      ['Amina', '0'],
      ['Bram', '0'],
      ['Chen', '0'],
      ['Dilek', '1/2'],
      ['Els', '1'],
    ]);
    expect(outcome.shares && roundsOf(outcome.race, outcome.shares).map(({ payers }) => payers)).toEqual([
      { inFull: 4, allTheyHad: 0, nothing: 0 },
      { inFull: 3, allTheyHad: 0, nothing: 0 },
      { inFull: 1, allTheyHad: 1, nothing: 0 },
    ]);
  });

  test('one plan is lost after the first round: its voters have too little left', () => {
    const lost = example.rounds.map((round) => round.lost);
    expect(lost).toEqual([[{ project: 'lights', cost: 280_00n, left: 240_00n }], [], []]);
  });

  test('all get something by equal shares, by most votes one of them nothing', () => {
    expect(example.byShares).toEqual({
      chosen: ['benches', 'bookcase', 'cooking'],
      total: 930_00n,
      over: 70_00n,
      gains: gains(2, 2, 2, 2, 1),
      served: 5,
    });
    expect(example.byVotes).toEqual({
      chosen: ['benches', 'bookcase', 'lights'],
      total: 970_00n,
      over: 30_00n,
      gains: gains(3, 3, 3, 1, 0),
      served: 4,
    });
  });

  test('need no raise and no filling up: nothing fits in what is over', () => {
    expect([outcome.steps, outcome.stop, outcome.ties]).toEqual([0, 'exhaustive', []]);
    expect(outcome.completed).toEqual(outcome.selected);
    expect(outcome.winners).toEqual(outcome.selected);
  });
});

test('no amount is rounded, so every plan is paid to the cent and every purse runs on', () => {
  let before = exampleElection.ballots.map((): bigint => example.share);
  for (const { cost, votes, purses } of example.rounds) {
    expect(sum(purses.map(({ paid }) => paid))).toBe(cost);
    expect(purses.map(({ paid, left }) => paid + left)).toEqual(before);
    expect(compareFractions(purses.map(({ vote }) => vote).reduce(plus, nothing), votes)).toBe(0);
    before = purses.map(({ left }) => left);
  }
  const left = before.reduce((all, each) => all + each, 0n);
  expect(left).toBe(example.byShares.over);
  expect(fraction(exampleElection.budget, BigInt(outcome.race.voters))).toEqual(fraction(example.share));
});

function gains(...got: number[]) {
  const asked = [3, 3, 3, 2, 1];
  const names = ['Amina', 'Bram', 'Chen', 'Dilek', 'Els'];
  return names.map((voter, index) => ({ voter, asked: asked[index], got: got[index] }));
}
