import { createHash } from 'node:crypto';
import { faultOf } from '#db/fault';
import { settingsInForce } from '#db/reads/site/settings';
import { type Settings } from '~/domain/site/settings';
import { hasOwnColours, type Theme, themeKey } from '~/domain/site/theme';
import { themeCss } from '~/domain/site/theme-css';
import { paths } from '~/paths';
import { type Config } from './config.server';
import { type Site } from './site.server';

const known = new WeakMap<Site, { version: number | null; found: Settings }>();

/** What the gemeente chose: read again only when something public changed since. What was seen last serves in an outage. */
export async function settingsOf(site: Site): Promise<Settings> {
  const version = site.publicVersion.current;
  const last = known.get(site);
  if (last && version !== null && last.version === version) return last.found;
  try {
    const found = (await settingsInForce(site.db)) ?? firstSettings(site.config);
    known.set(site, { version, found });
    return found;
  } catch (error) {
    if (!faultOf(error)) throw error;
    return knownSettings(site);
  }
}

/** What the gemeente had chosen when last asked; what the settings of the program say when nobody has asked yet. */
export const knownSettings = (site: Site): Settings => known.get(site)?.found ?? firstSettings(site.config);

/** What the settings of the program say of the gemeente, until somebody says it on the page. */
export const firstSettings = ({ contact, theme, bank }: Config): Settings => ({
  ...{ name: null, email: contact, phone: null, address: null, reach: null, english: true, bank, logo: null },
  theme: { base: theme, action: null, header: null, footer: null },
});

/** What a page carries to have the colours of a theme: the word of it, and the style sheet where it has own colours. */
export interface Look {
  base: Theme['base'];
  colours: string | undefined;
  sheet: string | null;
}

export function lookOf(theme: Theme): Look {
  const hasOwn = hasOwnColours(theme);
  const colours = hasOwn ? themeKey(theme) : undefined;
  return { base: theme.base, colours, sheet: hasOwn ? paths.site.themeCss(sheetName(theme)) : null };
}

/** The name of the style sheet of a theme: its word, and a hash of what it holds, so that it never changes under its name. */
export function sheetName(theme: Theme): string {
  const hash = createHash('sha256').update(themeCss(theme)).digest('hex').slice(0, 12);
  return `${themeKey(theme)}.${hash}.css`;
}

/** Where the logo is found, as an image. */
export const logoHref = ({ logo }: Pick<Settings, 'logo'>): string | null =>
  logo && paths.site.logoFile(`${logo.hash}.${logo.kind}`);
