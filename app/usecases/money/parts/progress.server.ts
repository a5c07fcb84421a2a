/** Tells how far long work is: `done` of `total` steps. */
export type Progress = (done: number, total: number) => Promise<void>;
