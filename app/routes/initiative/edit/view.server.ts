import { type InitiativeRecord } from '#db/reads/initiative/initiative';
import { formatTime } from '~/domain/date-format';
import { themes } from '~/domain/initiative/purpose';
import { draftOf, draftRules, type Step, stepOfField, steps, type Warning } from './draft';
import { viewOf } from '~/routes/initiative/shared/shown';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { rulesInWords } from '~/domain/initiative/scheme-words';
import { supportNeeded } from '~/domain/initiative/support';
import { messageDetail } from '~/http/form.server';
import { type Visit } from '~/http/visit.server';
import { checkInitiative, type Shortcoming } from '~/usecases/initiative/check-initiative.server';
import { askedAlong, mustShowHome, rulesFor, visibleInitiative } from '../shared/view.server';

/** The step in the address; throws 'notFound' for anything else. */
export function stepIn({ params }: Visit): Step {
  const step = steps.find((each) => each === params.stap);
  if (!step) throw new DomainError('notFound');
  return step;
}

/** A concept for the form of its own applicants, with the rules it must meet and where it does not yet. */
export async function concept(visit: Visit) {
  const seen = await visibleInitiative(visit);
  const { record, applicantIds } = seen;
  assertMay(visit.context.actor, 'initiative.readOwn', { applicantIds });
  const version = await rulesFor(visit, record);
  const shortcomings = await shortcomingsOf(visit, record);
  return {
    view: viewOf(record),
    draft: draftOf(record),
    asked: await askedAlong(visit, record),
    unproven: await mustShowHome(visit, seen),
    rules: version && draftRules(version, visit.context.today),
    told: version ? rulesInWords(version) : [],
    needed: version ? supportNeeded(record.requestedCents, version.supportTiers) : 0,
    warnings: shortcomings.map((each) => warningOf(visit, each)),
    themes,
  };
}

async function shortcomingsOf(visit: Visit, record: InitiativeRecord): Promise<Shortcoming[]> {
  const { db, today } = visit.context;
  const version = await rulesFor(visit, record);
  if (!version) return [];
  const found = await checkInitiative(db, record, version, today);
  return found.filter(({ code }) => code !== 'supportShort');
}

function warningOf(visit: Visit, { code, field, detail }: Shortcoming): Warning {
  return { code, field, text: visit.t(`error.${code}`, messageDetail({ detail }, visit)) };
}

/** Rules that something in this step breaks. What is only left open is not held against a concept. */
export function isWarningIn(
  step: Step,
  { code, field }: Pick<Shortcoming, 'field'> & { code: string },
): boolean {
  return stepOfField[field] === step && code !== 'required';
}

/**
 * Does what was just saved in this step break a rule that the form did not show before? Then the step is shown once more
 * with the warning; a second time one goes on.
 */
export async function freshWarnings(visit: Visit, step: Step): Promise<boolean> {
  const { record } = await visibleInitiative(visit);
  const seen = visit.url.searchParams.get('gezien')?.split(' ') ?? [];
  const found = await shortcomingsOf(visit, record);
  return found.some((each) => isWarningIn(step, each) && !seen.includes(each.code));
}

/** The answer to a save in the background: when it was. */
export function savedNow({ context: { now }, locale }: Visit): Response {
  return Response.json({ savedAt: formatTime(now, locale) });
}
