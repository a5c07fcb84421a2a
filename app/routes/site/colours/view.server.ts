import { assertReadable, type Theme, themeOfKey } from '~/domain/site/theme';
import { DomainError } from '~/domain/errors';
import { lookOf, settingsOf } from '~/http/settings.server';
import { type Visit } from '~/http/visit.server';

/** The colours that somebody looks at before they are saved, by the word in the address; else those of now. */
export async function coloursView({ url, site }: Visit) {
  const asked = readableOf(url.searchParams.get('bekijk') ?? '');
  const { theme: current } = await settingsOf(site);
  const theme = asked ?? current;
  return {
    theme,
    look: lookOf(theme),
    isAsked: asked !== null,
    isSaved: url.searchParams.has('gedaan') && asked === null,
  };
}

function readableOf(key: string): Theme | null {
  const theme = themeOfKey(key);
  try {
    if (theme) assertReadable(theme);
    return theme;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return null;
  }
}
