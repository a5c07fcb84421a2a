import { type Ballot, election, type Election } from './election';
import { type PabulibFile, pointParts, votesWithPoints } from './round-file';

/** How ballots become scores: one for each choice, the points given, or ranks (own length less the place from 0). */
export const modes = ['approval', 'points', 'rank'] as const;
export type Mode = (typeof modes)[number];

/** The ways in which a file can be counted, its own first; each ballot can be read as approvals. */
export function modesOf({ voteType }: Pick<PabulibFile, 'voteType'>): [Mode, ...Mode[]] {
  if (voteType === 'ordinal') return ['rank', 'approval'];
  return votesWithPoints.has(voteType) ? ['points', 'approval'] : ['approval'];
}

/**
 * The election in a file; points of zero or less count as no choice (voting.md §9). Throws RangeError where the file
 * cannot be counted in this mode.
 */
export function electionOf(
  file: PabulibFile,
  mode: Mode = modesOf(file)[0],
  lot?: readonly string[],
): Election {
  if (!modesOf(file).includes(mode)) throw new RangeError(`this file has no ${mode}`);
  const unit = mode === 'points' ? commonUnit(file) : pointParts;
  const ballots = file.votes.map(({ choices, points }): Ballot => {
    if (mode === 'approval') return { voters: 1, choices, scores: choices.map(() => 1) };
    if (mode === 'rank')
      return { voters: 1, choices, scores: choices.map((_, place) => choices.length - place) };
    const kept = choices.map((choice, index) => ({ choice, score: points[index]! / unit }));
    const counted = kept.filter(({ score }) => score > 0);
    return {
      voters: 1,
      choices: counted.map(({ choice }) => choice),
      scores: counted.map(({ score }) => score),
    };
  });
  return election({ budget: file.budget, projects: file.projects, ballots }, pointParts / unit, lot);
}

/** The largest power of ten, in millionths of a point, in which all points are whole. */
function commonUnit({ votes }: PabulibFile): number {
  let unit = pointParts;
  for (const { points } of votes) for (const point of points) while (point % unit !== 0) unit /= 10;
  return unit;
}
