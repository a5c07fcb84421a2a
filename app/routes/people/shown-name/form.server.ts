import { z } from 'zod';
import { shownNames } from '~/domain/people/name';
import { choice } from '~/http/fields.server';

export const shownNameForm = z.object({ shownName: choice(shownNames) });
