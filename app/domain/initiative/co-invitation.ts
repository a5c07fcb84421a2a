import { type InitiativeState } from '../lifecycle/initiative';

/** How long one may think about it, in days. After that the link ends and the address is forgotten. */
export const invitationDays = 30;
/** Who ask along with one initiative, at most: those who said yes and those who may still. */
export const mostCoApplicants = 5;
const dayMinutes = 24 * 60;
/** Invitations: from one account, and to one address from everybody together. So many at once; they come back over a day. */
export const invitationBudget = {
  account: { most: 10, minutes: dayMinutes },
  receiver: { most: 3, minutes: dayMinutes },
} as const;

/** What can be said to an invitation. Only 'no' can become 'yes' later. */
export type CoAnswer = 'accepted' | 'refused';

/** How an invitation stands; 'over' when no answer came in time. */
export type CoInvitationState = 'waiting' | CoAnswer | 'over';

/** States of an initiative in which somebody can still join: what was handed in to a council keeps its applicants. */
export const joinableStates: readonly InitiativeState[] = ['draft', 'gathering'];

interface Invitation {
  answer: CoAnswer | null;
  expiresAt: Date;
  /** The state of its initiative. */
  initiativeState: InitiativeState;
}

/** How an invitation stands at a moment. */
export function coInvitationState(invitation: Invitation, now: Date): CoInvitationState {
  return invitation.answer ?? (isOpen(invitation, now) ? 'waiting' : 'over');
}

/** May the one who was asked (still, or after a 'no') become a co-applicant now? */
export function mayJoin(invitation: Invitation, now: Date): boolean {
  return invitation.answer !== 'accepted' && isOpen(invitation, now);
}

function isOpen({ expiresAt, initiativeState }: Invitation, now: Date): boolean {
  return now < expiresAt && joinableStates.includes(initiativeState);
}
