import { type SeatOn } from '#db/reads/council/body';
import { initialsOf, nameShown } from '~/domain/people/name';
import { photoName } from '~/domain/people/photo';
import { paths } from '~/paths';

/** Who sits where, as everybody may see it: of a name what its owner chose, a photo if they gave one, of a vacant seat nobody. */
export function faceOf({ name, shownName, photoHash, ...seat }: SeatOn) {
  const { seatId, kind, voting, duty, appointed, memberUntil } = seat;
  const shown = shownName === null ? null : nameShown(name, shownName);
  const filled = duty !== null;
  return {
    ...{ seatId, kind, voting, duty, appointed, memberUntil, filled },
    name: shown,
    photo: photoHash === null ? null : paths.people.photoFile(photoName(photoHash)),
    initials: shown === null ? null : initialsOf(shown),
  };
}

/** A seat with its face. */
export type FaceOf = ReturnType<typeof faceOf>;
