import { type Transaction } from '#db/client';
import { groundOf } from '#db/reads/area/ground';
import { type ManagedWijk, usesOfArea } from '#db/reads/area/manage';
import { recordAct } from '#db/writes/audit/audit';
import { endArea, handOver, redrawArea } from '#db/writes/area/area';
import { moveResidences } from '#db/writes/people/residence';
import { assertMay } from '~/domain/access/policy';
import { lastOf } from '~/domain/area/leave-out';
import { together } from '~/domain/area/place';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { assertWhole, wijkOfToday } from './parts/wijk.server';

/**
 * Adds a wijk to another one from today on: its ground, postcodes and residents go over, and it ends. Its money and
 * initiatives stay readable at its own address, under the council that it had. Throws 'notFound', 'choiceInvalid' (itself),
 * 'wrongState' (one of them ended, or begins today, or this one was split today), and the refusals of 'area.manage'.
 */
export async function joinArea(context: Context, input: { areaId: string; into: string }): Promise<void> {
  const { actor, today } = context;
  assertMay(actor, 'area.manage');
  const { personId } = actor;
  if (personId === null) throw new DomainError('signInFirst');
  const { areaId, into } = input;
  if (areaId === into) throw new DomainError('choiceInvalid', { field: 'into' });
  await once(context, 'area.manage', { areaId, into }, async (tx) => {
    const wijk = await wijkOfToday(tx, areaId, today);
    const kept = await wijkOfToday(tx, into, today);
    await assertWhole(tx, areaId, today);
    if (wijk.isDrawn || kept.isDrawn) await drawTogether(tx, wijk, kept);
    await endArea(tx, areaId, lastOf(wijk.validFrom, await usesOfArea(tx, areaId), today));
    await handOver(tx, areaId, into);
    await moveResidences(tx, { from: areaId, to: into }, { on: today, by: personId });
    const subject = { subjectKind: 'area', subjectId: areaId } as const;
    await recordAct(tx, context, { act: 'area.join', ...subject, reason: kept.name });
  });
}

/** CBS areas alone do not say what the two cover together: it is drawn. */
async function drawTogether(tx: Transaction, wijk: ManagedWijk, kept: ManagedWijk): Promise<void> {
  const outline = together([...(await groundOf(tx, kept.id)), ...(await groundOf(tx, wijk.id))]);
  const counts = [kept.inhabitants, wijk.inhabitants];
  const inhabitants = counts.includes(null) ? null : Number(counts[0]) + Number(counts[1]);
  await redrawArea(tx, kept.id, { outline, inhabitants });
}
