import { wijkenById } from '#db/reads/area/area';
import { type Transaction } from '#db/client';
import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit/audit';
import { type Booked, bookEntries } from '#db/writes/ledger/journal';
import { ensurePool, startEpoch } from '#db/writes/ledger/accounts';
import { insertDivision } from '#db/writes/sources/division';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type Pool } from '~/domain/ledger/accounts';
import { pledgeLegs } from '~/domain/ledger/rules';
import { type DivisionRule, sharesText, weightText } from '~/domain/ledger/division';
import { type Cents } from '~/domain/money/cents';
import { bookedBy } from '../booking.server';
import { type Context } from '../context.server';
import { type DividedPart, dividedOver } from './parts/division.server';
import { sourceFor } from './parts/source.server';

export type YearDivision = DivisionRule & {
  sourceId: string;
  totalCents: Cents;
  areaIds: readonly string[];
  key: string;
};

type Draft = { pool: Pool; cents: Cents; key: string };

/**
 * Divides a source's yearly amount over wijken by a key, exact to the cent (domain.md E8): one pledge in each wijk's journal,
 * under one link group, and the key with what each wijk weighed beside it. A wijk whose part is zero gets no entry. Asked again
 * with the same key it books nothing. Throws 'notFound', 'earmarkedElsewhere', 'keyReused', 'periodClosed' (also when the
 * source's own year is closed), and the refusals of `dividedOver` and 'money.pledge'.
 */
export async function divideYear(context: Context, input: YearDivision): Promise<Booked[]> {
  const { db, actor, newId } = context;
  assertMay(actor, 'money.pledge');
  const linkGroup = newId();
  return transaction(
    db,
    async (tx) => {
      const source = await sourceFor(tx, input.sourceId, input.areaIds);
      const parts = await partsOf(tx, input);
      const drafts = await draftsOf(tx, input, { year: source.year, parts });
      const entries = drafts.map(({ pool, cents, key }) => ({
        areaId: pool.areaId,
        kind: 'pledge' as const,
        key,
        request: requestOf(input),
        linkGroup,
        legs: async () => pledgeLegs([{ sourceId: source.id, cents }], pool),
      }));
      const booked = await bookEntries(tx, bookedBy(context, 'money.pledge', source.name), entries);
      if (booked.every((entry) => entry.again)) return booked;
      // Asked again after the number of people changed, it would book what it did not book then.
      if (booked.some((entry) => entry.again)) throw new DomainError('keyReused');
      for (const [index, { pool }] of drafts.entries()) {
        await startEpoch(tx, pool, booked[index]?.entryId ?? 0n);
      }
      await keepDivision(tx, context, { input, linkGroup, parts });
      const subject = { subjectKind: 'source', subjectId: source.id } as const;
      await recordAct(tx, context, { act: 'money.divide', ...subject });
      return booked;
    },
    { keyed: true },
  );
}

async function partsOf(tx: Transaction, input: YearDivision): Promise<DividedPart[]> {
  const areaIds = [...new Set(input.areaIds)];
  const wijken = await wijkenById(tx, areaIds);
  if (wijken.length < areaIds.length) throw new DomainError('notFound', { field: 'areaIds' });
  return dividedOver(input.totalCents, input, wijken);
}

/** The key of each entry; in one order, so that another division cannot share a key. */
async function draftsOf(
  tx: Transaction,
  { key }: YearDivision,
  { year, parts }: { year: number; parts: readonly DividedPart[] },
): Promise<Draft[]> {
  const drafts = [...parts]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, cents }, index) => ({ pool: { areaId: id, year }, cents, key: `${key}:${index + 1}` }))
    .filter(({ cents }) => cents > 0n);
  for (const { pool } of drafts) await ensurePool(tx, pool);
  return drafts;
}

/** What makes it the same division when it is asked again. */
function requestOf({ sourceId, totalCents, footCents, areaIds, key, ...rule }: YearDivision) {
  const base = { sourceId, totalCents, footCents, areaIds: [...areaIds].sort(), key };
  if (rule.by === 'inhabitants') return base;
  return { ...base, by: rule.by, weightsFrom: rule.weightsFrom ?? '', shares: sharesText(rule.shares) };
}

async function keepDivision(
  tx: Transaction,
  { newId, today }: Context,
  { input, linkGroup, parts }: { input: YearDivision; linkGroup: string; parts: readonly DividedPart[] },
): Promise<void> {
  const { sourceId, by, totalCents, footCents, weightsFrom } = input;
  const row = { id: newId(), sourceId, linkGroup, dividedOn: today, by, totalCents, footCents, weightsFrom };
  await insertDivision(
    tx,
    row,
    parts.map(({ id, weight, cents }) => ({
      areaId: id,
      weight: by === 'amounts' ? null : weightText(weight).replace(',', '.'),
      cents,
    })),
  );
}
