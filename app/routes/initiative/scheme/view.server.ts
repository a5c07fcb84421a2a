import { schemeVersionById, wijkenOfSchemes } from '#db/reads/initiative/scheme';
import { rulesInWords } from '~/domain/initiative/scheme-words';
import { type Visit } from '~/http/visit.server';
import { askedScheme } from '../shared/scheme-draft.server';

/** A scheme with its wijken and versions, and the rules of the version that the address asks for, or else of now. */
export async function schemeView(visit: Visit) {
  const { db } = visit.context;
  const scheme = await askedScheme(visit);
  const asked = visit.url.searchParams.get('versie');
  const { versions } = scheme;
  const holding = versions.filter(({ standing }) => standing !== 'withdrawn');
  const shown =
    versions.find(({ id }) => id === asked) ??
    holding.find(({ standing }) => standing === 'current') ??
    holding.at(-1) ??
    null;
  const wijken = await wijkenOfSchemes(db);
  return {
    scheme,
    wijken: wijken.filter(({ schemeId }) => schemeId === scheme.id).map(({ name }) => name),
    shown: shown && {
      ...shown,
      rules: rulesInWords(await schemeVersionById(db, shown.id)),
    },
  };
}

export type SchemeView = Awaited<ReturnType<typeof schemeView>>;
