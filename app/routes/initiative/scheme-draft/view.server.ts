import { addDays } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { assertTerms, type SchemeTerms } from '~/domain/initiative/scheme';
import { compareRules, type RuleKey, rulesInWords } from '~/domain/initiative/scheme-words';
import { messageDetail } from '~/http/form.server';
import { type Visit } from '~/http/visit.server';
import { askedScheme, draftIn, queryOf } from '../shared/scheme-draft.server';
import { partNames, type RulePart, ruleParts } from '../shared/scheme-parts';

/** A version that is being made: its rules in words, what is new about them, and what is wrong. */
export async function draftView(visit: Visit) {
  const scheme = await askedScheme(visit);
  const { replaces, base, terms } = await draftIn(visit, scheme);
  const { today } = visit.context;
  const changed = base ? compareRules(base, terms).filter(({ differs }) => differs) : [];
  const ahead = scheme.versions.filter(({ id, standing }) => standing === 'ahead' && id !== replaces?.id);
  return {
    scheme: { id: scheme.id, name: scheme.name },
    kind: replaces ? ('replace' as const) : base ? ('next' as const) : ('first' as const),
    replaced: replaces && replaces.validFrom,
    rules: rulesInWords(terms),
    changed: changed.map(({ key }) => key),
    problem: problemIn(visit, terms),
    query: queryOf(terms, replaces?.id ?? null),
    ahead: ahead.map(({ validFrom }) => validFrom),
    start: replaces?.validFrom ?? (base ? addDays(today, 1) : today),
    today,
  };
}

/** The first thing that keeps these rules from being made, with the part in which it is mended. */
function problemIn(visit: Visit, terms: SchemeTerms): { text: string; part: RulePart } | null {
  try {
    assertTerms(terms);
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, field } = error;
    const part = partNames.find((each) => isOf(ruleParts[each], field)) ?? 'controle';
    return { part, text: visit.t(`error.${code}`, messageDetail(error, visit)) };
  }
}

const isOf = (keys: readonly RuleKey[], field: string | undefined) => keys.some((key) => key === field);
