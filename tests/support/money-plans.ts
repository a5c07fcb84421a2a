import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { addDays, calendarDate, type CalendarDate, yearOf } from '~/domain/calendar';
import { targetGroups, themes } from '~/domain/initiative/purpose';
import { type AccountKind } from '~/domain/ledger/accounts';
import { type EntryKind } from '~/domain/ledger/kinds';
import { totalOf } from '~/domain/ledger/posting';
import { cents, type Cents } from '~/domain/money/cents';
import { type MoneyAct, moves } from './money-acts';
import { nextOnBank, told } from './money-bank-plans';
import { type ModelItem, type MoneyModel } from './money-model';
import { type Stage } from './money-play';

/** What somebody would like to do; `pick` and `part` choose among what there then is. */
export type Plan = Readonly<{
  does: MoneyAct['type'] | 'again' | 'next' | 'nextOfYear' | 'nextOnBank' | 'toldAgain';
  pick: number;
  pick2: number;
  part: bigint;
  off: bigint;
  odd: boolean;
  terms: Readonly<{
    theme: (typeof themes)[number] | null;
    targetGroup: (typeof targetGroups)[number] | null;
    own: 'any' | 'own' | 'other';
    days: number | null;
    rollover: 'lapses' | 'percentage' | 'stays';
    rolloverPct: number;
    size: bigint;
  }>;
}>;

const often: Record<Plan['does'], number> = {
  next: 110,
  nextOnBank: 12,
  tell: 8,
  toldAgain: 1,
  explain: 1,
  assign: 1,
  sendBack: 3,
  giveBack: 2,
  nextOfYear: 11,
  again: 5,
  reverse: 5,
  fund: 3,
  reserve: 3,
  clock: 2,
  pledge: 4,
  receive: 2,
  decide: 2,
  advance: 2,
  approve: 5,
  settle: 2,
  clawback: 4,
  writeOff: 2,
  batch: 1,
  payee: 1,
  confirm: 1,
  propose: 1,
  release: 1,
  withdraw: 1,
  yearEnd: 1,
  close: 1,
};

const amount = fc.oneof(fc.bigInt(0n, 30n), fc.bigInt(1n, 10n ** 6n), fc.bigInt(1n, 10n ** 6n));
const somebody = fc.constantFrom(...targetGroups);

const terms = fc
  .record({
    theme: fc.option(fc.constantFrom(...themes.slice(0, 3)), { freq: 2 }),
    targetGroup: fc.option(somebody, { freq: 1 }),
    own: fc.constantFrom('any' as const, 'any' as const, 'any' as const, 'own' as const, 'other' as const),
    days: fc.option(fc.nat(500)),
    rollover: fc.constantFrom('lapses' as const, 'percentage' as const, 'stays' as const),
    rolloverPct: fc.integer({ min: 1, max: 100 }),
    size: amount,
  })
  .map((each) => ({ ...each, rolloverPct: each.rollover === 'percentage' ? each.rolloverPct : 0 }));

const freeTerms = terms.map((each) => ({
  ...each,
  ...{ theme: null, targetGroup: null, own: 'any' as const, days: null, size: each.size * 3n + 100_000n },
}));

const planFor = (
  does: fc.Arbitrary<Plan['does']>,
  of: fc.Arbitrary<Plan['terms']> = terms,
): fc.Arbitrary<Plan> =>
  fc.record({
    does,
    pick: fc.nat(1000),
    pick2: fc.nat(1000),
    part: fc.oneof(fc.constantFrom(0n, 500n, 800n, 1000n), fc.bigInt(0n, 1200n)),
    off: fc.constantFrom(0n, 0n, 0n, 1n, -1n),
    odd: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
    terms: of,
  });

const anything = fc.constantFrom(
  ...Object.entries(often).flatMap(([does, times]) =>
    Array.from({ length: times }, () => does as Plan['does']),
  ),
);

const wish = fc
  .record({
    size: amount,
    part: fc.constantFrom(1000n, 1000n, 1000n, 700n),
    theme: fc.constantFrom(...themes.slice(0, 4)),
    targetGroup: fc.option(somebody),
    liked: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
  })
  .map(({ size, part, ...rest }) => {
    const requested = cents(size > 0n ? size : 1n);
    const proposed = cents((requested * part) / 1000n || 1n);
    return { ...rest, requested, proposed };
  });

/** An agenda, its first money, and at most `most` acts in all. */
export const games = (most: number) =>
  fc.noBias(
    fc.record({
      carryOver: fc.boolean(),
      wishes: fc.array(wish, { minLength: 2, maxLength: 3 }),
      plans: fc
        .tuple(
          fc.array(planFor(fc.constant('fund' as const), freeTerms), { minLength: 1, maxLength: 3 }),
          fc.array(planFor(anything), { minLength: 5, maxLength: most - 3, size: 'max' }),
        )
        .map(([first, then]) => [...first, ...then]),
    }),
  );

