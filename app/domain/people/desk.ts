/**
 * How somebody stands to the desks: they sign in there, were invited and did not accept yet, cannot sign in (any more), never
 * had to, or their account has ended.
 */
export type DeskState = 'open' | 'invited' | 'closed' | 'none' | 'ended';

type Known = {
  ended: boolean;
  /** A password with a second factor that works; or one of the invented people of the demonstration. */
  canSignIn: boolean;
  /** A letter with a link is under way that still works. */
  invited: boolean;
  /** They have or had a password, a role or a seat. */
  hadDesk: boolean;
};

/** How somebody stands to the desks. */
export function deskState({ ended, canSignIn, invited, hadDesk }: Known): DeskState {
  if (ended) return 'ended';
  if (canSignIn) return 'open';
  if (invited) return 'invited';
  return hadDesk ? 'closed' : 'none';
}
