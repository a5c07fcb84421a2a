import { type AppLoadContext } from '@remix-run/node';
import { type TFunction } from 'i18next';
import { type Fault, faultOf, OutcomeUnknown } from '#db/fault';
import { type RefusalKind } from '~/domain/errors';
import { type Asked } from './visit.server';

/** The only place where a refusal becomes a status. */
export const statusOf: Record<RefusalKind, number> = {
  invalid: 400,
  refused: 409,
  forbidden: 403,
  missing: 404,
  limited: 429,
};

/** The status of every answer that the database should have given and did not. */
export const unansweredStatus = 503;

/** After how many seconds it helps to ask again. */
export const retryAfterS: Record<Fault, number> = { away: 10, busy: 3 };

/** What became of a form when the database did not answer: nothing of it is kept, or that is not known. */
type Became = 'lost' | 'unknown';

/** Loaders that run after an action in the same request tell what became of its form. */
const became = new WeakMap<AppLoadContext, Became>();

export type Unanswered = { fault: Fault; became: Became | undefined };

/**
 * What befell the database when that is why `error` was thrown, told to the log and in `Retry-After`; undefined for every
 * other error. `form` is true where a form was sent.
 */
export function unanswered(
  error: unknown,
  { loadContext: context, site }: Asked,
  { form }: { form: boolean },
): Unanswered | undefined {
  const fault = faultOf(error);
  if (!fault) return undefined;
  site.log.warn({ err: error }, 'the database did not answer');
  context.setRetryAfter(retryAfterS[fault]);
  context.keepFromOthers();
  if (form) became.set(context, error instanceof OutcomeUnknown ? 'unknown' : 'lost');
  return { fault, became: became.get(context) };
}

/** What people read then: what it is, what became of what they sent, and what helps. */
export function messageOf({ fault, became }: Unanswered, t: TFunction): { title: string; lines: string[] } {
  const help = became === 'unknown' ? [] : [t(`site.error.${fault}.help`)];
  return {
    title: t(`site.error.${fault}.title`),
    lines: [...(became ? [t(`site.error.${became}`)] : []), ...help],
  };
}

/**
 * What the database answers, or `without` when it does not: for what is asked after something was saved already, which must
 * not look lost then.
 */
export async function answerOr<T>(asked: Promise<T>, without: T): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!faultOf(error)) throw error;
    return without;
  }
}
