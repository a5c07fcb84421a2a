/**
 * Of as many rounds of chance, those that are played here: `.ci/run` asks for half of them on each of its two databases, so
 * that together they are all. Whoever runs one database alone asks for nothing, and plays them all.
 */
export function shareOf(rounds: number): number {
  const part = process.env.CI_PART;
  if (part === 'first') return Math.ceil(rounds / 2);
  return part === 'second' ? Math.floor(rounds / 2) : rounds;
}
