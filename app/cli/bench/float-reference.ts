import { type PabulibFile } from '~/domain/voting/round-file';

/** What is counted: amounts in minor units, and every vote as approvals. */
type Asked = Pick<PabulibFile, 'budget' | 'projects' | 'votes'>;

type Plain = {
  budget: number;
  voters: readonly string[];
  costs: readonly number[];
  /** For each project who approves it; each list is sorted by purse again and again. */
  supporters: string[][];
  better: (a: number, b: number) => number;
};

/**
 * Equal shares with cost utility, Add1 and completion by votes, as a plain program counts them (docs/how-it-works/
 * benchmarks.md): ordinary numbers, a purse for every voter under the voter's id, equal ballots not put together, every
 * endowment from scratch. Raises by `step` until no supported project fits any more or the next outcome costs too much.
 * What our count is measured by; nothing is decided with it.
 */
export function countInFloats(asked: Asked, step: number): { winners: number[]; steps: number } {
  const plain = layOut(asked);
  let endowment = plain.budget / plain.voters.length;
  let won = shares(plain, endowment);
  let steps = 0;
  while (somethingFits(plain, won)) {
    endowment += step;
    steps += 1;
    const next = shares(plain, endowment);
    if (costOf(plain, next) > plain.budget) break;
    won = next;
  }
  return { winners: filledUp(plain, won), steps };
}

function layOut({ budget, projects, votes }: Asked): Plain {
  const costs = projects.map(({ cost }) => Number(cost));
  const supporters: string[][] = projects.map(() => []);
  for (const { voter, choices } of votes) for (const choice of choices) supporters[choice]!.push(voter);
  const count = supporters.map((list) => list.length);
  const better = (a: number, b: number) =>
    count[b]! - count[a]! || costs[a]! - costs[b]! || (projects[a]!.id < projects[b]!.id ? -1 : 1);
  return { budget: Number(budget), voters: votes.map(({ voter }) => voter), costs, supporters, better };
}

/** Equal shares at one endowment: the winners in their order. */
function shares(plain: Plain, endowment: number): number[] {
  const { costs, supporters, better, voters } = plain;
  const purses: Record<string, number> = {};
  for (const voter of voters) purses[voter] = endowment;
  const supported = inRace(plain);
  const winners = supported.filter((project) => costs[project] === 0).sort(better);
  /** The effective votes each had when last looked at: they only become fewer. */
  const effective = new Map<number, number>();
  for (const project of supported) {
    if (costs[project]! > 0) effective.set(project, supporters[project]!.length);
  }
  for (;;) {
    const { best, votes } = mostEffective(plain, purses, effective);
    const [winner] = best.sort(better);
    if (winner === undefined) return winners;
    winners.push(winner);
    effective.delete(winner);
    const price = costs[winner]! / votes;
    for (const voter of supporters[winner]!) {
      const purse = purses[voter]!;
      purses[voter] = purse > price ? purse - price : 0;
    }
  }
}

/** Supported projects that do not cost more than all there is. */
function inRace({ costs, supporters, budget }: Plain): number[] {
  return [...costs.keys()].filter((project) => supporters[project]!.length > 0 && costs[project]! <= budget);
}

/** Everybody with the most effective votes; takes out who cannot be paid any more. */
function mostEffective(plain: Plain, purses: Record<string, number>, effective: Map<number, number>) {
  let best: number[] = [];
  let votes = 0;
  for (const [project, before] of [...effective].sort((a, b) => b[1] - a[1])) {
    if (before < votes) break;
    const now = effectiveVotes(plain, purses, project);
    if (now === undefined) {
      effective.delete(project);
      continue;
    }
    effective.set(project, now);
    if (now > votes) {
      best = [project];
      votes = now;
    } else if (now === votes) best.push(project);
  }
  return { best, votes };
}

/** The cost by the price, where the poorer supporters give all they have and the others share the rest. */
function effectiveVotes({ costs, supporters }: Plain, purses: Record<string, number>, project: number) {
  const cost = costs[project]!;
  const list = supporters[project]!;
  let money = 0;
  for (const voter of list) money += purses[voter]!;
  if (money < cost) return undefined;
  list.sort((a, b) => purses[a]! - purses[b]!);
  let paid = 0;
  let sharing = list.length;
  for (const voter of list) {
    const purse = purses[voter]!;
    const price = (cost - paid) / sharing;
    if (purse >= price) return cost / price;
    paid += purse;
    sharing -= 1;
  }
  return undefined;
}

function costOf({ costs }: Plain, projects: readonly number[]): number {
  return projects.reduce((sum, project) => sum + costs[project]!, 0);
}

function somethingFits(plain: Plain, winners: readonly number[]): boolean {
  const total = costOf(plain, winners);
  const won = new Set(winners);
  return inRace(plain).some((project) => !won.has(project) && total + plain.costs[project]! <= plain.budget);
}

function filledUp(plain: Plain, winners: readonly number[]): number[] {
  const all = [...winners];
  const won = new Set(winners);
  let total = costOf(plain, winners);
  for (const project of [...plain.costs.keys()].sort(plain.better)) {
    const cost = plain.costs[project]!;
    if (won.has(project) || total + cost > plain.budget) continue;
    all.push(project);
    total += cost;
  }
  return all;
}
