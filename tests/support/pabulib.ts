import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { sharedFile } from './shared';

/** What an expected outcome says of one rule in one mode (golden/pabulib/README.md). */
export type ExpectedRun = {
  selected: string[];
  total: number | string;
  completed?: string[];
  completedTotal?: number | string;
  endowment?: string;
  steps?: number;
  stop?: string;
  idTies?: number;
  otherTies?: number;
  rounds?: { id: string; payment: string | null; effectiveVotes: number; tied: number }[] | null;
  ejrPlusViolations?: string[];
  ejrPlusViolationsCost?: string[];
};

export type Expected = {
  budget: string;
  numProjects: number;
  numVotes: number;
  distinctBallots: Record<string, number>;
  warnings: string[];
  add1Step: number;
  votes: Record<string, Record<string, number>>;
  comparison: { count: number[]; cost: number[]; any: number[] };
  runs: Record<string, ExpectedRun>;
};

export type EdgeCase = {
  why: string;
  mode: string;
  budget: string;
  projects: [string, string][];
  ballots: [string, [string, string][]][];
  runs: Record<string, ExpectedRun>;
};

/** The names of the elections on file that have an expected outcome; none where the folder is absent. */
export function goldenNames(): string[] {
  const folder = sharedFile('golden/pabulib');
  if (!folder) return [];
  return readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : []));
}

export function expectedOf(name: string): Expected {
  return JSON.parse(readFileSync(`${sharedFile('golden/pabulib')}/${name}.json`, 'utf8')) as Expected;
}

/** The bytes of an election on file, unpacked. */
export function electionBytes(name: string): Uint8Array {
  const plain = sharedFile(`data/pabulib/${name}.pb`);
  return plain
    ? readFileSync(plain)
    : gunzipSync(readFileSync(`${sharedFile(`data/pabulib/${name}.pb.gz`)}`));
}

type Edges = { valid: Record<string, EdgeCase>; invalid: Record<string, { file: string; why: string }> };

/** The hand-made cases; none where the folder is absent. */
export function edgeCases(): Edges {
  const file = sharedFile('data/pabulib/edge/edge-cases.json');
  return file ? (JSON.parse(readFileSync(file, 'utf8')) as Edges) : { valid: {}, invalid: {} };
}

export function edgeBytes(file: string): Uint8Array {
  return readFileSync(`${sharedFile(`data/pabulib/edge/${file}`)}`);
}
