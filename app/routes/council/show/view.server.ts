import { type SeatOn } from '#db/reads/council/body';
import { initialsOf, nameShown } from '~/domain/people/name';

/** Who sits where, as everybody may see it: of a name what its owner chose, of a vacant seat nobody. */
export function faceOf({ seatId, kind, voting, duty, appointed, memberUntil, name, shownName }: SeatOn) {
  const shown = shownName === null ? null : nameShown(name, shownName);
  const filled = duty !== null;
  return {
    ...{ seatId, kind, voting, duty, appointed, memberUntil, filled },
    name: shown,
    initials: shown === null ? null : initialsOf(shown),
  };
}

/** A seat with its face. */
export type FaceOf = ReturnType<typeof faceOf>;