export type Game = Omit<Stage, 'on'> & { plans: readonly Plan[] };

/**
 * What a plan comes down to as things stand; null when there is nothing to do it to. What was never booked in games
 * before comes first where there is a choice.
 */
export function actOf(
  model: MoneyModel,
  plan: Plan,
  log: readonly MoneyAct[],
  booked: ReadonlySet<EntryKind>,
): MoneyAct | null {
  const { does, pick, odd } = plan;
  const key = randomUUID();
  const source = among(model.sources, pick);
  const item = among(model.items, pick);
  const on = odd ? calendarDate(`${yearOf(model.today) - 1}-12-30`) : model.today;
  switch (does) {
    case 'fund':
      return { type: 'fund', source: newSource(model, plan), cents: cents(plan.terms.size), key };
    case 'pledge':
      return (
        source && {
          ...{ type: 'pledge', source, cents: cents(plan.terms.size), key, on },
          nextDoor: plan.pick2 % 2 === 0,
        }
      );
    case 'receive':
      return (
        source && { type: 'receive', source, cents: cents((plan.terms.size * plan.part) / 1000n), key, on }
      );
    case 'propose': {
      const open = among(
        model.items.filter(({ decided }) => !decided),
        pick,
      );
      return (
        open && {
          type: 'propose',
          item: open,
          cents: cents((open.requested * (plan.part % 1000n)) / 1000n || 1n),
        }
      );
    }
    case 'reserve':
    case 'release':
      return item && { type: does, item, key };
    case 'decide':
      return item && { type: 'decide', item };
    case 'payee':
      return item && { type: 'payee', item, name: nameOf(plan) };
    case 'confirm':
      return item && { type: 'confirm', item };
    case 'batch':
    case 'approve':
    case 'withdraw':
      return aboutBatch(model, plan);
    case 'reverse': {
      // Mostly something recent: what is older is seldom undone.
      const entry = among(odd ? model.entries : model.entries.slice(-4), pick);
      return entry && { type: 'reverse', entry, key };
    }
    case 'yearEnd':
      return { type: does, year: yearOf(model.today) - (odd ? pick % 3 : 1) };
    case 'close':
      return {
        type: does,
        year: yearOf(model.today) - (odd ? pick % 3 : 1),
        byPreparer: plan.pick2 % 4 === 0,
      };
    case 'clock':
      return { type: 'clock', to: laterThan(model, plan) };
    case 'next':
      return item && nextOf(model, item, plan, booked);
    case 'nextOfYear':
      return nextOfYear(model, plan);
    case 'tell':
      return told(model, plan);
    case 'toldAgain': {
      const last = log.filter((act) => act.type === 'tell').at(-1);
      return last ? { ...last, again: true } : null;
    }
    case 'giveBack':
      return source && { type: 'giveBack', source };
    case 'explain':
    case 'assign':
    case 'sendBack':
    case 'nextOnBank':
      return nextOnBank(model, plan, booked);
    case 'again':
      return changed(among(log, pick), plan);
    default:
      return aboutGrant(model, does, plan);
  }
}

const nameOf = ({ pick2 }: Plan) => (pick2 % 2 ? 'Stichting Feest' : 'Vereniging Feest');

/** What usually happens next to an initiative. */
function nextOf(
  model: MoneyModel,
  item: ModelItem,
  plan: Plan,
  booked: ReadonlySet<EntryKind>,
): MoneyAct | null {
  const { grantedIn, decided, payees, confirmed } = item;
  const lots = model.lots(yearOf(model.today));
  if (!decided && lots.every(({ weight, attributed }) => weight === attributed)) {
    const much = { ...plan.terms, own: 'any' as const, days: null, theme: null, targetGroup: null };
    const source = newSource(model, { ...plan, pick2: 1, terms: much });
    return { type: 'fund', source, cents: cents(item.proposed * 2n + plan.terms.size), key: randomUUID() };
  }
  if (!decided) return { type: plan.odd ? 'reserve' : 'decide', item, key: randomUUID() };
  if (grantedIn === null) return null;
  if (payees === 0) return { type: 'payee', item, name: nameOf(plan) };
  if (!confirmed) return { type: 'confirm', item };
  const batch = model.batches.at(-1);
  if (batch?.ended === null) {
    const [first] = batch.lines;
    const paid = first && 'item' in first.to ? first.to.item : item;
    if (plan.odd) return { type: 'payee', item: paid, name: nameOf(plan) };
    return { type: 'approve', batch: model.batches.length - 1, byMaker: false };
  }
  if (on(model, item, 'payable') > 0n) return { type: 'batch', items: [item] };
  if (on(model, item, 'underWay') > 0n && !plan.odd) return told(model, plan);
  const key = randomUUID();
  const part = (of: AccountKind, thousandths: bigint) => {
    const share = (on(model, item, of) * thousandths) / 1000n;
    return cents(share > 0n ? share : 1n);
  };
  if (on(model, item, 'claim') > 0n) {
    const seldom = !booked.has('clawback') ? 'clawback' : !booked.has('writeOff') ? 'writeOff' : null;
    const type = seldom ?? (plan.pick2 % 3 === 0 ? 'writeOff' : 'clawback');
    return { type, item, cents: part('claim', 300n + (plan.part % 700n)), key };
  }
  const advanced = on(model, item, 'advance');
  if (advanced === 0n || (advanced * 2n < on(model, item, 'committed') && plan.odd)) {
    return { type: 'advance', item, cents: part('committed', (plan.part * 2n) / 3n), key };
  }
  return aboutGrant(model, 'settle', {
    ...plan,
    // Cheap enough that money comes back, until that was seen to end in both ways.
    ...(booked.has('clawback') && booked.has('writeOff') ? {} : { part: 100n }),
    odd: false,
    pick: model.items.filter((each) => each.grantedIn !== null).indexOf(item),
  });
}

