/** How many voters got at least one of their choices, and how many of their choices a voter got on average. */
export type Served = Readonly<{ voters: number; served: number; percent: number; average: number }>;

/** What a reach (how many voters got 0, 1, 2… of their choices) says in short; `percent` is rounded down. */
export function servedBy(reach: readonly number[]): Served {
  const voters = reach.reduce((sum, each) => sum + each, 0);
  const got = reach.reduce((sum, each, hits) => sum + each * hits, 0);
  const served = voters - (reach[0] ?? 0);
  if (voters === 0) return { voters, served, percent: 0, average: 0 };
  return { voters, served, percent: Math.floor((served * 100) / voters), average: got / voters };
}
