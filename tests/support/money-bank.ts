import { type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { accounts } from '~/domain/ledger/accounts';
import {
  assignmentLegs,
  bankCostLegs,
  parkingLegs,
  paymentLegs,
  receiptLegs,
  refundLegs,
  refundOrderLegs,
} from '~/domain/ledger/rules';
import { cents, type Cents, negate, sum } from '~/domain/money/cents';
import { type ModelEntry, type ModelPayment, type ModelSource, type MoneyModel } from './money-model';

/** A movement as a bank tells it: one of our orders that left or came back, money of a source, or something else. */
export type Told =
  | { what: 'paid' | 'returned'; batch: number; place: number }
  | { what: 'income'; source: ModelSource; cents: Cents }
  | { what: 'other'; cents: Cents; text: string };

/** A movement that was told, what it was booked as, and for whom; `told` is what it was first told as. */
export type ModelLine = {
  on: CalendarDate;
  told: Told;
  cents: Cents;
  booked: ModelEntry[];
  /** Of `booked`, what set money apart, and the entry that gave that its destination. */
  apart: ModelEntry | null;
  assigned: ModelEntry | null;
  /** Another statement told the same before. */
  twin: boolean;
};

export type BankAct =
  | { type: 'tell'; lines: Told[]; again: boolean }
  | { type: 'explain'; line: number; as: 'receipt' | 'bankCost' | 'notOurs'; source: ModelSource | null }
  | { type: 'assign'; line: number; source: ModelSource }
  | { type: 'sendBack'; line: number }
  | { type: 'giveBack'; source: ModelSource };

const refuse = (code: DomainError['code']): never => {
  throw new DomainError(code);
};

/** What of a movement nobody explained: its amount without what it was booked as and no person took back. */
export function restOf(model: MoneyModel, { booked, cents: whole }: ModelLine): Cents {
  const holding = booked.filter((entry) => !model.isReversed(entry) || returned(model, entry));
  const moved = holding.flatMap(({ legs }) => legs).filter(({ account }) => account.kind === 'bank');
  return cents(whole - sum(moved.map((leg) => leg.cents)));
}

const returned = (model: MoneyModel, entry: ModelEntry) =>
  model.batches.some(({ lines }) => lines.some(({ paid, back }) => paid === entry && back));

const listed = (model: MoneyModel, line: number) =>
  model.batches.some(
    ({ lines, ended }) =>
      ended !== 'withdrawn' &&
      lines.some(
        ({ to, order }) => 'sender' in to && to.sender === line && !(order && model.isReversed(order)),
      ),
  );

/** What of a movement is set apart and got no destination, in cents, below zero for what went out; null when nothing is. */
export function apartOn(model: MoneyModel, line: number): { sourceId: string; cents: Cents } | null {
  const found = model.bank[line];
  if (!found?.apart || model.isReversed(found.apart)) return null;
  if (found.assigned && !model.isReversed(found.assigned)) return null;
  const leg = found.apart.legs.find(({ account }) => account.kind === 'bank');
  return leg ? { sourceId: leg.sourceId, cents: leg.cents } : null;
}

/** Whether what an entry set apart went on since, so that a person can no longer take it back. */
export function wentOn(model: MoneyModel, entry: ModelEntry): boolean {
  const line = model.bank.findIndex(({ apart }) => apart === entry);
  return line >= 0 && !model.isReversed(entry) && (apartOn(model, line) === null || listed(model, line));
}

export function bankOnModel(model: MoneyModel, act: BankAct): void {
  if (act.type === 'tell') tell(model, act);
  else if (act.type === 'explain') explain(model, act);
  else if (act.type === 'assign') assign(model, act);
  else
    model.batches.push({
      lines: [act.type === 'sendBack' ? sender(model, act) : giver(model, act)],
      ended: null,
    });
}

const paymentAt = (model: MoneyModel, { batch, place }: { batch: number; place: number }) =>
  model.batches[batch]?.lines[place];

function tell(model: MoneyModel, { lines, again }: BankAct & { type: 'tell' }): void {
  const on = model.today;
  const before = model.bank.map(keyOf);
  const here: string[] = [];
  for (const told of lines) {
    const payment = 'batch' in told ? paymentAt(model, told) : undefined;
    const amount = 'cents' in told ? told.cents : (payment?.cents ?? refuse('notFound'));
    const moved = told.what === 'paid' ? negate(amount) : amount;
    const first = model.bank.find((each) => each.told === told);
    const line: ModelLine = {
      on: first?.on ?? on,
      told,
      cents: moved,
      booked: [],
      apart: null,
      assigned: null,
      twin: false,
    };
    model.bank.push(line);
    here.push(keyOf(line));
    line.twin = again || isTwin(keyOf(line), here, before);
    if (line.twin) continue;
    line.booked = attempt(() => understood(model, told, payment));
  }
  for (const told of lines.filter(({ what }) => what === 'paid')) comesBack(model, told);
}

/** What came back before any statement told that it had left is taken back once one does, unless a person said what it was. */
function comesBack(model: MoneyModel, paid: Told): void {
  const isOf = (told: Told) =>
    told.what === 'returned' &&
    paid.what === 'paid' &&
    told.batch === paid.batch &&
    told.place === paid.place;
  for (const line of model.bank.filter((each) => isOf(each.told) && each.booked.length === 0 && !each.twin)) {
    const payment = 'batch' in line.told ? paymentAt(model, line.told) : undefined;
    line.booked = attempt(() => understood(model, line.told, payment, line.on));
  }
}

/** Whether the nth such movement of this statement is the nth of those that were told before. */
const isTwin = (key: string, here: readonly string[], before: readonly string[]) =>
  before.filter((each) => each === key).length >= here.filter((each) => each === key).length;

/** What the books refuse waits for a person. */
function attempt(work: () => ModelEntry[]): ModelEntry[] {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
}

/** What makes the movement of one statement the same as that of another. */
const keyOf = ({ on, told, cents: amount }: ModelLine) =>
  JSON.stringify(
    [on, `${amount}`, 'source' in told ? told.source.id : told.what === 'other' ? told.text : told],
    (_, value) => (typeof value === 'bigint' ? `${value}` : (value as unknown)),
  );

/** What is booked without a person: our own orders, and what a source promised and sends under its name. */
function understood(
  model: MoneyModel,
  told: Told,
  payment: ModelPayment | undefined,
  on = model.today,
): ModelEntry[] {
  if (told.what === 'income') {
    const open = model.standing(accounts.receivable(told.source.id), told.source.id);
    return told.cents <= open ? [received(model, told.source.id, told.cents)] : [];
  }
  if (told.what === 'other' || !payment?.order || model.isReversed(payment.order)) return [];
  if (told.what === 'paid') return payment.paid ? [] : [pay(model, payment)];
  return payment.paid && !payment.back ? [takeBack(model, payment, on)] : [];
}

function pay(model: MoneyModel, payment: ModelPayment): ModelEntry {
  const { order, to } = payment;
  const ordered = (order?.legs ?? []).filter(({ cents: amount }) => amount < 0n);
  const shares = ordered.map((leg) => ({ sourceId: leg.sourceId, cents: negate(leg.cents) }));
  const [first] = ordered;
  const paid =
    'item' in to && first?.account.pool
      ? post(model, 'payment', () =>
          paymentLegs(shares, first.account.pool ?? refuse('notFound'), to.item.initiativeId),
        )
      : post(model, 'refund', () => refundLegs(shares[0] ?? refuse('notFound')));
  payment.paid = paid;
  return paid;
}

/** The bank sends it back: the payment is taken back, and so is its order. */
function takeBack(model: MoneyModel, payment: ModelPayment, on: CalendarDate): ModelEntry {
  const { paid, order } = payment;
  if (!paid || !order) return refuse('notFound');
  const key = `return:${model.entries.length}`;
  model.reverse(paid, key, { byBank: true, on });
  const reversal = model.entries.at(-1);
  model.reverse(order, `${key}:order`, { byBank: true, on });
  payment.back = true;
  return reversal ?? refuse('notFound');
}

/** Money of a source comes in; what somebody booked by hand before, for exactly this, is that movement. */
function received(model: MoneyModel, sourceId: string, amount: Cents, on = model.today): ModelEntry {
  const told = new Set(model.bank.flatMap(({ booked }) => booked));
  const byHand = model.entries.find(
    (entry) =>
      entry.kind === 'receipt' &&
      !told.has(entry) &&
      !model.isReversed(entry) &&
      entry.legs.some(({ account }) => account.code === accounts.receivable(sourceId).code) &&
      sum(entry.legs.filter(({ account }) => account.kind === 'bank').map((leg) => leg.cents)) === amount,
  );
  return byHand ?? post(model, 'receipt', () => receiptLegs([{ sourceId, cents: amount }]), on);
}

function post(
  model: MoneyModel,
  kind: ModelEntry['kind'],
  legs: () => ModelEntry['legs'],
  on = model.today,
): ModelEntry {
  model.book([{ kind, key: `bank:${model.entries.length}`, request: null, legs }], on);
  return model.entries.at(-1) ?? refuse('notFound');
}

/** The gemeente's own money of a year; its balances are not compared, only what is booked. */
const own = 'own';

function explain(model: MoneyModel, { line: index, as, source }: BankAct & { type: 'explain' }): void {
  const line = model.bank[index];
  const rest = line ? restOf(model, line) : refuse('alreadyDone');
  if (!line || rest === 0n) return refuse('alreadyDone');
  const share = { sourceId: own, cents: rest };
  if (as === 'bankCost') line.booked.push(post(model, 'bankCost', () => bankCostLegs(share), line.on));
  else if (as === 'notOurs') {
    setApart(model, line, () => parkingLegs(share));
  } else receipt(model, line, source ?? refuse('notFound'));
}

function receipt(model: MoneyModel, line: ModelLine, { id: sourceId }: ModelSource): void {
  const rest = restOf(model, line);
  if (rest < 0n) refuse('amountInvalid');
  const open = model.standing(accounts.receivable(sourceId), sourceId);
  const part = open < rest ? open : rest;
  if (part < rest) setApart(model, line, () => parkingLegs({ sourceId, cents: cents(rest - part) }));
  if (part > 0n) line.booked.push(received(model, sourceId, part, line.on));
}

/** Of one movement money is set apart once. */
function setApart(model: MoneyModel, line: ModelLine, legs: () => ModelEntry['legs']): void {
  if (line.apart && !model.isReversed(line.apart)) refuse('alreadyDone');
  line.apart = post(model, 'parking', legs, line.on);
  line.assigned = null;
  line.booked.push(line.apart);
}

function assign(model: MoneyModel, { line: index, source }: BankAct & { type: 'assign' }): void {
  const found = apartOn(model, index);
  const line = model.bank[index];
  if (!found || !line || listed(model, index)) return refuse('alreadyDone');
  if (found.cents < 0n) refuse('amountInvalid');
  line.assigned = post(model, 'assignment', () => assignmentLegs({ from: found, to: source.id }));
}

const payment = (to: ModelPayment['to'], amount: Cents): ModelPayment => ({
  ...{ to, cents: amount },
  ...{ order: null, paid: null, back: false },
});

function sender(model: MoneyModel, { line }: BankAct & { type: 'sendBack' }): ModelPayment {
  const found = apartOn(model, line);
  if (!found || listed(model, line) || found.cents < 0n) return refuse('nothingToPay');
  return payment({ sender: line, sourceId: found.sourceId }, found.cents);
}

function giver(model: MoneyModel, { source: { id } }: BankAct & { type: 'giveBack' }): ModelPayment {
  const open = model.batches.filter(({ ended }) => ended === null).flatMap(({ lines }) => lines);
  const asked = sum(open.filter(({ to }) => 'giver' in to && to.giver === id).map((line) => line.cents));
  const due = cents(model.standing(accounts.returned(id), id) - asked);
  if (due <= 0n) return refuse('nothingToPay');
  if (!model.bank.some((line) => sentBy(model, line, id))) return refuse('noPayee');
  return payment({ giver: id }, due);
}

/** Whether a movement is money of this source, so that its account is known. */
const sentBy = (model: MoneyModel, line: ModelLine, sourceId: string) =>
  line.booked.some(
    (entry) =>
      entry.kind === 'receipt' &&
      !model.isReversed(entry) &&
      entry.legs.some((leg) => leg.sourceId === sourceId),
  );

/** The order that a list gives to send something back. */
export function orderBack(model: MoneyModel, { to, cents: amount }: ModelPayment): ModelEntry {
  if ('giver' in to) {
    const share = { sourceId: to.giver, cents: amount };
    return post(model, 'refundOrder', () => refundOrderLegs(share, 'giver'));
  }
  if (!('sender' in to)) return refuse('notFound');
  if (!apartOn(model, to.sender)) refuse('batchStale');
  const share = { sourceId: to.sourceId, cents: amount };
  return post(model, 'refundOrder', () => refundOrderLegs(share, 'sender'));
}
