import { type Context } from '~/usecases/context.server';

/** What was asked for, read and ready to be done. Answers what was done, in one line; throws Refusal. */
export type Import = (context: Context) => Promise<string>;
