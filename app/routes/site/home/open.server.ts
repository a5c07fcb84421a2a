import { wijkReadiness } from '#db/reads/area/readiness';
import { closedBy } from '~/domain/area/readiness';
import { siteMeans } from '~/http/config.server';
import { settingsOf } from '~/http/settings.server';
import { type Visit } from '~/http/visit.server';

/**
 * Whether residents can ask for money in some wijk, as far as this page may know, which is made once for everybody: in which ways
 * they show where they live depends on who has which role.
 */
export async function someWijkIsOpen({ context: { db, today }, site }: Visit): Promise<boolean> {
  const hasAccount = (await settingsOf(site)).bank !== null;
  const means = { hasAccount, sendsMail: siteMeans(site.config).sendsMail, ways: [] };
  const wijken = await wijkReadiness(db, today);
  return wijken.some((wijk) => wijk.hasScheme && closedBy({ ...wijk, accepted: [] }, means) === null);
}
