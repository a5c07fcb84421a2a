import { z } from 'zod';
import { optionalText, uuid } from '~/http/fields.server';

const movement = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal(['receipt', 'clawback']), id: z.uuid() }),
  z.object({ kind: z.literal(['bankCost', 'notOurs']), id: z.undefined() }),
]);

/**
 * What a movement is: 'receipt:' with the id of a source, 'clawback:' with that of an initiative, of the gemeente itself, or
 * the 'double' of a line that stands already. `reason` is why, or why it is no double where it looks like one.
 */
export const matchForm = z.object({
  lineId: uuid(),
  money: z.string({ error: 'choiceInvalid' }).transform((chosen, context) => {
    if (chosen === 'double') return { kind: 'double' as const };
    const [kind, id, ...rest] = chosen.split(':');
    const known = movement.safeParse({ kind, id });
    if (known.success && rest.length === 0) return known.data;
    context.addIssue({ code: 'custom', message: 'choiceInvalid' });
    return z.NEVER;
  }),
  reason: optionalText(500),
});
