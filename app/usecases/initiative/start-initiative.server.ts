import { schemeVersionOn } from '#db/reads/initiative/scheme';
import { recordAct } from '#db/writes/audit/audit';
import { insertInitiative } from '#db/writes/initiative/initiative';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { textWithin } from '~/domain/text';
import { type Context } from '../context.server';
import { once } from '../once.server';

/**
 * A resident begins a concept in a wijk; only the applicants see it. Returns its number.
 * Throws 'required' or 'tooLong' for the title, 'noScheme' when nobody can ask for money there today, and the
 * refusals of 'initiative.create'.
 */
export async function startInitiative(
  context: Context,
  input: { areaId: string; title: string },
): Promise<{ number: number }> {
  const { actor, now, today, newId } = context;
  assertMay(actor, 'initiative.create');
  const { personId } = actor;
  if (personId === null) throw new DomainError('signInFirst');
  const title = textWithin(100, input.title, 'title');
  if (title === '') throw new DomainError('required', { field: 'title' });
  return once(context, 'initiative.create', { areaId: input.areaId, title }, async (tx) => {
    const version = await schemeVersionOn(tx, input.areaId, today);
    if (!version) throw new DomainError('noScheme', { field: 'areaId' });
    const id = newId();
    const number = await insertInitiative(tx, { id, areaId: input.areaId, title, createdAt: now, personId });
    await recordAct(tx, context, { act: 'initiative.create', subjectKind: 'initiative', subjectId: id });
    return { number };
  });
}
