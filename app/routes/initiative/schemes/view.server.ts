import { wijkenOn } from '#db/reads/area/area';
import { schemes, versionDays, wijkenOfSchemes } from '#db/reads/initiative/scheme';
import { standingOfVersions } from '~/domain/initiative/scheme';
import { type Visit } from '~/http/visit.server';

/** Every scheme with its wijken and how its versions stand today, and the wijken that have none. */
export async function schemesInOffice({ context: { db, today } }: Visit) {
  const [all, days, taken, wijken] = await Promise.all([
    schemes(db),
    versionDays(db),
    wijkenOfSchemes(db),
    wijkenOn(db, today),
  ]);
  const rows = all.map((scheme) => {
    const own = standingOfVersions(
      days.filter(({ schemeId }) => schemeId === scheme.id),
      today,
    );
    return {
      ...scheme,
      wijken: taken.filter(({ schemeId }) => schemeId === scheme.id).map(({ name }) => name),
      current: own.find(({ standing }) => standing === 'current')?.validFrom ?? null,
      ahead: own.filter(({ standing }) => standing === 'ahead').map(({ validFrom }) => validFrom),
    };
  });
  const without = wijken.filter(({ id }) => !taken.some((one) => one.id === id));
  return { rows, without: without.map(({ name }) => name) };
}
