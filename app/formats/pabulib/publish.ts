import { type Cents } from '~/domain/money/cents';
import { pointParts, votesWithPoints } from '~/domain/voting/round-file';
import { type Round, type RoundBallot, type RoundProject } from '~/domain/voting/round';
import { writePabulib } from './write';

type Published = Pick<Round, 'meta' | 'voteType' | 'projects' | 'ballots'>;

/**
 * The .pb file of a round that anybody may count: what the round was made of, voters as numbers in the order of the
 * ballots, columns that are empty for all projects left out. The same round gives the same text, to the byte.
 */
export function publishedText({ meta, voteType, projects, ballots }: Published): string {
  const votes = projects.map(() => 0);
  for (const { choices } of ballots) for (const choice of choices) votes[choice]! += 1;
  const columns = Object.entries(cellsOf).filter(
    ([name, cell]) =>
      needed.has(name) || projects.some((project, place) => cell(project, votes[place]!) !== ''),
  );
  const points = votesWithPoints.has(voteType);
  return writePabulib({
    meta,
    projectColumns: columns.map(([name]) => name),
    projects: projects.map((project, place) => ({
      cells: columns.map(([, cell]) => cell(project, votes[place]!)),
    })),
    voteColumns: points ? ['voter_id', 'vote', 'points'] : ['voter_id', 'vote'],
    votes: ballots.map((ballot, place) => ({
      cells: [`${place + 1}`, keysOf(ballot, projects), ...(points ? [pointsOf(ballot)] : [])],
    })),
  });
}

const needed = new Set(['project_id', 'cost', 'votes']);

const cellsOf: Record<string, (project: RoundProject, votes: number) => string> = {
  project_id: ({ key }) => key,
  cost: ({ costCents }) => amountText(costCents),
  votes: (_, votes) => `${votes}`,
  name: ({ name }) => name,
  category: ({ category }) => category ?? '',
  selected: ({ chosen }) => `${chosen ?? ''}`,
  latitude: ({ latitude }) => `${latitude ?? ''}`,
  longitude: ({ longitude }) => `${longitude ?? ''}`,
  description: ({ description }) => description ?? '',
};

function keysOf({ choices }: RoundBallot, projects: readonly RoundProject[]): string {
  return choices.map((choice) => projects[choice]!.key).join();
}

function pointsOf({ points }: RoundBallot): string {
  return points!.map((parts) => `${parts / pointParts}`).join();
}

function amountText(amount: Cents): string {
  const rest = amount % 100n;
  return rest === 0n ? `${amount / 100n}` : `${amount / 100n}.${`${rest}`.padStart(2, '0')}`;
}
