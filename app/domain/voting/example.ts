import { type Cents, cents } from '../money/cents';
import { election } from './election';
import { fraction, type Fraction } from './fraction';
import { spendingOf } from './payments';
import { equalPart } from './race';
import { reasonsOf, roundsOf } from './reasons';
import { ruleOf, usualRule, usualStep } from './rule-names';
import { type Outcome, tally } from './tally';

const projects = [
  { id: 'benches', cost: cents(480_00) },
  { id: 'lights', cost: cents(280_00) },
  { id: 'bookcase', cost: cents(210_00) },
  { id: 'cooking', cost: cents(240_00) },
] as const;

export type ExampleProject = (typeof projects)[number]['id'];

/** Five invented residents and the projects they vote for. */
const voters: readonly Readonly<{ name: string; choices: readonly ExampleProject[] }>[] = [
  { name: 'Amina', choices: ['benches', 'lights', 'bookcase'] },
  { name: 'Bram', choices: ['benches', 'lights', 'bookcase'] },
  { name: 'Chen', choices: ['benches', 'lights', 'bookcase'] },
  { name: 'Dilek', choices: ['benches', 'cooking'] },
  { name: 'Els', choices: ['cooking'] },
];

const places = projects.map(({ id }): ExampleProject => id);

/** The example as an election with a budget of € 1.000. */
export const exampleElection = election({
  budget: cents(1_000_00),
  projects: projects,
  ballots: voters.map(({ choices }) => ({
    voters: 1,
    choices: choices.map((project) => places.indexOf(project)),
    scores: choices.map(() => 1),
  })),
});

/** What a voter paid in a round, for how much of a vote that counted (1: paid in full), and what is left. */
export type ExamplePurse = Readonly<{ voter: string; paid: Cents; vote: Fraction; left: Cents }>;

/** A project whose supporters can no longer pay it, and what they have left together. */
export type ExampleLoss = Readonly<{ project: ExampleProject; cost: Cents; left: Cents }>;

/** A round: the project, the votes that could pay for it, the payment in full, all purses after it, and who lost by it. */
export type ExampleRound = Readonly<{
  project: ExampleProject;
  cost: Cents;
  votes: Fraction;
  payment: Cents;
  purses: readonly ExamplePurse[];
  lost: readonly ExampleLoss[];
}>;

/** How a count ends: the chosen projects in order, their cost, what is over, and how many each voter asked and got. */
export type ExampleEnd = Readonly<{
  chosen: readonly ExampleProject[];
  total: Cents;
  over: Cents;
  gains: readonly Readonly<{ voter: string; asked: number; got: number }>[];
  served: number;
}>;

/** The example, counted: projects and voters, everybody's share, the rounds, and how it ends. All amounts are whole cents. */
export type Example = Readonly<{
  budget: Cents;
  projects: readonly Readonly<{ id: ExampleProject; cost: Cents; voters: readonly string[] }>[];
  share: Cents;
  rounds: readonly ExampleRound[];
  byShares: ExampleEnd;
  byVotes: ExampleEnd;
}>;

/** The example by the rule that a new scheme starts with. */
export function exampleOutcome(): Outcome {
  return tally(exampleElection, ruleOf(usualRule, usualStep('EUR')));
}

/** Counts the example by equal shares, and beside it by most votes. */
export function countExample(): Example {
  const outcome = exampleOutcome();
  return {
    budget: exampleElection.budget,
    projects: projects.map(({ id, cost }) => ({
      id,
      cost,
      voters: voters.filter(({ choices }) => choices.includes(id)).map(({ name }) => name),
    })),
    share: whole(equalPart(outcome.race)),
    rounds: roundsIn(outcome),
    byShares: endOf(outcome),
    byVotes: endOf(tally(exampleElection, ruleOf('greedy', usualStep('EUR')))),
  };
}

function roundsIn(outcome: Outcome): ExampleRound[] {
  const { race } = outcome;
  const shares = outcome.shares!;
  const { denominator, endowment } = shares.purses;
  const reasons = reasonsOf(outcome);
  return roundsOf(race, shares).map(({ project, payment, effectiveVotes }, round) => ({
    project: places[project]!,
    cost: projects[project]!.cost,
    votes: effectiveVotes,
    payment: whole(payment),
    purses: voters.map(({ name }, voter) => {
      const { payments } = spendingOf(race, shares, race.merged[voter]!);
      const until = payments.filter((one) => one.round <= round);
      const spent = until.reduce((sum, { amount }) => sum + amount, 0n);
      const now = until.find((one) => one.round === round)?.amount ?? 0n;
      const paid = fraction(now, denominator);
      const left = fraction(endowment - spent, denominator);
      const vote = fraction(paid.top * payment.over, paid.over * payment.top);
      return { voter: name, paid: whole(paid), vote, left: whole(left) };
    }),
    lost: reasons.flatMap(({ project: project, loss }) =>
      loss?.afterRounds === round + 1
        ? [{ project: places[project]!, cost: projects[project]!.cost, left: whole(loss.left) }]
        : [],
    ),
  }));
}

function endOf({
  race: {
    election: { budget },
  },
  winners,
  winnersTotal,
}: Outcome): ExampleEnd {
  const chosen = winners.map((project) => places[project]!);
  const gains = voters.map(({ name, choices }) => ({
    voter: name,
    asked: choices.length,
    got: choices.filter((project) => chosen.includes(project)).length,
  }));
  return {
    chosen,
    total: winnersTotal,
    over: cents(budget - winnersTotal),
    gains,
    served: gains.filter(({ got }) => got > 0).length,
  };
}

const whole = ({ top, over }: Fraction): Cents => cents(top / over);
