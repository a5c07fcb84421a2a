import { type Election } from '~/domain/voting/election';

/**
 * Equal shares and greedy once more, straight from the definition (voting.md §3, §4) and as slow as that is: one purse
 * for every voter, every price from scratch, common fractions. Shares no code with the count it checks.
 */
type Q = readonly [bigint, bigint];

const q = (top: bigint | number, over: bigint | number = 1n): Q => [BigInt(top), BigInt(over)];
const reduced = ([top, over]: Q): Q => {
  let [a, b] = [top < 0n ? -top : top, over];
  while (b > 0n) [a, b] = [b, a % b];
  return [top / a, over / a];
};
const add = (a: Q, b: Q): Q => reduced([a[0] * b[1] + b[0] * a[1], a[1] * b[1]]);
const subtract = (a: Q, b: Q): Q => add(a, [-b[0], b[1]]);
const times = (a: Q, b: Q): Q => reduced([a[0] * b[0], a[1] * b[1]]);
const divide = (a: Q, b: Q): Q => reduced([a[0] * b[1], a[1] * b[0]]);
const compare = (a: Q, b: Q): number => Number(a[0] * b[1] - b[0] * a[1]);
const least = (a: Q, b: Q): Q => (compare(a, b) <= 0 ? a : b);
const total = (list: readonly Q[]): Q => list.reduce(add, q(0));

type Voter = { purse: Q; scores: Map<number, number> };
type Won = { selected: number[]; cost: bigint };

export type PlainOutcome = {
  selected: number[];
  completed: number[];
  endowment: string;
  steps: number;
  left: string[];
};

const costOf = (election: Election, project: number): bigint => election.projects[project]?.cost ?? 0n;

function votesFor({ ballots }: Election, project: number): number {
  return ballots.reduce((sum, { voters, choices, scores }) => {
    const place = choices.indexOf(project);
    return place < 0 ? sum : sum + voters * (scores[place] ?? 0);
  }, 0);
}

/** Better first: more votes, lower cost, earlier in the lot. */
function order(election: Election) {
  return (a: number, b: number): number =>
    votesFor(election, b) - votesFor(election, a) ||
    Number(costOf(election, a) - costOf(election, b)) ||
    election.lot.indexOf(a) - election.lot.indexOf(b);
}

function votersOf(election: Election, endowment: Q): Voter[] {
  return election.ballots.flatMap(({ voters, choices, scores }) =>
    Array.from({ length: voters }, () => ({
      purse: endowment,
      scores: new Map(choices.map((choice, index) => [choice, scores[index] ?? 0])),
    })),
  );
}

/** The smallest price at which min(purse, price × score) adds up to the cost, or undefined. */
function priceOf(voters: readonly Voter[], project: number, cost: bigint): Q | undefined {
  const supporters = voters
    .flatMap(({ purse, scores }) => {
      const score = scores.get(project);
      return score === undefined ? [] : [{ purse, score, ratio: divide(purse, q(score)) }];
    })
    .sort((a, b) => compare(a.ratio, b.ratio));
  if (compare(total(supporters.map(({ purse }) => purse)), q(cost)) < 0) return undefined;
  for (const [rank, { ratio }] of supporters.entries()) {
    const poor = total(supporters.slice(0, rank).map(({ purse }) => purse));
    const scores = supporters.slice(rank).reduce((sum, { score }) => sum + score, 0);
    const price = divide(subtract(q(cost), poor), q(scores));
    if (compare(price, ratio) <= 0) return price;
  }
  return undefined;
}

function shares(election: Election, byCost: boolean, endowment: Q): Won & { left: string[] } {
  const voters = votersOf(election, endowment);
  const better = order(election);
  const supported = election.projects.flatMap(({ cost }, project) =>
    votesFor(election, project) > 0 && cost <= election.budget ? [project] : [],
  );
  const selected = supported.filter((project) => costOf(election, project) === 0n).sort(better);
  for (;;) {
    const offers = supported
      .filter((project) => !selected.includes(project))
      .flatMap((project) => {
        const cost = costOf(election, project);
        const price = priceOf(voters, project, cost);
        return price ? [{ project, price, rate: byCost ? divide(price, q(cost)) : price }] : [];
      })
      .sort((a, b) => compare(a.rate, b.rate) || better(a.project, b.project));
    const [best] = offers;
    if (!best) break;
    selected.push(best.project);
    for (const voter of voters) {
      const score = voter.scores.get(best.project);
      if (score) voter.purse = subtract(voter.purse, least(voter.purse, times(best.price, q(score))));
    }
  }
  const cost = selected.reduce((sum, project) => sum + costOf(election, project), 0n);
  return { selected, cost, left: voters.map(({ purse }) => purse.join('/')) };
}

/** Greedy by votes, or by votes per euro, over what still fits after the ones already in. */
export function plainGreedy(election: Election, perEuro = false, start: readonly number[] = []): number[] {
  const better = order(election);
  const rate = (project: number): Q | 'endless' => {
    const votes = votesFor(election, project);
    const cost = costOf(election, project);
    if (!perEuro || votes === 0) return q(votes);
    return cost === 0n ? 'endless' : q(votes, cost);
  };
  const line = election.projects.map((_, project) => project).filter((project) => !start.includes(project));
  line.sort((a, b) => {
    const [left, right] = [rate(a), rate(b)];
    if (left === 'endless' || right === 'endless') {
      return left === right ? better(a, b) : left === 'endless' ? -1 : 1;
    }
    return compare(right, left) || better(a, b);
  });
  let spent = start.reduce((sum, project) => sum + costOf(election, project), 0n);
  const fits = line.filter((project) => {
    const fit = spent + costOf(election, project) <= election.budget;
    if (fit) spent += costOf(election, project);
    return fit;
  });
  return [...start, ...fits];
}

/**
 * Equal shares at the exact start, with raises of `step` where one is given, and what completion makes of it. With
 * `onward` raising does not end when nothing fits any more.
 */
export function plainTally(election: Election, byCost: boolean, step?: bigint, onward = false): PlainOutcome {
  const voters = election.ballots.reduce((sum, ballot) => sum + ballot.voters, 0);
  let endowment = voters === 0 ? q(0) : reduced(q(election.budget, voters));
  let won = shares(election, byCost, endowment);
  let steps = 0;
  while (step !== undefined && mayRaise(election, won, onward)) {
    steps += 1;
    const next = shares(election, byCost, add(endowment, q(step)));
    if (next.cost > election.budget) break;
    endowment = add(endowment, q(step));
    won = next;
  }
  const text = endowment[1] === 1n ? `${endowment[0]}` : endowment.join('/');
  const completed = plainGreedy(election, false, won.selected);
  return { selected: won.selected, completed, endowment: text, steps, left: won.left };
}

/** A supported project is not in yet, though it fits in the budget, or even in what is left of it. */
function mayRaise(election: Election, { selected, cost }: Won, onward: boolean): boolean {
  const room = onward ? election.budget : election.budget - cost;
  return election.projects.some(
    (project, place) => votesFor(election, place) > 0 && !selected.includes(place) && project.cost <= room,
  );
}
