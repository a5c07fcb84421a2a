import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { type Example, type ExampleEnd } from '~/domain/voting/example';
import { fractionText } from '~/domain/voting/fraction';
import { writePabulib } from '~/formats/pabulib/write';

/** The tables of docs/how-it-works/votes.md, as the code counts them. */
export const euros = (amount: Cents) => formatEuros(amount, 'nl').replaceAll('\u00a0', ' ');

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** Every round: what each voter paid and has left. */
export function roundsTable({ share, rounds, byShares: { gains } }: Example): string {
  const start = ['', '', '', '', ...gains.map(() => euros(share))];
  return table(
    ['round', 'plan', 'costs', 'effective votes', ...gains.map(({ voter }) => voter)],
    [
      start,
      ...rounds.map(({ project, cost, votes, purses }, index) => [
        index + 1,
        project,
        euros(cost),
        fractionText(votes),
        ...purses.map(({ paid, left }) => (paid > 0n ? `−${euros(paid)} = ${euros(left)}` : euros(left))),
      ]),
    ],
  );
}

/** Which projects win by equal shares and by most votes, and what each voter gets of it. */
export function outcomeTable({ projects, byShares, byVotes }: Example): string {
  const won = ({ chosen }: ExampleEnd, id: Example['projects'][number]['id']) =>
    chosen.includes(id) ? 'yes' : 'no';
  const got = ({ gains }: ExampleEnd) => gains.map((gain) => `${gain.voter} ${gain.got}`).join(', ');
  return table(
    ['', 'costs', 'votes', 'equal shares', 'most votes'],
    [
      ...projects.map(({ id, cost, voters }) => [
        id,
        euros(cost),
        voters.length,
        won(byShares, id),
        won(byVotes, id),
      ]),
      ['together', '', '', euros(byShares.total), euros(byVotes.total)],
      ['chosen plans per voter', '', '', got(byShares), got(byVotes)],
      ['voters with at least one', '', '', byShares.served, byVotes.served],
    ],
  );
}

/** The example as a .pb file. */
export function exampleFile({ budget, projects, byShares: { gains } }: Example): string {
  const chosenBy = (voter: string) => projects.filter(({ voters }) => voters.includes(voter));
  return writePabulib({
    meta: [
      ['description', 'Five voters'],
      ['country', 'Netherlands'],
      ['unit', 'Vierstromen'],
      ['instance', '2026'],
      ['num_projects', `${projects.length}`],
      ['num_votes', `${gains.length}`],
      ['budget', `${budget / 100n}`],
      ['vote_type', 'approval'],
      ['rule', 'equalshares/add1'],
      ['date_begin', '2026'],
      ['date_end', '2026'],
      ['currency', 'EUR'],
    ],
    projectColumns: ['project_id', 'cost', 'votes'],
    projects: projects.map(({ id, cost, voters }) => ({ cells: [id, `${cost / 100n}`, `${voters.length}`] })),
    voteColumns: ['voter_id', 'vote'],
    votes: gains.map(({ voter }, place) => ({
      cells: [
        `${place + 1}`,
        chosenBy(voter)
          .map(({ id }) => id)
          .join(),
      ],
    })),
  });
}
