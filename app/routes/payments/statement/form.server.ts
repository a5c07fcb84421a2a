import { z } from 'zod';
import { uuid } from '~/http/fields.server';

/** What money that came in is: 'receipt:' with the id of a source, or 'clawback:' with that of an initiative. */
export const matchForm = z.object({
  lineId: uuid(),
  money: z.string({ error: 'choiceInvalid' }).transform((chosen, context) => {
    const [kind, id, ...rest] = chosen.split(':');
    const known = z.object({ kind: z.enum(['receipt', 'clawback']), id: z.uuid() }).safeParse({ kind, id });
    if (known.success && rest.length === 0) return known.data;
    context.addIssue({ code: 'custom', message: 'choiceInvalid' });
    return z.NEVER;
  }),
});
