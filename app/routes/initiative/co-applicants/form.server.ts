import { z } from 'zod';
import { choice, uuid } from '~/http/fields.server';

/** Whom to take off: an invitation that waits, or a co-applicant. */
export const takeOffForm = z
  .object({ what: choice(['invitation', 'person']), id: uuid() })
  .transform(({ what, id }) => (what === 'invitation' ? { invitationId: id } : { personId: id }));
