/** What is looked at: every invariant of the database, or whether the chains of the journals are whole. */
export type CheckScope = 'all' | 'chain';

/** A row that should not be there: by which check it was found, which row, and what is wrong with it. */
export type CheckFinding = Readonly<{ check: string; subject: string; detail: string }>;

/** So many findings are kept; the rest is counted. */
export const mostFindings = 100;
