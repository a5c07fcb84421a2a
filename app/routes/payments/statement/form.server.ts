import { z } from 'zod';
import { optionalText, uuid } from '~/http/fields.server';

/**
 * What a line is: money that came in, 'receipt:' with the id of a source or 'clawback:' with that of an initiative; or the
 * 'double' of a line that stands already. `reason` is why it is not, where it looks like one.
 */
export const matchForm = z.object({
  lineId: uuid(),
  money: z.string({ error: 'choiceInvalid' }).transform((chosen, context) => {
    if (chosen === 'double') return { kind: 'double' as const };
    const [kind, id, ...rest] = chosen.split(':');
    const known = z.object({ kind: z.enum(['receipt', 'clawback']), id: z.uuid() }).safeParse({ kind, id });
    if (known.success && rest.length === 0) return known.data;
    context.addIssue({ code: 'custom', message: 'choiceInvalid' });
    return z.NEVER;
  }),
  reason: optionalText(500),
});
