import { type CalendarDate, yearOf } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { attribute } from '~/domain/ledger/attribution';
import { attributeFor } from '~/domain/ledger/earmark';
import { highestAdvance } from '~/domain/ledger/grant';
import { joined, type Share, totalOf } from '~/domain/ledger/posting';
import {
  advanceLegs,
  grantLegs,
  paymentOrderLegs,
  pledgeLegs,
  receiptLegs,
  releaseLegs,
  reservationLegs,
} from '~/domain/ledger/rules';
import {
  attributeClaim,
  clawbackLegs,
  type Grant,
  settle,
  settledAmount,
  settlementLegs,
  unpaid,
  writeOffLegs,
} from '~/domain/ledger/settlement';
import { taskFieldOf } from '~/domain/ledger/task-field';
import { accounts } from '~/domain/ledger/accounts';
import { type YearEndPlan } from '~/domain/ledger/year-end';
import { cents, type Cents, subtract, sum, zero } from '~/domain/money/cents';
import { type BankAct, bankOnModel, orderBack, wentOn } from './money-bank';
import {
  type ModelBatch,
  type ModelEntry,
  type ModelItem,
  type ModelPayment,
  type ModelSource,
  type MoneyModel,
} from './money-model';

type OnGrant = { item: ModelItem; cents: Cents; key: string };

/** One act on the money of a wijk, with everything it is about. */
export type MoneyAct =
  | { type: 'fund'; source: ModelSource; cents: Cents; key: string }
  | { type: 'pledge'; source: ModelSource; cents: Cents; key: string; on: CalendarDate; nextDoor: boolean }
  | { type: 'receive'; source: ModelSource; cents: Cents; key: string; on: CalendarDate }
  | { type: 'propose'; item: ModelItem; cents: Cents }
  | { type: 'reserve' | 'release'; item: ModelItem; key: string }
  | { type: 'decide'; item: ModelItem }
  | { type: 'payee'; item: ModelItem; name: string }
  | { type: 'confirm'; item: ModelItem }
  | ({ type: 'advance' } & OnGrant)
  | ({ type: 'clawback' | 'writeOff' } & OnGrant)
  | ({ type: 'settle'; income: Cents; ground: 'notDone' | null } & OnGrant)
  | { type: 'batch'; items: ModelItem[] }
  | { type: 'approve'; batch: number; byMaker: boolean }
  | { type: 'withdraw'; batch: number }
  | { type: 'reverse'; entry: ModelEntry; key: string }
  | { type: 'yearEnd'; year: number }
  | { type: 'close'; year: number; byPreparer: boolean }
  | { type: 'clock'; to: CalendarDate }
  | BankAct;

type Of<Type extends MoneyAct['type']> = MoneyAct & { type: Type };

const refuse = (code: DomainError['code']): never => {
  throw new DomainError(code);
};

/** What an act does to the model; throws the DomainError that the books should answer with. */
export function actOnModel(model: MoneyModel, act: MoneyAct): void {
  if (act.type === 'fund') model.sources.push(act.source);
  model.act(() => perform(model, act));
}

