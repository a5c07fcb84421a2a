import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print, Refusal, sayFileProblem } from '../files';
import { type Job } from './job';
import { madeElection } from './made-election';
import { measureFile } from './tally-file';

/** Elections of the folder beside the project; `npm run` stands in the project's own. */
const usual = [
  'Poland_Wroclaw_2015_150_-_500',
  'Poland_Lodz_2022',
  'Poland_Krakow_2024',
  'Poland_Wroclaw_2017',
  'Poland_Warszawa_2026',
].map((name) => join('..', 'shared', 'data', 'pabulib', `${name}.pb.gz`));

/** The name under which `bench` measures one file in a process of its own. */
export const oneFile = 'tally-file';

/** Measures the count of each file, one after the other, each in a process of its own. Answers the exit code. */
export async function benchTally(job: Job): Promise<number> {
  for (const path of await filesOf(job)) {
    const entry = process.argv[1] ?? '';
    const child = spawn(process.execPath, [...process.execArgv, entry, 'bench', oneFile, path], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    job.atEnd(() => child.kill());
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) return 1;
  }
  return 0;
}

async function filesOf({ files, atEnd }: Job): Promise<readonly string[]> {
  if (files.length > 0) return files;
  if (usual.every((path) => existsSync(path))) return usual;
  console.error(
    `not there, so an election is made up: ${usual.filter((path) => !existsSync(path)).join(' ')}`,
  );
  const folder = await mkdtemp(join(tmpdir(), 'wijkkas-bench-'));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'made-up.pb');
  await writeFile(path, madeElection());
  return [path];
}

/** Prints the figure of one file. Answers the exit code: 1 when it cannot be read. */
export async function benchFile(path: string): Promise<number> {
  try {
    await print(JSON.stringify(await measureFile(path)));
    return 0;
  } catch (error) {
    const problem = error instanceof Refusal ? error.message : sayFileProblem(error);
    if (problem === undefined) throw error;
    console.error(problem);
    return 1;
  }
}
