import { isWijk } from '#db/reads/area/area';
import { recordAct } from '#db/writes/audit/audit';
import { insertScheme, setSchemeAreas } from '#db/writes/initiative/scheme';
import { assertMay } from '~/domain/access/policy';
import { type LegalRegime } from '~/domain/council/appeal';
import { DomainError } from '~/domain/errors';
import { longestName } from '~/domain/initiative/scheme';
import { textWithin } from '~/domain/text';
import { type Transaction } from '#db/client';
import { type Context } from '../context.server';
import { once } from '../once.server';

export type NewScheme = { name: string; legalRegime: LegalRegime; areaIds: readonly string[] };

/**
 * Makes a scheme for some wijken, without rules yet, and answers its id. Throws 'required' and 'tooLong' for its name,
 * 'choiceInvalid' for what is no wijk, 'areaTaken' for a wijk of another scheme, and the refusals of 'scheme.manage'.
 * domain.md §2.2, §2.5.
 */
export async function createScheme(context: Context, input: NewScheme): Promise<string> {
  assertMay(context.actor, 'scheme.manage');
  const name = textWithin(longestName.scheme, input.name, 'name');
  if (name === '') throw new DomainError('required', { field: 'name' });
  return once(context, 'scheme.manage', { create: input }, async (tx) => {
    const id = context.newId();
    await insertScheme(tx, { id, name, legalRegime: input.legalRegime });
    await giveAreas(tx, id, input.areaIds);
    await recordAct(tx, context, { act: 'scheme.create', subjectKind: 'scheme', subjectId: id });
    return id;
  });
}

/** Gives a scheme these wijken and no others. Throws 'choiceInvalid' and 'areaTaken' at `areaIds`. */
export async function giveAreas(
  tx: Transaction,
  schemeId: string,
  areaIds: readonly string[],
): Promise<void> {
  const field = 'areaIds';
  for (const areaId of areaIds) {
    if (!(await isWijk(tx, areaId))) throw new DomainError('choiceInvalid', { field });
  }
  if (!(await setSchemeAreas(tx, schemeId, areaIds))) throw new DomainError('areaTaken', { field });
}
