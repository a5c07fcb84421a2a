import { z } from 'zod';
import { legalRegimes } from '~/domain/council/appeal';
import { longestName } from '~/domain/initiative/scheme';
import { choice, text } from '~/http/fields.server';

/** A scheme without its rules. */
export const schemeForm = z.object({
  name: text(longestName.scheme),
  legalRegime: choice(legalRegimes),
  areaIds: z.array(z.uuid('choiceInvalid').toLowerCase()).default([]),
});
