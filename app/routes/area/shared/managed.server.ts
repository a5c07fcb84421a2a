import { managedWijk, type ManagedWijk } from '#db/reads/area/manage';
import { DomainError } from '~/domain/errors';
import { type Visit } from '~/http/visit.server';

/** The wijk that the address names by its id. Throws 'notFound'. */
export async function wijkIn({ context, params }: Visit): Promise<ManagedWijk> {
  const id = params.id ?? '';
  const wijk = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
    ? await managedWijk(context.db, id)
    : undefined;
  if (!wijk) throw new DomainError('notFound');
  return wijk;
}
