import { z } from 'zod';
import { windows } from '~/domain/windows';
import { calendar, text, uuid } from '~/http/fields.server';

/** An answer out of a list by id; left empty it is missing, not unreadable. */
const chosen = () => z.string({ error: 'required' }).min(1, 'required').pipe(uuid());
export const personForm = z.object({ name: text(80), areaId: chosen(), bornOn: calendar(windows.birth) });
