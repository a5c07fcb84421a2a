import { DomainError } from '../errors';
import { cbsLevel } from './cbs';

/** A CBS area of a year that a wijk is composed of. */
export type Part = Readonly<{ code: string; year: number }>;

/** The code of the wijk that CBS puts a buurt in: WK030703 for BU03070301. */
export const wijkOfBuurt = (code: string): string => `WK${code.slice(2, 8)}`;

/** What a wijk gives to a new one. */
export interface Split {
  /** What the new wijk is composed of. */
  moved: Part[];
  /** Of what CBS areas the old one is composed no longer, as a whole. */
  ended: string[];
  /** Of what it is composed instead: the buurten of those that stay. */
  kept: Part[];
  /** Nothing is left of the old one. */
  isWhole: boolean;
}

/** The buurten that a wijk can be split by: those that it is composed of, or that lie in a CBS wijk it is composed of. */
export function buurtenOf<T extends Part>(parts: readonly Part[], published: readonly T[]): T[] {
  const has = (code: string, year: number) => parts.some((part) => part.code === code && part.year === year);
  return published.filter(({ code, year }) => has(code, year) || has(wijkOfBuurt(code), year));
}

/**
 * What becomes of a wijk composed of `parts` when the chosen buurten make a new one. A CBS wijk of which some buurten go
 * falls apart into its buurten. Throws 'required' (none) and 'choiceInvalid' (a buurt of another wijk) at `buurten`.
 */
export function splitOf(
  parts: readonly Part[],
  published: readonly Part[],
  chosen: readonly string[],
): Split {
  if (chosen.length === 0) throw new DomainError('required', { field: 'buurten' });
  const buurten = buurtenOf(parts, published);
  const moved = buurten.filter(({ code }) => chosen.includes(code));
  if (moved.length < new Set(chosen).size) throw new DomainError('choiceInvalid', { field: 'buurten' });
  const goes = new Set(moved.map(({ code }) => code));
  const apart = new Set(moved.map(({ code }) => wijkOfBuurt(code)));
  const ended = parts.map(({ code }) => code).filter((code) => goes.has(code) || apart.has(code));
  const kept = buurten.filter(({ code }) => !goes.has(code) && ended.includes(wijkOfBuurt(code)));
  return { moved, ended, kept, isWhole: kept.length === 0 && ended.length === parts.length };
}

/** Whether all that a wijk is composed of can be told apart by buurten that are known. */
export const wijkenWithoutBuurten = (parts: readonly Part[], published: readonly Part[]): Part[] =>
  parts.filter(
    ({ code, year }) =>
      cbsLevel(code) === 'wijk' &&
      !published.some((buurt) => wijkOfBuurt(buurt.code) === code && buurt.year === year),
  );
