import { countOpenBatches, waitingTotals } from '#db/reads/payments/batch';
import { type Act, mayEver } from '~/domain/access/policy';
import { type Visit } from '~/http/visit.server';
import { paths } from '~/paths';

const desks = {
  payments: { href: paths.payments.list, act: 'batch.read' },
  grants: { href: paths.grants.list, act: 'money.readAll' },
  sources: { href: paths.sources.list, act: 'money.readAll' },
  statements: { href: paths.payments.statements, act: 'statement.read' },
  yearEnd: { href: paths.yearEnd.next, act: 'money.closeYear' },
} as const satisfies Record<string, { href: string; act: Act }>;

export type DeskName = keyof typeof desks;

/** The desks for money that this person may enter, and which payments, account numbers and payment lists wait; cents. */
export async function deskWork({ context: { db, actor } }: Visit) {
  const open = (Object.keys(desks) as DeskName[]).filter((name) => mayEver(actor, desks[name].act).allow);
  const links = open.map((name) => ({ name, href: desks[name].href }));
  if (!open.includes('payments')) return { links, waiting: null };
  const [totals, batches] = await Promise.all([waitingTotals(db), countOpenBatches(db)]);
  const { payments, cents, unconfirmed } = totals;
  return { links, waiting: { payments, cents, payees: unconfirmed, batches } };
}
