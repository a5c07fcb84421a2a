import { randomUUID } from 'node:crypto';
import { asc, eq, gt, inArray, max, sql } from 'drizzle-orm';
import * as t from '#db/schema';
import { taskById } from '#db/reads/payments/task';
import { type CalendarDate } from '~/domain/calendar';
import { type Actor, type HeldRole } from '~/domain/access/roles';
import { DomainError } from '~/domain/errors';
import { type TargetGroup, type Theme } from '~/domain/initiative/purpose';
import { type Cents, negate, zero } from '~/domain/money/cents';
import { approveAdvance } from '~/usecases/grants/approve-advance.server';
import { approveBatch } from '~/usecases/payments/approve-batch.server';
import { closeYear } from '~/usecases/yearEnd/close-year.server';
import { type Context } from '~/usecases/context.server';
import { createSource } from '~/usecases/sources/create-source.server';
import { decideItem } from '~/usecases/council/decide-item.server';
import { assignParked } from '~/usecases/payments/assign-parked.server';
import { makeBatch } from '~/usecases/payments/make-batch.server';
import { makeRefund } from '~/usecases/payments/make-refund.server';
import { matchLine } from '~/usecases/payments/match-line.server';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';
import { receiveClawback } from '~/usecases/grants/receive-clawback.server';
import { receiveSource } from '~/usecases/sources/receive-source.server';
import { releaseMoney } from '~/usecases/grants/release-money.server';
import { reserveMoney } from '~/usecases/grants/reserve-money.server';
import { reverseEntry } from '~/usecases/ledger/reverse-entry.server';
import { runMoneyTasks } from '~/usecases/money/run-money-tasks.server';
import { setPayee } from '~/usecases/grants/set-payee.server';
import { confirmed } from './payee';
import { settleGrant } from '~/usecases/grants/settle-grant.server';
import { withdrawBatch } from '~/usecases/payments/withdraw-batch.server';
import { writeOffClaim } from '~/usecases/grants/write-off-claim.server';
import { type TestDatabase } from './database';
import { type Movement } from './camt';
import { type BankAct, type Told } from './money-bank';
import { linesOf } from './payment-world';
import { tell } from './told';
import { type MoneyAct } from './money-acts';
import { type ModelItem, MoneyModel } from './money-model';
import { makeItems, makeWijk, type Wijk } from './money-world';
import { makePerson } from './person';
import { endOfYearBy } from './year-end';

export type Wish = {
  requested: Cents;
  proposed: Cents;
  theme: Theme;
  targetGroup: TargetGroup | null;
  liked: boolean;
};

/** A wijk to play in: what is on its agenda, and whether reservations outlive the year. */
export type Stage = { on: CalendarDate; carryOver: boolean; wishes: readonly Wish[] };

/** The same acts on the real thing: through the use cases, as whoever may do them, and what the database says after. */
export class MoneyPlay {
  private lastEntry = 0n;
  private ids: bigint[] = [];
  private batches: number[] = [];
  private lineIds: string[] = [];
  private lastStatement: Movement[] = [];

  private constructor(
    private readonly database: TestDatabase,
    private readonly people: {
      controller: string;
      colleague: string;
      payer: string;
      chair: string;
      elsewhere: string;
    },
    private readonly wijk: Wijk,
    readonly model: MoneyModel,
  ) {}

  /** A fresh wijk with these initiatives on its agenda, and its model. */
  static async open(database: TestDatabase, people: MoneyPlay['people'], { on, carryOver, wishes }: Stage) {
    const owner = database.owner.db;
    const wijk = await makeWijk(owner);
    const { areaId: nextDoor } = await makeWijk(owner);
    const disliked = wishes.map(({ liked }) => !liked);
    const made = await makeItems(
      owner,
      wijk,
      wishes.map(({ requested }) => requested),
      disliked,
    );
    const items: ModelItem[] = [];
    for (const [index, { itemId, initiativeId }] of made.entries()) {
      const wish = wishes[index];
      if (!wish) throw new Error('no wish');
      const [row] = await owner
        .update(t.initiative)
        .set({ theme: wish.theme, targetGroup: wish.targetGroup })
        .where(eq(t.initiative.id, initiativeId))
        .returning({ number: t.initiative.number });
      await owner
        .update(t.agendaItem)
        .set({ proposedCents: wish.proposed })
        .where(eq(t.agendaItem.id, itemId));
      const undone = { decided: false, grantedIn: null, payee: null, payees: 0, confirmed: false };
      items.push({ ...wish, itemId, initiativeId, number: row?.number ?? 0, carryOver, ...undone });
    }
    await owner.execute(sql`update scheme_version set carry_over = ${carryOver}
      where id in (select scheme_version_id from initiative where area_id = ${wijk.areaId})`);
    const play = new MoneyPlay(
      database,
      people,
      wijk,
      new MoneyModel({ areaId: wijk.areaId, nextDoor, elsewhere: people.elsewhere }, items, on),
    );
    const [last] = await owner.select({ id: max(t.journalEntry.id) }).from(t.journalEntry);
    play.lastEntry = last?.id ?? 0n;
    return play;
  }

