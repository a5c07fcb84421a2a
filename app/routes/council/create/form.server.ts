import { z } from 'zod';
import { presetNames } from '~/domain/council/rules-of-order';
import { detailsShape } from '../shared/forms.server';
import { choice, text, uuid } from '~/http/fields.server';

/** An answer out of a list by id; left empty it is missing, not unreadable. */
const chosen = () => z.string({ error: 'required' }).min(1, 'required').pipe(uuid());

export const createForm = z.object({
  areaId: chosen(),
  ...detailsShape,
  slug: text(60),
  preset: choice(presetNames),
});
