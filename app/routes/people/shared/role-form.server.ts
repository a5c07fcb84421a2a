import { z } from 'zod';
import { wijkenOn } from '#db/reads/area/area';
import { givenRole, reachOf, rolesBesideCouncils } from '~/domain/access/given-role';
import { DomainError } from '~/domain/errors';
import { calendar, choice } from '~/http/fields.server';
import { type Visit } from '~/http/visit.server';

const chosen = () => z.uuid('choiceInvalid').toLowerCase().optional();

/** What is asked of a role that is given, besides to whom. */
export const roleFields = {
  role: choice(rolesBesideCouncils),
  areaId: chosen(),
  validFrom: calendar(),
  lastDay: calendar().optional(),
};

type RoleTyped = { role: (typeof rolesBesideCouncils)[number]; areaId?: string };

/** The role that was asked, its refusal becoming the message of its field. */
export function roleIn({ role, ...chosen }: RoleTyped, context: z.core.$RefinementCtx) {
  try {
    return givenRole(role, chosen);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    context.addIssue({ code: 'custom', path: [error.field ?? 'role'], message: error.code });
    return z.NEVER;
  }
}

export type Places = readonly { value: string; label: string }[];

/** The role that the address chose, with the places that it can be for; null as long as none is chosen. */
export async function chosenRole({ url, context: { db, today } }: Visit) {
  const role = rolesBesideCouncils.find((each) => each === url.searchParams.get('rol'));
  if (!role) return null;
  const reach = reachOf[role];
  const found = reach === 'area' ? await wijkenOn(db, today) : [];
  const places: Places = found.map(({ id, name }) => ({ value: id, label: name }));
  return { role, reach, places };
}
