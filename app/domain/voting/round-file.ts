import { type Cents } from '../money/cents';

export const voteTypes = ['approval', 'choose-1', 'ordinal', 'cumulative', 'scoring'] as const;
export type VoteType = (typeof voteTypes)[number];

/** The ways of voting in which a ballot gives points. */
export const votesWithPoints: ReadonlySet<VoteType> = new Set(['cumulative', 'scoring']);

/** Points are kept in whole millionths. */
export const pointParts = 1_000_000;

/** A project that a ballot lists again; it counts once, the first time. */
export type Repeat = Readonly<{ line: number; voter: string; project: string }>;

export type PabulibProject = Readonly<{ id: string; cost: Cents; cells: readonly string[] }>;

/** `choices` are places in the list of projects, each once; `points` go with them where the file has points. */
export type PabulibVote = Readonly<{
  voter: string;
  choices: readonly number[];
  points: readonly number[];
  cells: readonly string[];
}>;

/** A .pb file as read: what counting needs, and all cells as they stood under the columns of their table. */
export type PabulibFile = Readonly<{
  meta: ReadonlyMap<string, string>;
  budget: Cents;
  voteType: VoteType;
  projectColumns: readonly string[];
  projects: readonly PabulibProject[];
  voteColumns: readonly string[];
  votes: readonly PabulibVote[];
  repeats: readonly Repeat[];
}>;