  private as(personId: string, held: HeldRole[], on = this.model.today): Context {
    const actor: Actor = { personId, name: 'Chris', homeAreaId: null, assurance: 'strong', held };
    return {
      db: this.database.app.db,
      actor,
      now: new Date(`${on}T10:00:00Z`),
      today: on,
      newId: randomUUID,
    };
  }

  private readonly controller = (on?: CalendarDate) =>
    this.as(this.people.controller, [{ role: 'controller', areaId: null, bodyId: null }], on);

  /** The second person of every year end. */
  private readonly colleague = () =>
    this.as(this.people.colleague, [{ role: 'controller', areaId: null, bodyId: null }]);

  /** Who makes the batches; somebody who holds both roles, so that only the two people stand in the way. */
  private readonly payer = () =>
    this.as(
      this.people.payer,
      (['payer', 'controller'] as const).map((role) => ({ role, areaId: null, bodyId: null })),
    );

  private readonly chair = () =>
    this.as(this.people.chair, [{ role: 'chair', areaId: null, bodyId: this.wijk.bodyId }]);

  async perform(act: MoneyAct): Promise<void> {
    switch (act.type) {
      case 'fund': {
        const { id, ...terms } = act.source;
        const names = { code: id, name: `Bron ${id}`, funder: 'Gemeente' };
        await createSource({ ...this.controller(), newId: () => id }, { ...terms, ...names });
        return this.perform({ ...act, type: 'pledge', on: this.model.today, nextDoor: false });
      }
      case 'pledge': {
        const areaId = act.nextDoor ? this.model.places.nextDoor : this.wijk.areaId;
        await pledgeSource(this.controller(act.on), { ...act, sourceId: act.source.id, areaId });
        return;
      }
      case 'receive':
        await receiveSource(this.controller(act.on), { ...act, sourceId: act.source.id });
        return;
      case 'propose':
        await this.database.owner.db
          .update(t.agendaItem)
          .set({ proposedCents: act.cents })
          .where(eq(t.agendaItem.id, act.item.itemId));
        return;
      case 'reserve':
        return reserveMoney(this.chair(), { itemId: act.item.itemId, key: act.key });
      case 'release':
        return releaseMoney(this.chair(), { itemId: act.item.itemId, key: act.key });
      case 'decide':
        await decideItem(this.chair(), act.item.itemId, { reasons: 'Zo is het besloten.' });
        return;
      case 'batch': {
        const initiativeIds = act.items.map(({ initiativeId }) => initiativeId);
        this.batches.push(await makeBatch(this.payer(), { initiativeIds, executeOn: this.model.today }));
        return;
      }
      case 'approve':
        return approveBatch(act.byMaker ? this.payer() : this.controller(), this.batches[act.batch] ?? 0);
      case 'withdraw':
        return withdrawBatch(this.payer(), { number: this.batches[act.batch] ?? 0, reason: 'Te vroeg' });
      case 'reverse': {
        const entryId = this.ids[this.model.entries.indexOf(act.entry)] ?? 0n;
        await reverseEntry(this.controller(), { entryId, reason: 'Vergissing', key: act.key });
        return;
      }
      case 'yearEnd':
        return this.yearEnd(act.year);
      case 'close':
        return closeYear(act.byPreparer ? this.controller() : this.colleague(), act.year);
      case 'clock':
        return;
      case 'tell':
      case 'explain':
      case 'assign':
      case 'sendBack':
      case 'giveBack':
        return this.atBank(act);
      default:
        return this.onGrant(act);
    }
  }

