export interface QuorumInput {
  /** Filled seats: members in office. */
  sitting: number;
  /** Members in the room, those obliged to abstain included. */
  present: number;
  /** A new meeting for the same items, because the first one failed for want of a quorum. */
  reconvened: boolean;
}

export interface QuorumTest {
  needed: number;
  present: number;
  met: boolean;
}

/** The smallest number that is more than half of `of`. */
export function moreThanHalf(of: number): number {
  return Math.floor(of / 2) + 1;
}

/**
 * May the meeting be opened? More than half of the sitting members must be present; a reconvened meeting
 * needs none for the same items. Art. 20 Gemeentewet, domain.md §3.2.
 */
export function testQuorum({ sitting, present, reconvened }: QuorumInput): QuorumTest {
  const needed = reconvened ? 0 : moreThanHalf(sitting);
  return { needed, present, met: present >= needed };
}

/**
 * Can the members who are free to decide still make the quorum on their own? If not, the item goes to the
 * stadsraad. domain.md §3.4 (d); conflicted members also leave the discussion (Awb 2:4).
 */
export function quorumPossible(sitting: number, conflicted: number): boolean {
  return sitting - conflicted >= moreThanHalf(sitting);
}
