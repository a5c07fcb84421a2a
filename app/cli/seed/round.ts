import { wijken } from '#db/seed/areas';
import { roundFile } from '#db/seed/round';
import { visitor } from '~/domain/access/roles';
import { calendarDateIn } from '~/domain/calendar';
import { importRound } from '~/usecases/voting/import-round.server';
import { type Scene, type Stage } from './stage';

/** The votes of the round of a year are read in when it was over. */
export function roundScene({ site }: Stage, year: number): Scene {
  const at = new Date(Date.UTC(year, 9, 7, 9));
  const play = async () => {
    const context = { ...site, actor: visitor, now: at, today: calendarDateIn(at) };
    await importRound(context, roundFile(year), { areaCode: wijken.kruiskade.code });
  };
  return { at, play };
}
