import { z } from 'zod';
import { type Door } from '../access/doors';

export type Form = {
  door: Door;
  /** Of an action that takes several, which one. */ part: string | null;
  schema: z.ZodType;
};

/** Every form that an action of the site declares, in the order of the routes. */
export function formsOf(doors: readonly Door[]): Form[] {
  return doors.flatMap((door): Form[] => {
    const { action } = door.module;
    if (!action) return [];
    const { forms } = action;
    if (!forms) throw new Error(`the action of ${door.id} declares no form`);
    if ('_zod' in forms) return [{ door, part: null, schema: forms as z.ZodType }];
    return Object.entries(forms).map(([part, schema]) => ({ door, part, schema: schema as z.ZodType }));
  });
}

export const nameOf = ({ door: { pattern }, part }: Form) => `/${pattern}${part ? ` (${part})` : ''}`;

/** Whether it takes a file: such a form is not read like the others. */
export function takesFile({ schema }: Form): boolean {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.values(properties).some((each) => typeof each === 'object' && each.format === 'binary');
}
