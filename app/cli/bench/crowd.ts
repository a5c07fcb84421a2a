/** Seconds: on the clock, and of the processor for this program alone. */
export type Took = { clock: number; program: number };

/** Does `work` for every job with so many sessions at once; answers what it took. */
export async function inCrowd<Job>(
  sessions: number,
  jobs: readonly Job[],
  work: (job: Job) => Promise<unknown>,
): Promise<Took> {
  const waiting = [...jobs];
  const session = async () => {
    for (let job = waiting.pop(); job !== undefined; job = waiting.pop()) await work(job);
  };
  const [started, used] = [performance.now(), process.cpuUsage()];
  await Promise.all(Array.from({ length: sessions }, session));
  const { user, system } = process.cpuUsage(used);
  return { clock: (performance.now() - started) / 1e3, program: (user + system) / 1e6 };
}

/** Both together. */
export function plus(one: Took, other: Took): Took {
  return { clock: one.clock + other.clock, program: one.program + other.program };
}
