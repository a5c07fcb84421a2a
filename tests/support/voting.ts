import fc from 'fast-check';
import { cents } from '~/domain/money/cents';
import { type Ballot, election, type Election } from '~/domain/voting/election';
import { type Shares } from '~/domain/voting/equal-shares';
import { fraction } from '~/domain/voting/fraction';
import { spendingOf } from '~/domain/voting/payments';
import { type Race } from '~/domain/voting/race';

type Notes = {
  budget: number;
  costs: Record<string, number>;
  /** One text a ballot: 'a b' approves both, 'a3 b1' gives points, '5x a' is five equal ballots, '' an empty one. */
  ballots: readonly string[];
  lot?: readonly string[];
};

/** A small election in short notation; project ids are single letters, amounts in cents. */
export function vote({ budget, costs, ballots, lot }: Notes): Election {
  const ids = Object.keys(costs);
  const projects = ids.map((id) => ({ id, cost: cents(costs[id] ?? 0) }));
  return election(
    { budget: cents(budget), projects, ballots: ballots.map((text) => ballot(text, ids)) },
    1,
    lot,
  );
}

function ballot(text: string, ids: readonly string[]): Ballot {
  const [, times = '1', choices = ''] = /^(?:(\d+)x ?)?(.*)$/.exec(text) ?? [];
  const items = choices.split(' ').filter((item) => item !== '');
  return {
    voters: Number(times),
    choices: items.map((item) => ids.indexOf(item.charAt(0))),
    scores: items.map((item) => Number(item.slice(1) || '1')),
  };
}

/** The ids of places in an election, in one text. */
export function named({ projects }: Election, places: readonly number[]): string {
  return places.map((place) => projects[place]?.id).join(' ');
}

type Size = { projects?: number; ballots?: number; score?: number };

/** Elections small enough for a slow count, rich in ties, free projects, empty ballots and projects over the budget. */
export function someElection({ projects = 6, ballots = 8, score = 4 }: Size = {}): fc.Arbitrary<Election> {
  return fc
    .integer({ min: 1, max: projects })
    .chain((size) =>
      fc.record({
        budget: fc.integer({ min: 0, max: 150 }),
        costs: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: size, maxLength: size }),
        ballots: fc.array(someBallot(size, score), { maxLength: ballots }),
        lot: fc.shuffledSubarray([...Array(size).keys()], { minLength: size }),
      }),
    )
    .map(({ budget, costs, ballots: cast, lot }) =>
      election(
        {
          budget: cents(budget),
          projects: costs.map((cost, place) => ({ id: `p${place}`, cost: cents(cost) })),
          ballots: cast,
        },
        1,
        lot.map((place) => `p${place}`),
      ),
    );
}

function someBallot(size: number, score: number): fc.Arbitrary<Ballot> {
  return fc
    .record({
      voters: fc.integer({ min: 1, max: 3 }),
      choices: fc.subarray([...Array(size).keys()]),
      scores: fc.array(fc.integer({ min: 1, max: score }), { minLength: size, maxLength: size }),
    })
    .map(({ voters, choices, scores }) => ({ voters, choices, scores: scores.slice(0, choices.length) }));
}

/** Where the endowment of one voter of a ballot went by the purses themselves, in minor units. */
export function spentBy(race: Race, shares: Shares, ballot: number) {
  const { payments, left } = spendingOf(race, shares, race.merged[ballot] ?? -1);
  const { denominator, endowment } = shares.purses;
  return {
    endowment: fraction(endowment, denominator),
    paid: payments.map(({ project, amount }) => ({ project, amount: fraction(amount, denominator) })),
    left: fraction(left, denominator),
  };
}
