import { type RefusalCode } from '../errors';
import { type Notice } from '../notices';

/** What reading a file with areas would do, each area by its name. */
export interface FoundAreas {
  kind: 'wijken' | 'buurten' | 'drawn';
  gemeente: string;
  names: Readonly<Record<'created' | 'changed' | 'unchanged', readonly string[]>>;
  notices: readonly Notice[];
}

/** Why a file was not read: as `DomainError` has it. */
export interface WhyNotRead {
  code: RefusalCode;
  detail: Readonly<Record<string, string | number>>;
}

/**
 * How a file that was handed in is getting on: work goes on, somebody has to say whether it is right, it was refused, it was read,
 * or nobody said anything in time.
 */
export type ReadingState = 'running' | 'looked' | 'refused' | 'read' | 'lapsed';

interface Reading {
  found: FoundAreas | null;
  refusal: WhyNotRead | null;
  askedAt: Date | null;
  endedAt: Date | null;
}

/** How a file that was handed in is getting on. */
export function readingState({ found, refusal, askedAt, endedAt }: Reading): ReadingState {
  if (refusal) return 'refused';
  if (endedAt) return askedAt ? 'read' : 'lapsed';
  return found && !askedAt ? 'looked' : 'running';
}

/** A file that nobody said anything about is kept for so many days. */
export const fileKeptDays = 7;