  private async onGrant(
    act: MoneyAct & { type: 'payee' | 'confirm' | 'advance' | 'settle' | 'clawback' | 'writeOff' },
  ): Promise<void> {
    const { number } = act.item;
    if (act.type === 'payee') {
      return setPayee(this.payer(), { number, iban: 'NL91 ABNA 0417 1643 00', name: act.name });
    }
    if (act.type === 'confirm') return confirmed(this.controller(), number);
    const { cents, key } = act;
    if (act.type === 'settle') {
      const accounting = { costCents: cents, otherIncomeCents: act.income, ground: act.ground };
      await settleGrant(this.controller(), { number, ...accounting, explanation: 'Zo liep het.', key });
      return;
    }
    const how = { advance: approveAdvance, clawback: receiveClawback };
    if (act.type === 'writeOff') {
      await writeOffClaim(this.controller(), { number, cents, key, reason: 'Niet te innen' });
    } else await how[act.type](this.controller(), { number, cents, key });
  }

  /** What a bank tells, and what people make of it. */
  private async atBank(act: BankAct): Promise<void> {
    if (act.type === 'tell') return this.tell(act);
    if (act.type === 'sendBack' || act.type === 'giveBack') {
      const of =
        act.type === 'sendBack'
          ? ({ refund: 'sender', lineId: this.lineIds[act.line] ?? '' } as const)
          : ({ refund: 'giver', sourceId: act.source.id } as const);
      this.batches.push(await makeRefund(this.payer(), of));
      return;
    }
    const lineId = this.lineIds[act.line] ?? '';
    if (act.type === 'assign') {
      return assignParked(this.controller(), { lineId, sourceId: act.source.id });
    }
    const said =
      act.as === 'receipt'
        ? ({ kind: 'receipt', id: act.source?.id ?? '' } as const)
        : ({ kind: act.as } as const);
    return matchLine(this.controller(), { lineId, reason: 'Nagevraagd', ...said });
  }

  private async tell({ lines, again }: BankAct & { type: 'tell' }): Promise<void> {
    const movements: Movement[] = [];
    for (const each of lines) movements.push(await this.movementOf(each));
    const sent = again ? this.lastStatement : movements;
    this.lineIds.push(...(await tell(this.controller(), ...sent)));
    this.lastStatement = sent;
  }

  private async movementOf(told: Told): Promise<Movement> {
    const on = this.model.today;
    if (told.what === 'income' || told.what === 'other') {
      const text = told.what === 'income' ? told.source.id : told.text;
      return { on, cents: told.cents, text, iban: 'NL91ABNA0417164300' };
    }
    const lines = await linesOf(this.database.app.db, this.batches[told.batch] ?? 0);
    const { cents: amount, endToEndId } = lines[told.place] ?? { cents: zero, endToEndId: '' };
    return told.what === 'paid'
      ? { on, cents: negate(amount), endToEndId }
      : { on, cents: amount, endToEndId, reason: 'AC04' };
  }

  private async yearEnd(year: number): Promise<void> {
    const taskId = await endOfYearBy(this.controller(), this.colleague(), year);
    await runMoneyTasks(this.controller());
    const task = await taskById(this.database.app.db, taskId);
    if (task?.endedAt === null) throw new Error('the year end was left lying');
    if (task?.refusal) throw new DomainError(task.refusal as DomainError['code']);
  }

  /** The entries that were added since this was last asked, as the model would say them. */
  async newEntries(): Promise<string[]> {
    const { id, kind, effectiveOn } = t.journalEntry;
    const rows = await this.database.app.db
      .select({ id, kind, effectiveOn })
      .from(t.journalEntry)
      .where(gt(id, this.lastEntry))
      .orderBy(asc(id));
    this.lastEntry = rows.at(-1)?.id ?? this.lastEntry;
    this.ids.push(...rows.map((row) => row.id));
    return rows.map((row) => `${row.kind} ${row.effectiveOn}`);
  }

  /** Every balance of the sources of this wijk, as the model would say them. */
  async balances(): Promise<string[]> {
    const sourceIds = this.model.sources.map(({ id }) => id);
    const rows = await this.database.app.db
      .select({ code: t.account.code, sourceId: t.balance.sourceId, cents: t.balance.cents })
      .from(t.balance)
      .innerJoin(t.account, eq(t.account.id, t.balance.accountId))
      .where(inArray(t.balance.sourceId, sourceIds));
    return rows.map((row) => `${row.code} ${row.sourceId} ${row.cents}`).sort();
  }
}

/** Somebody for every part of the game, and another wijk. */
export async function makePlayers({ owner }: TestDatabase): Promise<MoneyPlay['people']> {
  const [controller = '', colleague = '', payer = '', chair = ''] = await Promise.all(
    [1, 2, 3, 4].map(async () => (await makePerson(owner.db)).id),
  );
  const { areaId: elsewhere } = await makeWijk(owner.db);
  return { controller, colleague, payer, chair, elsewhere };
}
