import { schemeVersionOn } from '#db/reads/initiative/scheme';
import { recordAct } from '#db/writes/audit/audit';
import { lockInitiative, recordTransition } from '#db/writes/initiative/initiative';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { supportNeeded } from '~/domain/initiative/support';
import { assertNone, checkInitiative } from './check-initiative.server';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { recordSubmission } from './submit-initiative.server';

/**
 * An applicant makes a concept public. Its content and the rules that hold for it are frozen from now on. Where no support
 * is needed it is submitted in the same act. A second click changes nothing. Throws the first shortcoming at its
 * field, 'noScheme', 'residenceNeeded' where it is submitted at once, 'notFound' for whoever is no applicant, 'wrongState' once withdrawn. domain.md §2.3.
 */
export async function publishInitiative(context: Context, number: number): Promise<void> {
  const { actor, now, today } = context;
  await once(context, 'initiative.publish', { number }, async (tx) => {
    const locked = await lockInitiative(tx, { number });
    assertMay(actor, 'initiative.readOwn', locked);
    if (locked.state === 'gathering' || locked.state === 'submitted') return;
    assertMay(actor, 'initiative.publish', locked);
    const version = await schemeVersionOn(tx, locked.areaId, today);
    if (!version) throw new DomainError('noScheme');
    const shortcomings = await checkInitiative(tx, locked, version, today);
    assertNone(shortcomings.filter(({ code }) => code !== 'supportShort'));
    const by = { at: now, actorId: actor.personId, role: 'applicant' as const };
    const state = await recordTransition(tx, locked, 'publish', by, { set: { schemeVersionId: version.id } });
    await recordAct(tx, context, {
      act: 'initiative.publish',
      subjectKind: 'initiative',
      subjectId: locked.id,
    });
    if (supportNeeded(locked.requestedCents, version.supportTiers) > 0) return;
    await recordSubmission(tx, context, { ...locked, state }, version);
  });
}
