export const duties = ['member', 'chair', 'secretary'] as const;
/** What a member does in a council besides sitting in it. */
export type Duty = (typeof duties)[number];

export const appointments = ['elected', 'appointed', 'coOpted', 'drawn', 'delegated'] as const;
/**
 * How somebody came to sit in a council: elected by residents, appointed by the gemeente, asked by the council itself, drawn by
 * lot, or sent by another council. domain.md §3.1.
 */
export type Appointment = (typeof appointments)[number];
