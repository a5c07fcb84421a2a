import { z } from 'zod';
import { themeBases } from '~/domain/site/theme';
import { choice, optionalColour } from '~/http/fields.server';

/** Which theme, which colours of their own, and whether to look at them or to use them. */
export const coloursForm = z.object({
  base: choice(themeBases),
  action: optionalColour(),
  header: optionalColour(),
  footer: optionalColour(),
  wish: choice(['look', 'use']),
});
