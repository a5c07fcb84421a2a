import { type Round } from './round';

type Content = Pick<Round, 'voteType' | 'meta' | 'projects' | 'ballots' | 'notices'>;

/**
 * What a round is known by: the same text for the same vote, however its file was saved. The order of columns and of rows,
 * line ends and empty cells make no difference; what META says, letter by letter, does, and so does a project that a ballot
 * lists twice, of which nothing else is kept.
 */
export function roundContent({ voteType, meta, projects, ballots, notices }: Content): string {
  const rows = [
    ...meta,
    ...projects.map(({ key, name, costCents, category, description, latitude, longitude, chosen }) => [
      ...[key, name, `${costCents}`, category, description, latitude, longitude, chosen],
    ]),
    ...ballots.map(({ choices, points }) => [choices.map((choice) => projects[choice]!.key), points]),
    ...notices.filter(({ code }) => code === 'projectTwice').map(({ values }) => [values.count]),
  ];
  const lines = rows.map((row) => JSON.stringify(row)).sort();
  return [voteType, ...lines].join('\n');
}
