import { z } from 'zod';
import { parkedOf } from '#db/reads/payments/parked';
import { DomainError } from '~/domain/errors';
import { showIban } from '~/domain/money/iban';
import { type Visit } from '~/http/visit.server';

/** The movement in the address that is set apart and has no end yet. Throws 'notFound'. */
export async function askedParked({ params, context: { db } }: Visit) {
  const id = z.uuid().safeParse(params.id);
  const found = id.success ? await parkedOf(db, id.data) : undefined;
  if (!found) throw new DomainError('notFound');
  const { counterIban, ...rest } = found;
  return { ...rest, counterIban: counterIban && showIban(counterIban) };
}
