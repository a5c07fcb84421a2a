import { type Cents } from '../money/cents';

/** What one can vote for; the cost in minor units of the currency. */
export type Project = Readonly<{ id: string; cost: Cents }>;

/** One ballot, or `voters` equal ones. `choices` are places in the list of projects; `scores[k]` goes with `choices[k]`. */
export type Ballot = Readonly<{ voters: number; choices: readonly number[]; scores: readonly number[] }>;

/**
 * What is counted (voting.md §3). Scores are whole numbers above zero, in units of 1/`scoreScale` point; an approval is
 * one. An empty ballot is a voter too. `lot` puts the places of all projects in the order in which a draw settles what
 * votes and cost leave undecided.
 */
export type Election = Readonly<{
  budget: Cents;
  projects: readonly Project[];
  ballots: readonly Ballot[];
  scoreScale: number;
  lot: readonly number[];
}>;

/** Sums of scores are kept in plain numbers, which are exact up to here. */
export const maxScoreSum = Number.MAX_SAFE_INTEGER;

type Parts = { budget: Cents; projects: readonly Project[]; ballots: readonly Ballot[] };

/**
 * An election that can be counted. Without a draw the ids settle ties, in order of their code points. Throws RangeError
 * where a project stands twice in the race or on a ballot, a number is not whole or too large, or the draw is no order.
 */
export function election(
  { budget, projects, ballots }: Parts,
  scoreScale = 1,
  lot?: readonly string[],
): Election {
  const place = new Map(projects.map(({ id }, index) => [id, index]));
  if (place.size < projects.length) throw new RangeError('a project stands twice in the race');
  if (budget < 0n || projects.some(({ cost }) => cost < 0n)) throw new RangeError('an amount below zero');
  checkBallots(ballots, projects.length);
  const drawn = lot ?? projects.map(({ id }) => id).sort(byCodePoint);
  const order = drawn.map((id) => place.get(id) ?? -1);
  if (new Set(order).size < projects.length || order.length > projects.length || order.includes(-1)) {
    throw new RangeError('the draw names each project once');
  }
  return { budget, projects, ballots, scoreScale, lot: order };
}

function checkBallots(ballots: readonly Ballot[], projects: number): void {
  let sum = 0;
  for (const { voters, choices, scores } of ballots) {
    if (!isCount(voters) || choices.length !== scores.length) throw new RangeError('a ballot is malformed');
    if (new Set(choices).size < choices.length) throw new RangeError('a project stands twice on a ballot');
    if (choices.some((choice) => choice < 0 || choice >= projects))
      throw new RangeError('an unknown project');
    if (!scores.every(isCount)) throw new RangeError('a score is not a whole number above zero');
    sum = scores.reduce((total, score) => total + score * voters, sum);
  }
  if (sum > maxScoreSum) throw new RangeError('the scores together are too large');
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

/** Sorts texts by code point, the same on every machine and in every language. */
export function byCodePoint(a: string, b: string): number {
  const [left, right] = [a, b].map((text) =>
    Array.from(text, (letter) => `${letter.codePointAt(0)}`.padStart(7, '0')).join(''),
  ) as [string, string];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** How many people voted, with an empty ballot too. */
export function countVoters({ ballots }: Pick<Election, 'ballots'>): number {
  return ballots.reduce((sum, { voters }) => sum + voters, 0);
}

/** The score total of each project: votes for approvals, points or rank scores in units of 1/`scoreScale`. */
export function votesOf({ projects, ballots }: Election): number[] {
  const votes = projects.map(() => 0);
  for (const { voters, choices, scores } of ballots) {
    choices.forEach((choice, index) => (votes[choice]! += scores[index]! * voters));
  }
  return votes;
}

/**
 * The same ballots with equal ones put together, order of choices aside, and for each old ballot the place of the new
 * one. No count changes by it; counting 131,778 ballots of which 197 differ becomes counting 197. Those that begin alike
 * stand together: who looks up the supporters of a project finds them near each other.
 */
export function mergeBallots(ballots: readonly Ballot[]): { merged: Ballot[]; of: number[] } {
  const seen = new Map<string, number>();
  const distinct: { -readonly [Key in keyof Ballot]: Ballot[Key] }[] = [];
  const seenAs = ballots.map((ballot) => {
    const key = keyOf(ballot);
    const place = seen.get(key) ?? distinct.length;
    const known = distinct[place];
    if (known) known.voters += ballot.voters;
    else {
      seen.set(key, place);
      distinct.push({ ...ballot });
    }
    return place;
  });
  const order = [...seen.keys()].sort().map((key) => seen.get(key)!);
  const places: number[] = [];
  order.forEach((old, place) => (places[old] = place));
  return { merged: order.map((old) => distinct[old]!), of: seenAs.map((old) => places[old]!) };
}

function keyOf({ choices, scores }: Ballot): string {
  return choices
    .map((choice, index) => `${choice}:${scores[index]}`)
    .sort()
    .join();
}
