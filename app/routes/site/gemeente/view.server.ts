import { installationOf } from '#db/reads/area/area';
import { type SavedSettings, settingsInForce, settingsVersions } from '#db/reads/site/settings';
import { calendarDateIn } from '~/domain/calendar';
import { showIban } from '~/domain/money/iban';
import { changedParts, type Settings, type SettingsPart } from '~/domain/site/settings';
import { hasOwnColours } from '~/domain/site/theme';
import { pageIn } from '~/http/address.server';
import { firstSettings } from '~/http/settings.server';
import { type Visit } from '~/http/visit.server';

const perPage = 20;
const saved = ['', 'ook'] as const;

/** What the form knows of the gemeente, and who changed what before. */
export async function gemeenteView(visit: Visit) {
  const { context, site, url } = visit;
  const { db } = context;
  const [found, installation] = await Promise.all([settingsInForce(db), installationOf(db)]);
  const { version, ...settings } = found ?? { version: 0, ...firstSettings(site.config) };
  const { rows, ...place } = await settingsVersions(db, { page: pageIn(visit), size: perPage });
  return {
    known: {
      ...{ seen: String(version), name: settings.name ?? installation?.gemeente, email: settings.email },
      ...{ phone: settings.phone ?? '', address: settings.address ?? '', reach: settings.reach ?? '' },
      ...{ iban: settings.bank ? showIban(settings.bank.iban) : '', bankName: settings.bank?.name ?? '' },
      english: settings.english ? 'yes' : 'no',
    },
    saved: saved.find((each) => each === url.searchParams.get('gedaan')) ?? null,
    place,
    versions: rows.map((row) => ({
      version: row.version,
      savedOn: calendarDateIn(row.savedAt),
      who: whoSaved(visit, row),
      changes: row.before ? changesOf(visit, row.before, row) : null,
    })),
  };
}

export type GemeenteView = Awaited<ReturnType<typeof gemeenteView>>;

function whoSaved({ t }: Visit, { savedBy, savedById }: SavedSettings): string {
  if (savedById === null) return t('gemeente.versions.program');
  return savedBy ?? t('gemeente.versions.nobody');
}

/** What a version brought, in words: "Naam: Vierstromen". */
const changesOf = (visit: Visit, before: Settings, after: Settings) =>
  changedParts(before, after).map((part) => ({
    part,
    value: valueOf(visit, after, part) ?? visit.t('gemeente.versions.empty'),
  }));

function valueOf({ t }: Visit, settings: Settings, part: SettingsPart): string | null {
  const { bank, theme, logo } = settings;
  switch (part) {
    case 'bank':
      return bank && `${showIban(bank.iban)}, ${bank.name}`;
    case 'english':
      return t(`gemeente.versions.english.${settings.english ? 'yes' : 'no'}`);
    case 'theme': {
      const base = t(`gemeente.colours.name.${theme.base}.label`);
      return hasOwnColours(theme) ? `${base}, ${t('gemeente.versions.ownColours')}` : base;
    }
    case 'logo':
      return logo && t(`gemeente.versions.logo.${logo.kind}`);
    default:
      return settings[part];
  }
}
