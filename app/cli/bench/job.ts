import { type Figure } from './figure';

/** What a benchmark gets: which files it is asked to measure, and where its figures go. */
export type Job = Readonly<{
  files: readonly string[];
  env: NodeJS.ProcessEnv;
  print: (figure: Figure) => void;
  /** What must be taken away when the run ends or is stopped; may be called more than once. */
  atEnd: (undo: () => unknown) => void;
}>;