function perform(model: MoneyModel, act: MoneyAct): void {
  switch (act.type) {
    case 'fund':
      return pledge(model, { ...act, type: 'pledge', on: model.today, nextDoor: false });
    case 'pledge':
      return pledge(model, act);
    case 'receive':
      return receive(model, act);
    case 'propose':
      act.item.proposed = act.cents;
      return;
    case 'reserve':
      return reserve(model, act);
    case 'release':
      if (act.item.decided) refuse('alreadyDone');
      return release(model, act);
    case 'decide':
      return decide(model, act);
    case 'payee':
      if (act.item.grantedIn === null) refuse('wrongState');
      if (act.item.payee === act.name) return;
      Object.assign(act.item, { payee: act.name, payees: act.item.payees + 1, confirmed: false });
      return;
    case 'confirm':
      if (act.item.grantedIn === null) refuse('wrongState');
      if (act.item.payees === 0) refuse('payeeChanged');
      if (act.item.confirmed) refuse('alreadyDone');
      act.item.confirmed = true;
      return;
    case 'advance':
      return advance(model, act);
    case 'batch':
      return batch(model, act);
    case 'approve':
      return approve(model, act);
    case 'withdraw':
      return endBatch(model, act.batch, 'withdrawn');
    case 'settle':
      return settleUp(model, act);
    case 'clawback':
    case 'writeOff':
      return endClaim(model, act);
    case 'reverse':
      if (wentOn(model, act.entry)) refuse('transitionRefused');
      return model.reverse(act.entry, act.key);
    case 'tell':
    case 'explain':
    case 'assign':
    case 'sendBack':
    case 'giveBack':
      return bankOnModel(model, act);
    case 'yearEnd':
      return yearEnd(model, act);
    case 'close':
      return model.closeYear(act.year, act.byPreparer);
    case 'clock':
      model.today = act.to;
  }
}

function pledge(model: MoneyModel, { source, cents: amount, key, on, nextDoor }: Of<'pledge'>): void {
  const areaId = nextDoor ? model.places.nextDoor : model.areaId;
  if (source.areaId !== null && source.areaId !== areaId) refuse('earmarkedElsewhere');
  if (model.isClosed(source.year)) refuse('periodClosed');
  model.addPool(source.year, areaId);
  const shares = [{ sourceId: source.id, cents: amount }];
  const legs = () => pledgeLegs(shares, model.pool(source.year, areaId));
  const booked = model.book([{ kind: 'pledge', key, request: [source.id, amount, areaId], legs }], on);
  if (booked && !nextDoor) model.startEpoch(source.year);
}

function receive(model: MoneyModel, { source, cents: amount, key, on }: Of<'receive'>): void {
  const legs = () => receiptLegs([{ sourceId: source.id, cents: amount }]);
  model.book([{ kind: 'receipt', key, request: [source.id, amount], legs }], on);
}

/** The pool that pays for an initiative now. */
function poolFor(model: MoneyModel, item: ModelItem): number {
  const year = model.reservedIn(item) ?? yearOf(model.today);
  return model.hasPool(year) ? year : refuse('poolInsufficient');
}

function sharesFor(model: MoneyModel, item: ModelItem, year: number, amount: Cents): Share[] {
  const { theme, targetGroup } = item;
  return attributeFor(amount, model.lots(year), {
    theme,
    targetGroup,
    areaId: model.areaId,
    on: model.today,
  });
}

function reserve(model: MoneyModel, { item, key }: Of<'reserve' | 'release'>): void {
  if (!model.wasBooked(key)) {
    if (item.decided || model.reservedIn(item) !== null) refuse('alreadyDone');
  }
  const year = poolFor(model, item);
  const { initiativeId, proposed } = item;
  const legs = () => reservationLegs(sharesFor(model, item, year, proposed), model.pool(year), initiativeId);
  model.book([{ kind: 'reservation', key, request: [initiativeId, year, proposed], legs }]);
}

function release(model: MoneyModel, { item, key }: { item: ModelItem; key: string }): void {
  const year = model.reservedIn(item);
  if (year === null) return;
  const { initiativeId } = item;
  const legs = () => releaseLegs(model.on('reserved', year, initiativeId), model.pool(year), initiativeId);
  if (model.book([{ kind: 'release', key, request: [initiativeId, year], legs }])) model.takeBack(year);
}

