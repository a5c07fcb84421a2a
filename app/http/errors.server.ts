import { type RefusalKind } from '~/domain/errors';

/** The only place where a refusal becomes a status. */
export const statusOf: Record<RefusalKind, number> = {
  invalid: 400,
  refused: 409,
  forbidden: 403,
  missing: 404,
  limited: 429,
};
