import { sourceById } from '#db/reads/ledger/account';
import { slugOf } from '~/domain/area/tree';
import { DomainError } from '~/domain/errors';
import { type DivisionRule } from '~/domain/ledger/division';
import { type Kolom } from '~/domain/ledger/kolom';
import { type Cents } from '~/domain/money/cents';
import { type Context } from '../context.server';
import { createSource, type SourceTerms } from './create-source.server';
import { divideYear } from './divide-year.server';
import { pledgeSource } from './pledge-source.server';
import { previewDivision } from './preview-division.server';

export type SourceToDivide = SourceTerms &
  DivisionRule & {
    name: string;
    kolom: Kolom;
    funder: string;
    year: number;
    totalCents: Cents;
  };

/**
 * Adds a source and divides its amount over the wijken by a key, or gives it whole to the one wijk it is for.
 * `key` (a uuid) makes this one act: it is the source's id too, so that a form sent twice adds and books once. Throws
 * 'nameTaken' (a source of that name in that year) and the refusals of previewDivision, createSource and divideYear.
 */
export async function divideSource(context: Context, key: string, input: SourceToDivide): Promise<void> {
  const { totalCents, by, footCents, shares, weightsFrom, ...source } = input;
  const { parts } = await previewDivision(context, input);
  await addOnce(context, key, source);
  const bookingKey = `divide:${key}`;
  if (source.areaId !== null) {
    await pledgeSource(context, { sourceId: key, areaId: source.areaId, cents: totalCents, key: bookingKey });
    return;
  }
  await divideYear(context, {
    ...{ sourceId: key, totalCents, by, footCents, shares, weightsFrom },
    areaIds: parts.map(({ areaId }) => areaId),
    key: bookingKey,
  });
}

async function addOnce(
  context: Context,
  key: string,
  source: Omit<SourceToDivide, 'totalCents' | keyof DivisionRule>,
) {
  if (await sourceById(context.db, key)) return;
  const code = `${slugOf(source.name).toUpperCase()}-${source.year}`;
  try {
    await createSource({ ...context, newId: () => key }, { ...source, code });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'alreadyDone') throw error;
    // The same form, sent at the same moment, was first: then the source is there under this key.
    if (!(await sourceById(context.db, key))) throw new DomainError('nameTaken', { field: 'name' });
  }
}
