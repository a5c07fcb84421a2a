/** The text of a .pb file: keys of META in order, and two tables; lists in a cell stand between commas. */
export type PabulibDocument = Readonly<{
  meta: Iterable<readonly [string, string]>;
  projectColumns: readonly string[];
  projects: Iterable<Readonly<{ cells: readonly string[] }>>;
  voteColumns: readonly string[];
  votes: Iterable<Readonly<{ cells: readonly string[] }>>;
}>;

/** Writes a .pb file (voting.md §2) that reads back as it was: UTF-8, LF, cells quoted where they must be. */
export function writePabulib({
  meta,
  projectColumns,
  projects,
  voteColumns,
  votes,
}: PabulibDocument): string {
  const rows = [['META'], ['key', 'value'], ...meta, ['PROJECTS'], projectColumns];
  for (const { cells } of projects) rows.push(cells);
  rows.push(['VOTES'], voteColumns);
  for (const { cells } of votes) rows.push(cells);
  return rows.map((cells) => `${cells.map(quoted).join(';')}\n`).join('');
}

function quoted(cell: string): string {
  return /[;"\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
