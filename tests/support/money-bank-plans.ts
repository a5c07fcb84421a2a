import { accounts } from '~/domain/ledger/accounts';
import { type EntryKind } from '~/domain/ledger/kinds';
import { cents } from '~/domain/money/cents';
import { apartOn, type BankAct, restOf, type Told } from './money-bank';
import { type ModelPayment, type MoneyModel } from './money-model';

type Wish = Readonly<{ pick: number; pick2: number; part: bigint; odd: boolean; terms: { size: bigint } }>;

/** Orders with their place in the game, so that a bank can tell of them. */
function orders(model: MoneyModel, of: (payment: ModelPayment) => boolean) {
  return model.batches.flatMap(({ lines }, batch) =>
    lines.flatMap((payment, place) => (payment.order && of(payment) ? [{ batch, place }] : [])),
  );
}

/** What a bank has to tell as things stand: orders that it carried out or that came back, and money that came and went. */
export function told(model: MoneyModel, { pick, pick2, part, odd, terms }: Wish): BankAct & { type: 'tell' } {
  const lines: Told[] = orders(model, ({ paid }) => paid === null || odd)
    .slice(-3)
    .map((at) => ({ what: 'paid', ...at }));
  if (pick % 3 === 0) {
    lines.push(
      ...orders(model, ({ paid, back }) => odd || (paid !== null && !back))
        .slice(-1)
        .map((at) => ({ what: 'returned' as const, ...at })),
    );
  }
  const source = model.sources[pick2 % model.sources.length];
  if (source && pick2 % 2 === 0) {
    const open = model.standing(accounts.receivable(source.id), source.id);
    const sent = cents((open * part) / 1000n || 1n);
    lines.push({ what: 'income', source, cents: sent });
  }
  if (pick % 2 === 0 || lines.length === 0) {
    const amount = terms.size + 1n;
    lines.push({
      what: 'other',
      cents: cents(pick2 % 3 === 0 ? -amount : amount),
      text: `regel ${model.bank.length}`,
    });
  }
  return { type: 'tell', lines, again: false };
}

/** What usually happens next on the bank: what nobody knows is explained, and what is set apart goes somewhere. */
export function nextOnBank(
  model: MoneyModel,
  wish: Wish,
  booked: ReadonlySet<EntryKind>,
): BankAct | { type: 'approve'; batch: number; byMaker: boolean } {
  const { pick, pick2, odd } = wish;
  const last = model.batches.at(-1);
  const isRefund = last?.lines.some(({ to }) => !('item' in to)) ?? false;
  if (isRefund && last?.ended === null)
    return { type: 'approve', batch: model.batches.length - 1, byMaker: false };
  if (isRefund && last?.lines.some(({ order, paid }) => order && !paid)) return told(model, wish);
  const apart = model.bank.map((_, line) => line).filter((line) => apartOn(model, line) !== null);
  const mine = apart.find((line) => (apartOn(model, line)?.cents ?? 0n) > 0n);
  const amount = mine === undefined ? null : (apartOn(model, mine)?.cents ?? null);
  const able = model.sources.find(
    ({ id }) => amount !== null && model.standing(accounts.receivable(id), id) >= amount,
  );
  if (mine !== undefined && able && !booked.has('assignment'))
    return { type: 'assign', line: mine, source: able };
  if (mine !== undefined && !booked.has('refundOrder')) return { type: 'sendBack', line: mine };
  const open = model.bank.flatMap((line, index) => (restOf(model, line) === 0n ? [] : [index]));
  const source = model.sources[pick2 % model.sources.length] ?? null;
  const line = (odd ? model.bank.map((_, index) => index) : open)[pick % Math.max(1, open.length)];
  if (line !== undefined && (pick2 % 3 > 0 || apart.length === 0)) {
    const isNew = !booked.has('assignment') || !booked.has('refundOrder');
    const as =
      isNew && !odd ? 'notOurs' : ((['receipt', 'notOurs', 'bankCost'] as const)[pick % 3] ?? 'receipt');
    return { type: 'explain', line, as, source };
  }
  const set = apart[pick % Math.max(1, apart.length)];
  if (set !== undefined && source) {
    return pick % 2 === 0 ? { type: 'sendBack', line: set } : { type: 'assign', line: set, source };
  }
  const back = model.sources.find(({ id }) => model.standing(accounts.returned(id), id) > 0n);
  return back ? { type: 'giveBack', source: back } : told(model, wish);
}
