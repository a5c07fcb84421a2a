/** Runs `work` over `jobs` with so many sessions at once; answers outcomes and durations (ms) in the order of jobs. */
export async function crowd<Job>(
  sessions: number,
  jobs: readonly Job[],
  work: (job: Job) => Promise<unknown>,
): Promise<{ outcome: 'done' | unknown; took: number }[]> {
  const results: { outcome: 'done' | unknown; took: number }[] = [];
  let next = 0;
  const session = async () => {
    for (let index = next++; index < jobs.length; index = next++) {
      const started = performance.now();
      const outcome = await work(jobs[index] as Job).then(
        () => 'done',
        (error: unknown) => error,
      );
      results[index] = { outcome, took: performance.now() - started };
    }
  };
  await Promise.all(Array.from({ length: sessions }, session));
  return results;
}
