import { type Transaction } from '#db/client';
import { versionsOfScheme } from '#db/reads/initiative/scheme';
import { recordAct } from '#db/writes/audit/audit';
import { withdrawSchemeVersion } from '#db/writes/initiative/scheme';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { assertAhead } from '~/domain/initiative/scheme';
import { type Context } from '../context.server';
import { once } from '../once.server';

type Which = { id: string; schemeId: string };

/**
 * Takes a version of a scheme back before it begins; the version before it goes on. Throws 'versionStarted' once it began,
 * 'versionGone' when somebody took it back before, 'notFound', and the refusals of 'scheme.manage'.
 */
export async function withdrawVersion(context: Context, which: Which): Promise<void> {
  assertMay(context.actor, 'scheme.manage');
  await once(context, 'scheme.manage', { withdraw: which }, (tx) => withdraw(tx, context, which));
}

/** As `withdrawVersion`, in the transaction of an act that does more. */
export async function withdraw(tx: Transaction, context: Context, which: Which): Promise<void> {
  const { today } = context;
  if (!(await withdrawSchemeVersion(tx, which, today))) {
    const found = (await versionsOfScheme(tx, which.schemeId)).find(({ id }) => id === which.id);
    if (!found) throw new DomainError('notFound');
    assertAhead(found, today);
    throw new DomainError('versionGone');
  }
  await recordAct(tx, context, {
    act: 'scheme.withdraw',
    subjectKind: 'schemeVersion',
    subjectId: which.id,
  });
}