/** What usually happens next to last year, or the year goes on. */
function nextOfYear(model: MoneyModel, plan: Plan): MoneyAct {
  const year = yearOf(model.today) - 1;
  if (!model.hasPool(year) || model.isClosed(year)) {
    return { type: 'clock', to: laterThan(model, { ...plan, pick: 150 + (plan.pick % 100) }) };
  }
  if (model.planOf(year).some(({ plan: each }) => moves(each))) return { type: 'yearEnd', year };
  return { type: 'close', year, byPreparer: plan.pick2 % 4 === 0 };
}

function aboutBatch(model: MoneyModel, { does, pick, pick2, odd }: Plan): MoneyAct | null {
  if (does === 'batch') {
    const waiting = model.items.filter((each) => on(model, each, 'payable') > 0n);
    const items = [...new Set([among(odd ? model.items : waiting, pick), among(waiting, pick2)])];
    return { type: 'batch', items: items.filter((each) => each !== null) };
  }
  const batch = model.batches.length - 1 - (odd ? pick % 3 : 0);
  if (batch < 0) return null;
  return does === 'approve'
    ? { type: 'approve', batch, byMaker: pick2 % 7 === 0 }
    : { type: 'withdraw', batch };
}

type GrantAct = 'advance' | 'settle' | 'clawback' | 'writeOff';

function aboutGrant(model: MoneyModel, type: GrantAct, { pick, part, off, odd }: Plan): MoneyAct | null {
  const has = (each: ModelItem) =>
    type === 'advance' || type === 'settle' ? each.grantedIn !== null : on(model, each, 'claim') > 0n;
  const item = among(odd ? model.items : model.items.filter(has), pick);
  if (!item) return null;
  const whole = on(model, item, type === 'advance' || type === 'settle' ? 'committed' : 'claim');
  const wanted = cents((whole * part) / 1000n + off);
  const key = randomUUID();
  if (type !== 'settle') return { type, item, cents: wanted, key };
  const income = cents(pick % 4 === 0 ? wanted / 5n : 0n);
  return { type, item, cents: wanted, income, ground: odd ? null : 'notDone', key };
}

/** The same act once more, or under its key another one. */
function changed(act: MoneyAct | null, { odd }: Plan): MoneyAct | null {
  if (!act || !('key' in act) || act.type === 'fund') return null;
  return odd && 'cents' in act ? { ...act, cents: cents(act.cents + 1n) } : act;
}

function newSource(model: MoneyModel, { pick2, terms: { own, days, size: _size, ...rest } }: Plan) {
  const year = yearOf(model.today) + (pick2 % 8 === 0 ? -1 : 0);
  const areaIds = { any: null, own: model.areaId, other: model.places.elsewhere };
  const expiresOn = days === null ? null : addDays(model.today, days);
  return {
    ...rest,
    id: randomUUID(),
    year,
    kolom: pick2 % 2 ? ('wmo' as const) : ('jeugd' as const),
    areaId: areaIds[own],
    validFrom: days !== null && days % 3 === 0 ? addDays(model.today, Math.min(days, 20)) : null,
    expiresOn,
  };
}

function laterThan({ today }: MoneyModel, { pick }: Plan): CalendarDate {
  return addDays(today, 1 + (pick % 250));
}

function on(model: MoneyModel, { grantedIn, initiativeId }: ModelItem, kind: AccountKind): Cents {
  return grantedIn === null ? cents(0) : totalOf(model.on(kind, grantedIn, initiativeId));
}

function among<T>(list: readonly T[], pick: number): T | null {
  return list[pick % list.length] ?? null;
}
