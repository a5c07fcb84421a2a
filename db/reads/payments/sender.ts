import { and, eq, gte, inArray, sql } from 'drizzle-orm';
import { cents } from '~/domain/money/cents';
import { type Queryable } from '../../client';
import { bankLine, bankMatch, posting, source } from '../../schema';
import { holds } from './bank';

const stillToSend = sql<string>`coalesce((select sum(b.cents) from balance b join account a on a.id = b.account_id
  where a.kind = 'receivable' and b.source_id = ${source.id}), 0)`;

/**
 * Every source of the years since one, with what it has still to send in cents, be it nothing, and which of these accounts
 * sent money of it before: whoever sends more than it pledged is found by that. Holds account numbers: for finance people.
 */
export async function sourcesBySender(
  db: Queryable,
  { ibans, since }: { ibans: readonly string[]; since: number },
) {
  const { id, code, name, year } = source;
  const sources = await db
    .select({ id, reference: code, name, year, open: stillToSend })
    .from(source)
    .where(gte(source.year, since))
    .orderBy(source.position);
  const sent = await db
    .selectDistinct({ sourceId: posting.sourceId, iban: bankLine.counterIban })
    .from(bankMatch)
    .innerJoin(bankLine, eq(bankLine.id, bankMatch.lineId))
    .innerJoin(posting, eq(posting.entryId, bankMatch.entryId))
    .where(and(eq(bankMatch.kind, 'receipt'), inArray(bankLine.counterIban, [...ibans]), holds));
  return sources.map((row) => ({
    ...row,
    kind: 'receipt' as const,
    open: cents(BigInt(row.open)),
    from: sent.filter(({ sourceId }) => sourceId === row.id).map(({ iban }) => iban ?? ''),
  }));
}
