import { createHash } from 'node:crypto';
import { canonicalEntry, type ChainEntry } from '~/domain/ledger/chain';

/** An entry as its row says it, with the codes of the accounts its postings are on. */
export type HashedEntry = Omit<ChainEntry, 'actor' | 'reversesId'> & {
  actorId: string | null;
  reversesId: bigint | null;
};

/** The hash an entry must have, given everything it says and the hash before it. */
export function entryHash({ actorId, reversesId, ...entry }: HashedEntry): string {
  const reverses = reversesId?.toString() ?? null;
  return sha256(canonicalEntry({ ...entry, actor: actorId ?? 'system', reversesId: reverses }));
}

/** SHA-256 in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
