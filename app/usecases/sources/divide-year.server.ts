import { inhabitantsOf } from '#db/reads/ledger/account';
import { type Transaction } from '#db/client';
import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit/audit';
import { type Booked, bookEntries } from '#db/writes/ledger/journal';
import { ensurePool, startEpoch } from '#db/writes/ledger/accounts';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type Pool } from '~/domain/ledger/accounts';
import { pledgeLegs } from '~/domain/ledger/rules';
import { divideYearly } from '~/domain/money/allocate';
import { type Cents, zero } from '~/domain/money/cents';
import { bookedBy } from '../booking.server';
import { type Context } from '../context.server';
import { sourceFor } from './parts/source.server';

export type YearDivision = {
  sourceId: string;
  totalCents: Cents;
  /** The same fixed amount for every wijk; the rest goes by inhabitants. */
  footCents: Cents;
  areaIds: readonly string[];
  key: string;
};

type Part = { pool: Pool; cents: Cents; key: string };

/**
 * Divides a source's yearly amount over wijken, exact to the cent (domain.md E8): one pledge in each wijk's journal,
 * under one link group. A wijk whose part is zero gets no entry. Asked again with the same key it books nothing.
 * Throws 'notFound', 'earmarkedElsewhere', 'amountInvalid', 'footsExceedTotal', 'noInhabitants', 'keyReused',
 * 'periodClosed' (also when the source's own year is closed), and the refusals of 'money.pledge'.
 */
export async function divideYear(context: Context, input: YearDivision): Promise<Booked[]> {
  const { db, actor, newId } = context;
  assertMay(actor, 'money.pledge');
  const linkGroup = newId();
  return transaction(
    db,
    async (tx) => {
      const source = await sourceFor(tx, input.sourceId, input.areaIds);
      const parts = await partsOf(tx, input, source.year);
      const drafts = parts.map(({ pool, cents, key }) => ({
        areaId: pool.areaId,
        kind: 'pledge' as const,
        key,
        request: { ...input, areaIds: [...input.areaIds].sort() },
        linkGroup,
        legs: async () => pledgeLegs([{ sourceId: source.id, cents }], pool),
      }));
      const booked = await bookEntries(tx, bookedBy(context, 'money.pledge', source.name), drafts);
      if (booked.every((entry) => entry.again)) return booked;
      for (const [index, { pool }] of parts.entries()) {
        await startEpoch(tx, pool, booked[index]?.entryId ?? 0n);
      }
      const subject = { subjectKind: 'source', subjectId: source.id } as const;
      await recordAct(tx, context, { act: 'money.divide', ...subject });
      return booked;
    },
    { keyed: true },
  );
}

/** What each wijk gets, and the key of its entry; in one order, so that another division cannot share a key. */
async function partsOf(tx: Transaction, input: YearDivision, year: number): Promise<Part[]> {
  const areaIds = [...new Set(input.areaIds)].sort();
  const inhabitants = await inhabitantsOf(tx, areaIds);
  if (inhabitants.size < areaIds.length) throw new DomainError('notFound', { field: 'areaIds' });
  const amounts = divideYearly(
    input.totalCents,
    input.footCents,
    areaIds.map((areaId) => inhabitants.get(areaId) ?? 0),
  );
  const parts = areaIds
    .map((areaId, index) => ({
      pool: { areaId, year },
      cents: amounts[index] ?? zero,
      key: `${input.key}:${index + 1}`,
    }))
    .filter(({ cents }) => cents > 0n);
  for (const { pool } of parts) await ensurePool(tx, pool);
  return parts;
}
