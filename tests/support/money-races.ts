import { randomUUID } from 'node:crypto';
import { beforeAll } from 'vitest';
import { type TestDatabase } from './database';
import { DomainError } from '~/domain/errors';
import { type Cents } from '~/domain/money/cents';
import { type Context } from '~/usecases/context.server';
import { createSource, type SourceTerms } from '~/usecases/sources/create-source.server';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';
import { useChecks } from './checks';
import { useDatabase } from './database';
import { controllerAtWork, type Wijk } from './money-world';

export const rounds = process.env.PROOF === 'full' ? 40 : 10;
export const round = Array.from({ length: rounds }, (_, index) => index + 1);

/** 'done', or the code of the refusal; a bug stays an error. */
export const outcomes = async (acts: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(acts)).map((act) => {
    if (act.status === 'fulfilled') return 'done';
    return act.reason instanceof DomainError ? act.reason.code : String(act.reason);
  });

export function useMoney(): { database: TestDatabase; context: () => Context } {
  const database = useDatabase({ max: 20 });
  useChecks(database);
  let context: Context;
  beforeAll(async () => {
    context = await controllerAtWork(database.owner.db, database.app.db);
  });
  return { database, context: () => context };
}

export const chairOf = (context: Context, { areaId, bodyId }: Wijk): Context => ({
  ...context,
  actor: { ...context.actor, held: [{ role: 'chair', areaId, bodyId }] },
});

export async function fund(
  context: Context,
  wijk: Wijk,
  amount: Cents,
  terms: Partial<SourceTerms> & { year?: number } = {},
): Promise<string> {
  const { year = 2026, ...rest } = terms;
  const names = { code: randomUUID(), name: 'Bron', kolom: 'wmo' as const, funder: 'Gemeente' };
  const sourceId = await createSource(context, { ...names, ...rest, year });
  await pledgeSource(context, { sourceId, areaId: wijk.areaId, cents: amount, key: randomUUID() });
  return sourceId;
}