function decide(model: MoneyModel, { item }: Of<'decide'>): void {
  if (item.decided) refuse('alreadyDone');
  const { initiativeId, proposed: granted, itemId } = item;
  if (!item.liked) {
    release(model, { item, key: `item:${itemId}:release` });
    item.decided = true;
    return;
  }
  const year = poolFor(model, item);
  const pool = model.pool(year);
  const before = model.on('reserved', year, initiativeId);
  const short = subtract(granted, totalOf(before));
  const added = short > 0n ? sharesFor(model, item, year, short) : [];
  if (short > 0n) {
    const legs = () => reservationLegs(added, pool, initiativeId);
    model.book([{ kind: 'reservation', key: `${itemId}:reservation`, request: short, legs }]);
  }
  const ids = { applicationId: initiativeId, grantId: initiativeId };
  const legs = () => grantLegs({ reserved: joined(before, added), granted, pool, ...ids });
  model.book([{ kind: 'grant', key: `${itemId}:grant`, request: granted, legs }]);
  model.takeBack(year);
  item.decided = true;
  item.grantedIn = year;
}

/** Where a grant's money is; refuses an initiative that has none. */
function granted(model: MoneyModel, { grantedIn, initiativeId, theme }: ModelItem) {
  const year = grantedIn ?? refuse('notFound');
  const grant: Grant = {
    pool: model.pool(year),
    grantId: initiativeId,
    taskField: taskFieldOf(theme, yearOf(model.today)),
    kolomOf: (id) => model.source(id).kolom,
  };
  const on = (kind: 'committed' | 'advance' | 'payable' | 'claim') => model.on(kind, year, initiativeId);
  return { year, grant, on };
}

function advance(model: MoneyModel, { item, cents: wanted, key }: OnGrant): void {
  const { on, grant } = granted(model, item);
  if (!model.wasBooked(key)) {
    if (model.settlementOf(item)) refuse('alreadyDone');
    if (wanted > highestAdvance(totalOf(on('committed')), 80) - totalOf(on('advance')))
      refuse('advanceTooHigh');
  }
  const legs = () =>
    advanceLegs(attribute(wanted, unpaid(on('committed'), on('advance'))), grant.pool, grant.grantId);
  model.book([{ kind: 'advance', key, request: [item.itemId, wanted], legs }]);
}

function waiting(model: MoneyModel, item: ModelItem): Cents {
  return item.grantedIn === null ? zero : totalOf(model.on('payable', item.grantedIn, item.initiativeId));
}

function batch(model: MoneyModel, { items }: Of<'batch'>): void {
  const open = model.batches.filter(({ ended }) => ended === null).flatMap(({ lines }) => lines);
  const listed = (item: ModelItem) => open.some(({ to }) => 'item' in to && to.item === item);
  if (items.length === 0 || items.some((item) => waiting(model, item) === 0n || listed(item))) {
    refuse('nothingToPay');
  }
  const inOrder = [...items].sort((a, b) => a.number - b.number);
  for (const { payees, confirmed } of inOrder) {
    if (payees === 0) refuse('noPayee');
    if (!confirmed) refuse('payeeUnconfirmed');
  }
  const lines = inOrder.map((item) => ({
    ...{ to: { item, payee: item.payees }, cents: waiting(model, item) },
    ...{ order: null, paid: null, back: false },
  }));
  model.batches.push({ lines, ended: null });
}

function endBatch(model: MoneyModel, index: number, ended: 'approved' | 'withdrawn'): void {
  const found = model.batches[index];
  if (ended === 'withdrawn' && found?.ended === 'approved' && fell(model, found)) return undo(model, found);
  if (!found || found.ended) return refuse('alreadyDone');
  found.ended = ended;
}

/** Whether an order still stands and the bank told nothing of it. */
const untold = (model: MoneyModel, { order, paid, back }: ModelPayment) =>
  order !== null && paid === null && !back && !model.isReversed(order);

/** Whether a person took an order back of which the bank told nothing. */
const undone = (model: MoneyModel, { order, paid, back }: ModelPayment) =>
  order !== null && paid === null && !back && model.isReversed(order);

/** An approval falls while the bank told nothing of a payment and an account is another, or an order was taken back. */
function fell(model: MoneyModel, { lines }: ModelBatch): boolean {
  const open = lines.filter((line) => untold(model, line));
  const changed = open.some(({ to }) => 'item' in to && to.payee !== to.item.payees);
  return open.length > 0 && (changed || lines.some((line) => undone(model, line)));
}

