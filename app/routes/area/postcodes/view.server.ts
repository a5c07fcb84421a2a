import {
  addressesPerWijk,
  dividedPostcodes,
  lastPostcodeTask,
  postcodesInForce,
} from '#db/reads/area/postcode';
import { calendarDateIn } from '~/domain/calendar';
import { pageIn } from '~/http/address.server';
import { type Visit } from '~/http/visit.server';

const megabyte = 1024 * 1024;

/** Which file with addresses holds and what it says, and how the one that was handed in last is getting on. */
export async function postcodesView(visit: Visit) {
  const { db, today } = visit.context;
  const [task, inForce] = await Promise.all([lastPostcodeTask(db), postcodesInForce(db)]);
  return {
    task: task ? { ...task, askedOn: calendarDateIn(task.askedAt) } : null,
    isRunning: task?.outcome === null,
    maxMegabytes: visit.site.config.uploadBytes / megabyte,
    inForce: inForce
      ? { year: inForce.year, addresses: inForce.addresses, readOn: calendarDateIn(inForce.readAt) }
      : null,
    perWijk: [...(await addressesPerWijk(db, today))],
    divided: await dividedPostcodes(db, today, pageIn(visit)),
  };
}

/** What the page shows of it. */
export type PostcodesView = Awaited<ReturnType<typeof postcodesView>>;
