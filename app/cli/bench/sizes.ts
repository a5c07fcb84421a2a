/** How much a run measures; a test asks for less. */
export type Sizes = {
  /** Acts per slice; slices of ours and of plain SQL alternate, so that a busy machine slows both. */
  acts: number;
  slices: number;
  sessions: number;
  wijken: number;
  /** At how many postings in the books the balance is read, from few to many. */
  postings: readonly number[];
  dates: number;
};

export const usualSizes: Sizes = {
  acts: 160,
  slices: 4,
  sessions: 16,
  wijken: 32,
  postings: [10_000, 100_000, 1_000_000],
  dates: 200,
};