/** What the bank told nothing of is taken back, and waits again. */
function undo(model: MoneyModel, { lines }: ModelBatch): void {
  for (const line of lines.filter((each) => untold(model, each))) {
    if (line.order) model.reverse(line.order, `undo:${model.entries.length}`);
  }
}

function approve(model: MoneyModel, { batch: index, byMaker }: Of<'approve'>): void {
  if (byMaker) refuse('samePerson');
  endBatch(model, index, 'approved');
  for (const [place, line] of (model.batches[index]?.lines ?? []).entries()) {
    const { to, cents: amount } = line;
    if (!('item' in to)) {
      line.order = orderBack(model, line);
      continue;
    }
    if (to.payee !== to.item.payees || waiting(model, to.item) !== amount) refuse('batchStale');
    const { on, grant } = granted(model, to.item);
    const legs = () => paymentOrderLegs(on('payable'), grant.pool, grant.grantId);
    model.book([{ kind: 'paymentOrder', key: `batch:${index}:${place}`, request: amount, legs }]);
    line.order = model.entries.at(-1) ?? null;
  }
}

function settleUp(model: MoneyModel, act: Of<'settle'>): void {
  const { item, cents: cost, income: otherIncome, ground, key } = act;
  const { on, grant, year } = granted(model, item);
  if (!model.wasBooked(key)) {
    if (model.settlementOf(item)) refuse('alreadyDone');
    if (waiting(model, item) > 0n) refuse('paymentWaiting');
  }
  const [committed, advanced] = [on('committed'), on('advance')];
  const amount = settledAmount({ granted: totalOf(committed), cost, otherIncome });
  if (amount < totalOf(committed) && ground === null) refuse('required');
  const legs = () => settlementLegs(grant, settle(amount, committed, advanced), committed, advanced);
  const request = [item.itemId, cost, otherIncome, ground];
  if (!model.book([{ kind: 'settlement', key, request, legs }])) return;
  model.takeBack(year);
  model.sweep(year, key);
}

/** What was claimed per source by the settlement that holds, and what of that is settled already. */
function claims(model: MoneyModel, item: ModelItem) {
  const { on, grant } = granted(model, item);
  const claim = accounts.claim(grant.pool, grant.grantId);
  const legs = model.settlementOf(item)?.legs ?? [];
  const open = on('claim');
  return model.sources.map(({ id: sourceId }) => {
    const own = legs.filter((leg) => leg.account.code === claim.code && leg.sourceId === sourceId);
    const weight = sum(own.map((leg) => leg.cents));
    const left = open.find((share) => share.sourceId === sourceId)?.cents ?? zero;
    return { sourceId, weight, attributed: cents(weight - left) };
  });
}

function endClaim(model: MoneyModel, { type, item, cents: amount, key }: Of<'clawback' | 'writeOff'>): void {
  const { grant, year } = granted(model, item);
  const legs = () => {
    const shares = attributeClaim(amount, claims(model, item));
    return type === 'clawback' ? clawbackLegs(shares, grant) : writeOffLegs(shares, grant);
  };
  const fresh = model.book([{ kind: type, key, request: [item.itemId, amount], legs }]);
  if (!fresh || type === 'writeOff') return;
  model.takeBack(year);
  model.sweep(year, key);
}

function yearEnd(model: MoneyModel, { year }: { year: number }): void {
  if (yearOf(model.today) <= year) refuse('yearNotOver');
  const ending = model.planOf(year).filter(({ plan }) => moves(plan));
  if (ending.length === 0) refuse('alreadyDone');
  const key = `yearEnd:${year}:${model.entries.length}`;
  model.prepared.add(year);
  for (const each of ending) model.bookYearEnd(year, each, `${key}:${each.areaId}`, model.lastDayOf(year));
}

/** Whether the end of the year does anything to a pool. */
export const moves = ({ parts, kept, released }: YearEndPlan) =>
  parts.length + kept.length + released.length > 0;
