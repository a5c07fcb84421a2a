import { loadavg } from 'node:os';

/** One line of what a benchmark prints. */
export type Figure = Record<string, unknown>;

/** The load average of the machine in the last minute, to a tenth. */
export const load = () => rounded(loadavg()[0] ?? 0, 1);

/** Asks a row of times below which one this part of them lies. */
export function inOrder(times: readonly number[]): (part: number) => number {
  const ordered = times.toSorted((a, b) => a - b);
  return (part) => ordered[Math.floor(ordered.length * part)] ?? 0;
}

/** A number to so many decimals. */
export const rounded = (value: number, decimals: number) =>
  Math.round(value * 10 ** decimals) / 10 ** decimals;
