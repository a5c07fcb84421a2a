export const seatKinds = ['resident', 'professional', 'networker', 'areaManager'] as const;
export type SeatKind = (typeof seatKinds)[number];

export interface Seat {
  kind: SeatKind;
  voting: boolean;
  filled: boolean;
}

export interface CompositionTest {
  /** Filled voting seats. */
  filled: number;
  residents: number;
  /** Residents needed among the filled voting seats. */
  needed: number;
  met: boolean;
}

/**
 * May the buurtraad be declared constituted? Residents must hold at least half of the filled voting seats;
 * an empty council never is. domain.md §0.9, §3.2.
 */
export function testComposition(seats: readonly Seat[]): CompositionTest {
  const votes = seats.filter((seat) => seat.voting && seat.filled);
  const residents = votes.filter((seat) => seat.kind === 'resident').length;
  const needed = Math.ceil(votes.length / 2);
  return { filled: votes.length, residents, needed, met: votes.length > 0 && residents >= needed };
}
