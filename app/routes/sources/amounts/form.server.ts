import { z } from 'zod';
import { zero } from '~/domain/money/cents';
import { euros, text } from '~/http/fields.server';

/** How many wijken one form asks about: twice what the largest gemeente has, and as much as a form takes. */
const mostWijken = 240;

/** An amount for every wijk, in the order of their addresses beside them; an empty one is nothing. */
export const amountsForm = z.object({
  wijk: z.array(text(200)).max(mostWijken, 'tooMany'),
  cents: z.array(euros().default(zero)).max(mostWijken, 'tooMany'),
});
