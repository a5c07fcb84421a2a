import { wijkenFileById } from '#db/reads/area/manage';
import { readingState } from '~/domain/area/reading';
import { DomainError } from '~/domain/errors';
import { idIn } from '~/http/address.server';
import { messageDetail } from '~/http/form.server';
import { type Visit } from '~/http/visit.server';

/** How the file in the address is getting on: how far, what would change, or why it cannot. */
export async function readingView(visit: Visit) {
  const { context, params, t } = visit;
  const file = await wijkenFileById(context.db, idIn(params.id));
  if (!file) throw new DomainError('notFound');
  const { year, percent, found, refusal, askedAt } = file;
  return {
    ...{ year, percent, found },
    state: readingState(file),
    isAsked: askedAt !== null,
    refusal: refusal && t(`error.${refusal.code}`, messageDetail(refusal, visit)),
  };
}
