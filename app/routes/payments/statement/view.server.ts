import { z } from 'zod';
import { expectedMoney } from '#db/reads/payments/bank';
import { statementFaults } from '#db/reads/payments/chain';
import { sourcesBySender } from '#db/reads/payments/sender';
import { statementById, statementLines } from '#db/reads/payments/statement';
import { may } from '~/domain/access/policy';
import { calendarDateIn, yearOf } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { showIban } from '~/domain/money/iban';
import { exceededBy, nearestTo } from '~/domain/money/statement';
import { pageIn } from '~/http/address.server';
import { type Visit } from '~/http/visit.server';

/** The statement in the address, as people read it. Throws 'notFound'. */
export async function askedStatement({ params: { id }, context: { db } }: Visit) {
  const asked = z.uuid().safeParse(id);
  const found = asked.success ? await statementById(db, asked.data) : undefined;
  if (!found) throw new DomainError('notFound');
  const { uploadedAt, iban, ...rest } = found;
  const faults = (await statementFaults(db, [iban])).get(found.id) ?? [];
  return { ...rest, iban: showIban(iban), faults, uploadedOn: calendarDateIn(uploadedAt) };
}

/** Which page of which lines the address asks for. */
export const askedLines = (visit: Visit) => ({
  openOnly: visit.url.searchParams.get('open') === '1',
  page: pageIn(visit),
});

const acts = ['done', 'matched', 'doubled'] as const;

/** One statement with its lines, each with the money it may be. */
export async function statementView(visit: Visit) {
  const { db, actor, today } = visit.context;
  const statement = await askedStatement(visit);
  const asked = askedLines(visit);
  const { rows, ...place } = await statementLines(db, statement.id, asked);
  const mayImport = may(actor, 'statement.import').allow;
  const explains = mayImport && statement.open > 0;
  const expected = explains ? await expectedMoney(db) : [];
  const ibans = rows.flatMap(({ counterIban }) => counterIban ?? []);
  const sources = explains ? await sourcesBySender(db, { ibans, since: yearOf(today) - 1 }) : [];
  return {
    title: visit.t('statement.page.title', { name: statement.statementId }),
    statement,
    lines: rows.map((line) => {
      const { id, bookedOn, cents, rest, counterName, counterIban, text, matches, elsewhere } = line;
      return {
        ...{ id, bookedOn, cents, rest, counterName, text, matches, elsewhere },
        offered: rest > 0n ? [...nearestTo(rest, expected), ...exceededBy(line, sources)] : [],
        counterIban: counterIban && showIban(counterIban),
      };
    }),
    ...{ place, asked, mayImport },
    done: acts.find((each) => each === visit.url.searchParams.get('gedaan')) ?? null,
  };
}

export type StatementView = Awaited<ReturnType<typeof statementView>>;

const aboutAmount = ['poolInsufficient', 'claimTooLow', 'notFound'];

/** What was chosen has not that much open by now: that is about the choice in the form. */
export function atMoney(error: unknown): never {
  const about = error instanceof DomainError && aboutAmount.includes(error.code);
  throw about ? new DomainError('choiceInvalid', { field: 'money' }) : error;
}
