import { parseWithZod } from '@conform-to/zod/v4';
import { schemeById, schemeVersionById, versionsOfScheme } from '#db/reads/initiative/scheme';
import { DomainError } from '~/domain/errors';
import { type SchemeTerms, standingOfVersions } from '~/domain/initiative/scheme';
import { presetNames, presets } from '~/domain/initiative/scheme-presets';
import { idIn } from '~/http/address.server';
import { carriedIn } from '~/http/posted.server';
import { type Visit } from '~/http/visit.server';
import { partNames } from './scheme-parts';
import { termForms, typedTerms } from './scheme-terms.server';

/** The scheme in the address with its versions as they stand today. Throws 'notFound'. */
export async function askedScheme({ params, context: { db, today } }: Visit) {
  const scheme = await schemeById(db, idIn(params.id));
  if (!scheme) throw new DomainError('notFound');
  const versions = standingOfVersions(await versionsOfScheme(db, scheme.id), today);
  return { ...scheme, versions };
}

export type AskedScheme = Awaited<ReturnType<typeof askedScheme>>;

/** The names in the address of a version that is being made, besides its rules. */
const names = { replaces: 'vervangt', preset: 'voorbeeld' } as const;

/**
 * A version that is being made: it lives in the address until it is made, so that nothing is half there. Its rules begin as
 * those that it replaces, those of now, the last there are, or a preset. Throws 'notFound' when what it replaces is no version
 * that has yet to begin, and 'formInvalid' for an address that no page gives.
 */
export async function draftIn(visit: Visit, { legalRegime, versions }: AskedScheme) {
  const { searchParams } = visit.url;
  const replaced = searchParams.get(names.replaces);
  const replaces = replaced === null ? null : (versions.find(({ id }) => id === replaced) ?? null);
  if (replaced !== null && replaces?.standing !== 'ahead') throw new DomainError('notFound');
  const holding = versions.filter(({ standing }) => standing !== 'withdrawn');
  const before = replaces ?? holding.find(({ standing }) => standing === 'current') ?? holding.at(-1) ?? null;
  const base = before && (await schemeVersionById(visit.context.db, before.id));
  const named = presetNames.find((name) => name === searchParams.get(names.preset)) ?? legalRegime;
  const terms = (await carriedTerms(searchParams)) ?? base ?? presets[named].terms;
  return { replaces, base, terms };
}

/** The rules that an address carries; null when it carries none. */
async function carriedTerms(params: URLSearchParams): Promise<SchemeTerms | null> {
  if (!params.has('maxAmountCents')) return null;
  const read = async <P extends keyof typeof termForms>(part: P) => {
    const schema = termForms[part];
    const submission = parseWithZod(await carriedIn(params, schema), { schema });
    if (submission.status !== 'success') throw new DomainError('formInvalid');
    return submission.value;
  };
  const parts = await Promise.all(partNames.map(read));
  return Object.assign({}, ...parts) as SchemeTerms;
}

/** The address part of rules that are being made. */
export function queryOf(terms: SchemeTerms, replaces: string | null): string {
  const params = new URLSearchParams(replaces === null ? {} : { [names.replaces]: replaces });
  for (const [name, value] of Object.entries(typedTerms(terms))) {
    if (typeof value === 'string') addTo(params, name, value);
    else value.forEach((each, index) => addEach(params, `${name}[${index}]`, each));
  }
  return params.toString();
}

function addEach(params: URLSearchParams, name: string, each: string | Record<string, string>): void {
  if (typeof each === 'string') return addTo(params, name, each);
  for (const [column, value] of Object.entries(each)) addTo(params, `${name}.${column}`, value);
}

/** What is empty is left out. */
function addTo(params: URLSearchParams, name: string, value: string): void {
  if (value !== '') params.set(name, value);
}
