import { type Body, bodyBySlug } from '#db/reads/council/body';
import { type Meeting, meetingById } from '#db/reads/council/meeting';
import { assertMay, type Act } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { idIn } from '~/http/address.server';
import { type Visit } from '~/http/visit.server';

/** The council in the address, for who may do `wanted` there. Throws 'notFound' and the policy's refusals. */
export async function councilOf({ context: { db, actor }, params }: Visit, wanted: Act): Promise<Body> {
  const council = await bodyBySlug(db, params.slug ?? '');
  if (!council) throw new DomainError('notFound');
  assertMay(actor, wanted, { bodyId: council.id, areaId: council.areaId });
  return council;
}

/** The council's meeting in the address. Throws 'notFound'. */
export async function meetingOf({ context: { db }, params }: Visit, council: Body): Promise<Meeting> {
  const meeting = await meetingById(db, idIn(params.id));
  if (meeting?.bodyId !== council.id) throw new DomainError('notFound');
  return meeting;
}
