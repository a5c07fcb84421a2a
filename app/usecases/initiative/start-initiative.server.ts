import { type Transaction } from '#db/client';
import { meansOf, readinessOf } from '#db/reads/area/readiness';
import { schemeVersionOn } from '#db/reads/initiative/scheme';
import { recordAct } from '#db/writes/audit/audit';
import { insertInitiative } from '#db/writes/initiative/initiative';
import { assertMay } from '~/domain/access/policy';
import { closedBy, type Means, type SiteMeans } from '~/domain/area/readiness';
import { type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { textWithin } from '~/domain/text';
import { type Context } from '../context.server';
import { once } from '../once.server';

/**
 * A resident begins a concept in a wijk; only the applicants see it. Returns its number.
 * Throws 'required' or 'tooLong' for the title, 'noScheme' when nobody can ask for money there today,
 * 'wijkClosed' when nobody could show to live there, decide about it or pay it, and the refusals of 'initiative.create'.
 */
export async function startInitiative(
  context: Context,
  input: { areaId: string; title: string },
  site: SiteMeans,
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
    await assertOpen(tx, input.areaId, await meansOf(tx, site, today), today);
    const id = newId();
    const number = await insertInitiative(tx, { id, areaId: input.areaId, title, createdAt: now, personId });
    await recordAct(tx, context, { act: 'initiative.create', subjectKind: 'initiative', subjectId: id });
    return { number };
  });
}

async function assertOpen(tx: Transaction, areaId: string, means: Means, today: CalendarDate): Promise<void> {
  const wijk = await readinessOf(tx, areaId, today);
  const gap = wijk && closedBy(wijk, means);
  if (gap) throw new DomainError('wijkClosed', { field: 'areaId', detail: { gap } });
}
