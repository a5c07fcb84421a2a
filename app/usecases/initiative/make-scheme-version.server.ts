import { schemeById } from '#db/reads/initiative/scheme';
import { recordAct } from '#db/writes/audit/audit';
import { insertSchemeVersion } from '#db/writes/initiative/scheme';
import { assertMay } from '~/domain/access/policy';
import { type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { assertStart, assertTerms, type SchemeTerms } from '~/domain/initiative/scheme';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { withdraw } from './withdraw-scheme-version.server';

export type VersionToMake = {
  schemeId: string;
  validFrom: CalendarDate;
  terms: SchemeTerms;
  /** A version that has not begun and that this one comes in the place of. */
  replaces: string | null;
};

/**
 * Gives a scheme new rules from a day on, and answers the id of that version; the version before it ends the day before.
 * Who asked already keeps the rules of their own day. Throws the refusals of assertTerms, 'versionPast' for a day that is
 * over, 'versionTaken' for a day on which a version begins already, 'versionStarted' and 'versionGone' for what cannot be
 * replaced, 'notFound', and the refusals of 'scheme.manage'. domain.md §0 (3), §2.2.
 */
export async function makeSchemeVersion(context: Context, input: VersionToMake): Promise<string> {
  const { actor, today } = context;
  const { schemeId, validFrom, replaces } = input;
  assertMay(actor, 'scheme.manage');
  assertTerms(input.terms);
  return once(context, 'scheme.manage', { version: contentOf(input) }, async (tx) => {
    if (!(await schemeById(tx, schemeId))) throw new DomainError('notFound');
    assertStart(validFrom, today);
    if (replaces !== null) await withdraw(tx, context, { id: replaces, schemeId });
    const id = context.newId();
    const version = { id, schemeId, validFrom, publishedOn: today };
    if (!(await insertSchemeVersion(tx, version, input.terms))) {
      throw new DomainError('versionTaken', { field: 'validFrom', detail: { date: validFrom } });
    }
    await recordAct(tx, context, { act: 'scheme.version', subjectKind: 'schemeVersion', subjectId: id });
    return id;
  });
}

/** What makes two of these the same. */
const contentOf = ({ terms, replaces, ...rest }: VersionToMake) => ({
  ...rest,
  replaces: replaces ?? '',
  terms: JSON.stringify(terms, (_name, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)),
});
