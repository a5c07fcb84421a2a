import { z } from 'zod';
import { email, text } from '~/http/fields.server';
import { roleFields, roleIn } from '../shared/role-form.server';

/** Who is invited, to what and from when until when. */
export const inviteForm = z
  .object({ name: text(80), email: email(), ...roleFields })
  .transform(({ name, email: address, validFrom, lastDay, ...typed }, context) => ({
    ...{ name, email: address, validFrom, lastDay },
    to: roleIn(typed, context),
  }));
