import { type Installation, knownInstallation, rememberInstallation } from '~/http/installation.server';
import { knownSettings, settingsOf } from '~/http/settings.server';
import { type Asked, type Visit } from '~/http/visit.server';
import { type Settings } from '~/domain/site/settings';

type Name = 'about' | 'accessibility' | 'privacy';

/** A page of text: its title, in whose name it speaks as that stands in a sentence, and how they are reached. */
export async function textPage(visit: Visit, name: Name) {
  const settings = await settingsOf(visit.site);
  const installation =
    settings.name === null ? await rememberInstallation(visit.site, visit.site.db) : undefined;
  return told(visit, name, settings, installation);
}

/** The same while the database is away, as far as it was known. */
export const knownTextPage = (asked: Asked, name: Name) =>
  told(asked, name, knownSettings(asked.site), knownInstallation(asked.site));

function told({ t }: Pick<Asked, 't'>, page: Name, settings: Settings, installation: Installation) {
  const { email, phone, address, reach } = settings;
  const name = settings.name ?? installation?.gemeente;
  return {
    title: t(`pages.${page}.title`),
    description: t(`pages.${page}.description`),
    gemeente: name ? t('pages.gemeente.named', { name }) : t('pages.gemeente.unnamed'),
    ways: { email, phone, address, reach },
  };
}
