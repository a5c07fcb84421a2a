import { rememberInstallation } from '~/http/installation.server';
import { settingsOf } from '~/http/settings.server';
import { type Visit } from '~/http/visit.server';

/** In whose name a page of text speaks, as it stands in a sentence, and how they are reached. */
export async function speaker({ site, t }: Visit) {
  const { name, email, phone, address, reach } = await settingsOf(site);
  const known = name ?? (await rememberInstallation(site, site.db))?.gemeente;
  return {
    gemeente: known ? t('pages.gemeente.named', { name: known }) : t('pages.gemeente.unnamed'),
    ways: { email, phone, address, reach },
  };
}
