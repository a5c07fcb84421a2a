import { randomUUID } from 'node:crypto';
import { and, eq, gt, isNull, max, or } from 'drizzle-orm';
import { beforeAll, beforeEach } from 'vitest';
import { bankLine, initiative, journal, journalEntry } from '#db/schema';
import { type Role } from '~/domain/access/roles';
import { calendarDate } from '~/domain/calendar';
import { type EntryKind } from '~/domain/ledger/kinds';
import { approveAdvance } from '~/usecases/grants/approve-advance.server';
import { approveBatch } from '~/usecases/payments/approve-batch.server';
import { closeYear } from '~/usecases/yearEnd/close-year.server';
import { type Context } from '~/usecases/context.server';
import { createSource } from '~/usecases/sources/create-source.server';
import { decideItem } from '~/usecases/council/decide-item.server';
import { makeBatch } from '~/usecases/payments/make-batch.server';
import { matchLine } from '~/usecases/payments/match-line.server';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';
import { reserveMoney } from '~/usecases/grants/reserve-money.server';
import { runMoneyTasks } from '~/usecases/money/run-money-tasks.server';
import { settleGrant } from '~/usecases/grants/settle-grant.server';
import { useChecks } from './checks';
import { useDatabase } from './database';
import {
  controllerAtWork,
  euros,
  type Item,
  makeItems,
  makeWijk,
  pledged,
  today,
  type Wijk,
} from './money-world';
import { knownPayee } from './payee';
import { linesOf } from './payment-world';
import { tell, tellPaid } from './told';
import { makePerson } from './person';
import { endOfYearBy } from './year-end';

export const inClosedYear = calendarDate('2025-11-11');

/**
 * A wijk with a promise of € 100 and an initiative on an agenda that asks € 40 of it, anew for each test, in books of which
 * 2025 is closed; with who does what, and the stages of a grant, each on the one before.
 */
export function useEntryWorld() {
  const it = useDatabase();
  useChecks(it);
  const db = () => it.app.db;

  let controller: Context;
  let payerId: string;
  let colleagueId: string;
  let wijk: Wijk;
  let sourceId: string;
  let item: Item;

  const as = (role: Role, on = today): Context => ({
    ...controller,
    actor: { ...controller.actor, held: [{ role, areaId: wijk.areaId, bodyId: wijk.bodyId }] },
    today: on,
    now: new Date(`${on}T10:00:00Z`),
  });

  const payer = (): Context => {
    const who = as('payer');
    return { ...who, actor: { ...who.actor, personId: payerId } };
  };

  const colleague = (who: Context): Context => ({ ...who, actor: { ...who.actor, personId: colleagueId } });

  beforeAll(async () => {
    controller = await controllerAtWork(it.owner.db, db());
    payerId = (await makePerson(it.owner.db)).id;
    colleagueId = (await makePerson(it.owner.db)).id;
    wijk = await makeWijk(it.owner.db);
    await closed2025();
  });

  beforeEach(async () => {
    wijk = await makeWijk(it.owner.db);
    [sourceId = ''] = await pledged(controller, wijk.areaId, [euros(100)]);
    [item] = (await makeItems(it.owner.db, wijk, [euros(40)])) as [Item];
  });

  /** 2025 with one promise that went back to its funder, closed for ever. */
  async function closed2025(): Promise<void> {
    const then = as('controller', inClosedYear);
    const source = { code: 'oud', name: 'Oud', kolom: 'wmo' as const, year: 2025, funder: 'Gemeente' };
    const id = await createSource(then, source);
    await pledgeSource(then, { sourceId: id, areaId: wijk.areaId, cents: euros(5), key: randomUUID() });
    await endOfYear(as('controller'), 2025);
    await closeYear(colleague(as('controller')), 2025);
  }

  async function endOfYear(who: Context, year: number): Promise<void> {
    await endOfYearBy(who, colleague(who), year);
    await runMoneyTasks(who);
  }

  async function numberOf(): Promise<number> {
    const [found] = await db().select().from(initiative).where(eq(initiative.id, item.initiativeId));
    return found?.number ?? 0;
  }

  const key = () => randomUUID();
  const reserved = () => reserveMoney(as('chair'), { itemId: item.itemId, key: key() });
  const granted = () => decideItem(as('chair'), item.itemId, { reasons: '' });
  const advanced = async () => {
    await granted();
    await approveAdvance(as('controller'), { number: await numberOf(), cents: euros(20), key: key() });
  };
  const onBatch = async () => {
    await advanced();
    await knownPayee({ payer: payer(), controller: as('controller') }, await numberOf());
    return makeBatch(payer(), { initiativeIds: [item.initiativeId], executeOn: today });
  };
  const ordered = async () => {
    const number = await onBatch();
    await approveBatch(as('controller'), number);
    return number;
  };
  const paid = async () => tellPaid(as('controller'), await linesOf(db(), await ordered()));

  /** A movement of a euro that nobody knows, told by the bank; answers its line. */
  async function strange(): Promise<string> {
    const text = `zomaar ${randomUUID()}`;
    await tell(as('controller'), { cents: euros(1), on: today, text, iban: 'NL91ABNA0417164300' });
    const [line] = await db().select().from(bankLine).where(eq(bankLine.text, text));
    return line?.id ?? '';
  }

  /** The same, set apart as money that is not ours. */
  async function apart(): Promise<string> {
    const lineId = await strange();
    await matchLine(as('controller'), { lineId, kind: 'notOurs', reason: 'Voor een ander' });
    return lineId;
  }

  const accounting = async () => ({
    number: await numberOf(),
    costCents: euros(12),
    otherIncomeCents: euros(0),
    ground: 'notDone' as const,
    explanation: 'Er kwamen minder mensen.',
  });
  const settled = async () => {
    await paid();
    await settleGrant(as('controller'), { ...(await accounting()), key: key() });
  };

  /** The entries of a kind that were added after this one, for this wijk or for the whole gemeente. */
  async function added(kind: EntryKind, after: bigint) {
    const { id } = journalEntry;
    return db()
      .select({ id, key: journalEntry.idempotencyKey, areaId: journal.areaId })
      .from(journalEntry)
      .innerJoin(journal, eq(journal.id, journalEntry.journalId))
      .where(
        and(
          eq(journalEntry.kind, kind),
          gt(id, after),
          or(isNull(journal.areaId), eq(journal.areaId, wijk.areaId)),
        ),
      );
  }

  const newest = async () => {
    const [row] = await db()
      .select({ id: max(journalEntry.id) })
      .from(journalEntry);
    return row?.id ?? 0n;
  };

  return {
    ...{
      it,
      db,
      as,
      payer,
      colleague,
      endOfYear,
      numberOf,
      reserved,
      granted,
      onBatch,
      ordered,
      paid,
      settled,
    },
    ...{ strange, apart, accounting, added, newest },
    get wijk() {
      return wijk;
    },
    get sourceId() {
      return sourceId;
    },
    get item() {
      return item;
    },
  };
}
