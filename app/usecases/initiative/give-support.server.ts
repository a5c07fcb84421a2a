import { schemeVersionById } from '#db/reads/initiative/scheme';
import { residenceMethodOf } from '#db/reads/people/residence';
import { recordAct } from '#db/writes/audit/audit';
import { lockInitiative, putStatement } from '#db/writes/initiative/initiative';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type Stance } from '~/domain/initiative/support';
import { assertResidence } from '~/domain/people/residence';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { tellSupported } from './parts/support-letter.server';

/**
 * A neighbour says for, against or no opinion: once, and changed as long as there is no decision. Only counts are public. Whoever
 * asks hears when it is enough.
 * Throws 'notFound' for a concept, 'notYourArea' for residents of another wijk, 'ownInitiative' for applicants,
 * 'residenceNeeded' when the scheme asks more than their word that they live there, 'wrongState' after the decision.
 * domain.md §2.4.
 */
export async function giveSupport(context: Context, number: number, stance: Stance): Promise<void> {
  const { actor, now } = context;
  await once(context, 'support.give', { number, stance }, async (tx) => {
    const locked = await lockInitiative(tx, { number });
    if (locked.schemeVersionId === null) throw new DomainError('notFound');
    assertMay(actor, 'support.give', locked);
    const { personId } = actor;
    if (personId === null) throw new DomainError('signInFirst');
    if (actor.homeAreaId !== locked.areaId) throw new DomainError('notYourArea');
    const version = await schemeVersionById(tx, locked.schemeVersionId);
    assertResidence(await residenceMethodOf(tx, personId, locked.areaId), version.supportResidence);
    await putStatement(tx, { initiativeId: locked.id, personId, stance, givenAt: now });
    await recordAct(tx, context, { act: 'support.give', subjectKind: 'initiative', subjectId: locked.id });
    await tellSupported(tx, context, locked, version);
  });
}
