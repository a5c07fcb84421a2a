import { recordAct } from '#db/writes/audit/audit';
import { insertRules } from '#db/writes/council/body';
import { assertMay } from '~/domain/access/policy';
import { type CalendarDate } from '~/domain/calendar';
import { assertRules, type RulesOfOrder } from '~/domain/council/rules-of-order';
import { DomainError } from '~/domain/errors';
import { assertWithin, windows } from '~/domain/windows';
import { type Context } from '../context.server';
import { heldCouncil } from './parts/council.server';
import { once } from '../once.server';

/**
 * Gives a council new rules of order from a day on, today at the earliest; what held before stays. Throws 'notFound',
 * 'numberInvalid', 'choiceInvalid', 'dateOutside', 'rulesTaken' (there are rules of that day already), and the refusals of
 * 'council.manage'.
 */
export async function setRules(
  context: Context,
  input: { bodyId: string; from: CalendarDate; rules: RulesOfOrder },
): Promise<void> {
  const { actor, today, newId } = context;
  const { bodyId, from, rules } = input;
  assertMay(actor, 'council.manage');
  assertRules(rules);
  assertWithin({ ...windows.other, earliest: today }, from, 'from');
  const votingKinds = [...rules.votingKinds];
  await once(context, 'council.manage', { bodyId, from, ...rules, votingKinds }, async (tx) => {
    await heldCouncil(tx, bodyId);
    const version = { id: newId(), bodyId, validFrom: from, ...rules, votingKinds };
    if (!(await insertRules(tx, version))) throw new DomainError('rulesTaken', { field: 'from' });
    await recordAct(tx, context, { act: 'rules.set', subjectKind: 'body', subjectId: bodyId });
  });
}
