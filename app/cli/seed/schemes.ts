import { schemes } from '#db/seed/funds';
import { calendarDate, yearOf } from '~/domain/calendar';
import { type Context } from '~/usecases/context.server';
import { createScheme } from '~/usecases/initiative/create-scheme.server';
import { makeSchemeVersion } from '~/usecases/initiative/make-scheme-version.server';
import { type World } from './stage';

/** The schemes from today on; one of them changes with the new year after the one in which the story ends. */
export async function plantSchemes(admin: Context, areas: World['areas']): Promise<void> {
  const { today } = admin;
  for (const { name, legalRegime, wijken, terms, nextYear } of schemes) {
    const areaIds = wijken.map((wijk) => areas[wijk]);
    const schemeId = await createScheme(admin, { name, legalRegime, areaIds });
    const version = { schemeId, replaces: null };
    await makeSchemeVersion(admin, { ...version, validFrom: today, terms });
    if (!nextYear) continue;
    const validFrom = calendarDate(`${yearOf(today) + 3}-01-01`);
    await makeSchemeVersion(admin, { ...version, validFrom, terms: { ...terms, ...nextYear } });
  }
}
