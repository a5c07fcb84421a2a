import { managedWijk, type ManagedWijk } from '#db/reads/area/manage';
import { DomainError } from '~/domain/errors';
import { idIn } from '~/http/address.server';
import { type Visit } from '~/http/visit.server';

/** The wijk that the address names by its id. Throws 'notFound'. */
export async function wijkIn({ context, params }: Visit): Promise<ManagedWijk> {
  const wijk = await managedWijk(context.db, idIn(params.id));
  if (!wijk) throw new DomainError('notFound');
  return wijk;
}
