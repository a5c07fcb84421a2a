import { z } from 'zod';
import { roleFields, roleIn } from '../shared/role-form.server';

/** A role that is given, from when until when. */
export const giveRoleForm = z.object(roleFields).transform(({ validFrom, lastDay, ...typed }, context) => ({
  to: roleIn(typed, context),
  validFrom,
  lastDay,
}));
