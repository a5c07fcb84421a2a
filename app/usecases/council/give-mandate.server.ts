import { mandatesOf } from '#db/reads/council/administration';
import { recordAct } from '#db/writes/audit/audit';
import { endMandateOn, insertMandate } from '#db/writes/council/body';
import { assertMay } from '~/domain/access/policy';
import { addDays, type CalendarDate } from '~/domain/calendar';
import { mandateEndedBy, mandateFrom } from '~/domain/council/mandate';
import { DomainError } from '~/domain/errors';
import { type Theme } from '~/domain/initiative/purpose';
import { type Cents } from '~/domain/money/cents';
import { assertWithin, windows } from '~/domain/windows';
import { type Context } from '../context.server';
import { heldCouncil } from './parts/council.server';
import { once } from '../once.server';

export type NewMandate = {
  bodyId: string;
  maxPerDecisionCents: Cents;
  maxPerApplicantPerYearCents: Cents;
  /** All that it may grant in a calendar year; null without such a limit. */
  maxPerPeriodCents: Cents | null;
  /** What it may decide about; empty for everything. */
  themes: Theme[];
  from: CalendarDate;
  /** Null until there is a new one. */
  lastDay: CalendarDate | null;
};

/**
 * Gives a council a mandate from a day on, which ends the one before; domain.md §3.4. From today on, or from tomorrow where it
 * has one: it may have decided under that today. Throws 'notFound', 'amountOutOfRange' (nothing, or a year of less than one
 * decision), 'dateOutside', 'rulesTaken', and the refusals of 'council.manage'.
 */
export async function giveMandate(context: Context, input: NewMandate): Promise<void> {
  const { actor, today, newId } = context;
  const { bodyId, from, lastDay, ...limits } = input;
  assertMay(actor, 'council.manage');
  assertLimits(limits);
  await once(context, 'council.manage', input, async (tx) => {
    await heldCouncil(tx, bodyId);
    const mandates = await mandatesOf(tx, bodyId);
    assertWithin({ ...windows.other, earliest: mandateFrom(mandates, today) }, from, 'from');
    if (lastDay) assertWithin({ ...windows.other, earliest: from }, lastDay, 'lastDay');
    const before = mandateEndedBy(mandates, from);
    if (before) await endMandateOn(tx, before.id, from);
    const term = { validFrom: from, validTo: lastDay && addDays(lastDay, 1) };
    if (!(await insertMandate(tx, { id: newId(), bodyId, ...limits, ...term }))) {
      throw new DomainError('rulesTaken', { field: 'from' });
    }
    await recordAct(tx, context, { act: 'mandate.give', subjectKind: 'body', subjectId: bodyId });
  });
}

type Limits = Omit<NewMandate, 'bodyId' | 'from' | 'lastDay'>;

function assertLimits(limits: Limits): void {
  for (const field of ['maxPerDecisionCents', 'maxPerApplicantPerYearCents'] as const) {
    if (limits[field] <= 0n) throw new DomainError('amountOutOfRange', { field });
  }
  const { maxPerPeriodCents: period, maxPerDecisionCents: decision } = limits;
  if (period !== null && period < decision) {
    throw new DomainError('amountOutOfRange', { field: 'maxPerPeriodCents' });
  }
}
