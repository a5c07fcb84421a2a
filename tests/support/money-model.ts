import { type CalendarDate, calendarDate, yearOf } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import {
  type Account,
  accountKinds,
  type AccountKind,
  accounts,
  onNormalSide,
} from '~/domain/ledger/accounts';
import { type Earmark, type Lot } from '~/domain/ledger/earmark';
import { type EntryKind, entryKinds } from '~/domain/ledger/kinds';
import { type Kolom } from '~/domain/ledger/kolom';
import { type Leg, type Share } from '~/domain/ledger/posting';
import { releaseLegs, reversalLegs } from '~/domain/ledger/rules';
import { type Rollover, yearEndLegs, type YearEndPlan } from '~/domain/ledger/year-end';
import { endYear } from './money-year';
import { type TargetGroup, type Theme } from '~/domain/initiative/purpose';
import { add, cents, type Cents, negate, sum, zero } from '~/domain/money/cents';
import { type ModelLine } from './money-bank';

export type ModelSource = Earmark & {
  id: string;
  year: number;
  kolom: Kolom;
  rollover: Rollover;
  rolloverPct: number;
};

export type ModelItem = {
  itemId: string;
  initiativeId: string;
  number: number;
  theme: Theme;
  targetGroup: TargetGroup | null;
  requested: Cents;
  proposed: Cents;
  carryOver: boolean;
  liked: boolean;
  decided: boolean;
  /** The pool that granted it. */
  grantedIn: number | null;
  /** Who is paid, and how often that changed: a batch names one of them. */
  payee: string | null;
  payees: number;
  /** The payer records every account here, so each waits for the controller. */
  confirmed: boolean;
};

export type ModelEntry = {
  kind: EntryKind;
  on: CalendarDate;
  legs: readonly Leg[];
  reverses: ModelEntry | null;
};
export type ModelPayment = {
  cents: Cents;
  /** Whom it pays: a grant, to its payee of then, or back to the giver of a source or the sender of a movement. */
  to: { item: ModelItem; payee: number } | { giver: string } | { sender: number; sourceId: string };
  order: ModelEntry | null;
  paid: ModelEntry | null;
  /** The bank told that it came back. */
  back: boolean;
};
export type ModelBatch = { lines: ModelPayment[]; ended: 'approved' | 'withdrawn' | null };
export type Draft = {
  kind: EntryKind;
  key: string;
  request: unknown;
  legs: () => readonly Leg[];
  reverses?: ModelEntry;
};

type Row = { account: Account; sourceId: string; cents: Cents };

/**
 * The money of one wijk as the papers say it should be, in memory: what is booked by the pure rules of the domain, and
 * guards and a year end of its own. Next door is a wijk that gets promises of the same sources and gives nothing away.
 * Nothing of the database or of the use cases.
 */
export class MoneyModel {
  sources: ModelSource[] = [];
  batches: ModelBatch[] = [];
  bank: ModelLine[] = [];
  entries: ModelEntry[] = [];
  /** The years of which a year end was made ready and booked. */
  readonly prepared = new Set<number>();
  private rows = new Map<string, Row>();
  private weights = new Map<number, Map<string, Cents>>();
  private booked = new Map<string, string>();
  private pools = new Set<string>();
  private periods = new Map<number, 'open' | 'closed'>();

  readonly areaId: string;

  constructor(
    readonly places: { areaId: string; nextDoor: string; elsewhere: string },
    readonly items: ModelItem[],
    public today: CalendarDate,
  ) {
    this.areaId = places.areaId;
  }

  /** Does all of an act or nothing of it. */
  act(work: () => void): void {
    const { rows, weights, booked, pools, periods, entries, batches, bank } = this;
    this.rows = new Map(rows);
    this.weights = new Map(weights);
    this.booked = new Map(booked);
    this.pools = new Set(pools);
    this.periods = new Map(periods);
    this.entries = [...entries];
    this.batches = batches.map((batch) => ({ ...batch, lines: batch.lines.map((line) => ({ ...line })) }));
    this.bank = bank.map((line) => ({ ...line, booked: [...line.booked] }));
    try {
      work();
    } catch (error) {
      Object.assign(this, { rows, weights, booked, pools, periods, entries, batches, bank });
      throw error;
    }
  }

  readonly pool = (year: number, areaId = this.areaId) => ({ areaId, year });
  readonly isClosed = (year: number) => this.periods.get(year) === 'closed';
  readonly hasPool = (year: number, areaId = this.areaId) => this.pools.has(`${year} ${areaId}`);
  readonly addPool = (year: number, areaId = this.areaId) => this.pools.add(`${year} ${areaId}`);
  readonly wasBooked = (key: string) => this.booked.has(key);

  source(id: string): ModelSource {
    const found = this.sources.find((each) => each.id === id);
    if (!found) throw new Error(`no source ${id}`);
    return found;
  }

  /** Every account that was ever booked on, as the table `balance` has it. */
  balances(): string[] {
    const own = new Set(this.sources.map(({ id }) => id));
    const rows = [...this.rows.values()].filter(({ sourceId }) => own.has(sourceId));
    return rows.map((row) => `${row.account.code} ${row.sourceId} ${row.cents}`).sort();
  }

  /** What stands on one kind of account of a pool, in the declared order of sources; without those that have nothing. */
  on(kind: AccountKind, year: number, initiativeId: string | null): Share[] {
    const found = [...this.rows.values()].filter(
      ({ account, cents: amount }) =>
        account.kind === kind &&
        account.pool?.areaId === this.areaId &&
        account.pool.year === year &&
        account.subjectId === initiativeId &&
        amount !== 0n,
    );
    return this.inOrder(
      found.map(({ sourceId, cents: amount }) => ({ sourceId, cents: cents(onNormalSide(kind, amount)) })),
    );
  }

  standing(account: Account, sourceId: string): Cents {
    const amount = this.rows.get(`${account.code} ${sourceId}`)?.cents ?? zero;
    return cents(onNormalSide(account.kind, amount));
  }

  lots(year: number): Lot[] {
    const weights = this.weights.get(year) ?? new Map<string, Cents>();
    return this.sources
      .filter(({ id }) => weights.has(id))
      .map((source) => {
        const weight = weights.get(source.id) ?? zero;
        const left = this.standing(accounts.available(this.pool(year)), source.id);
        return { ...source, sourceId: source.id, weight, attributed: cents(weight - left) };
      });
  }

  /** The year of the pool in which money is set apart for an initiative; null when none is. */
  reservedIn({ initiativeId }: ModelItem): number | null {
    const years = [...this.pools].map((pool) => parseInt(pool)).sort((a, b) => a - b);
    return years.find((year) => this.on('reserved', year, initiativeId).length > 0) ?? null;
  }

  settlementOf({ initiativeId }: ModelItem): ModelEntry | undefined {
    return this.entries.find(
      (entry) =>
        entry.kind === 'settlement' &&
        entry.legs.some(({ account }) => account.subjectId === initiativeId) &&
        !this.isReversed(entry),
    );
  }

  isReversed(entry: ModelEntry): boolean {
    return this.entries.some(({ reverses }) => reverses === entry);
  }

  /** Books what was not booked under its key before; says whether anything was. */
  book(drafts: readonly Draft[], on = this.today): boolean {
    const asked = drafts.map(({ kind, key, request, reverses }) => {
      const said = JSON.stringify(
        [kind, request, reverses && this.entries.indexOf(reverses)],
        (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value),
      );
      return { key, said };
    });
    if (asked.some(({ key, said }) => this.booked.has(key) && this.booked.get(key) !== said)) {
      throw new DomainError('keyReused');
    }
    const fresh = drafts.filter(({ key }) => !this.booked.has(key));
    const made = fresh.map((draft) => ({ draft, legs: draft.legs() }));
    for (const { draft, legs } of made) this.append(draft, legs, on);
    for (const { key, said } of asked) this.booked.set(key, said);
    return fresh.length > 0;
  }

  private append({ kind, reverses }: Draft, legs: readonly Leg[], on: CalendarDate): void {
    if (this.isClosed(yearOf(on))) throw new DomainError('periodClosed');
    this.periods.set(yearOf(on), 'open');
    if (reverses && this.isReversed(reverses)) throw new DomainError('alreadyReversed');
    for (const { account, sourceId, cents: amount } of legs) {
      const key = `${account.code} ${sourceId}`;
      const after = add(this.rows.get(key)?.cents ?? zero, amount);
      if (!accountKinds[account.kind].mayGoBelowZero && onNormalSide(account.kind, after) < 0n) {
        throw new DomainError('poolInsufficient');
      }
      this.rows.set(key, { account, sourceId, cents: after });
    }
    this.entries.push({ kind, on, legs, reverses: reverses ?? null });
  }

  /** From now on every source weighs what is left of it. */
  startEpoch(year: number): void {
    const { code } = accounts.available(this.pool(year));
    const left = [...this.rows.values()].filter(({ account }) => account.code === code);
    this.weights.set(year, new Map(left.map((row) => [row.sourceId, negate(row.cents)])));
  }

  /** A new epoch, only when a source has more left than it weighs. */
  takeBack(year: number): void {
    const { code } = accounts.available(this.pool(year));
    const weights = this.weights.get(year);
    const over = [...this.rows.values()].some(
      (row) => row.account.code === code && -row.cents > (weights?.get(row.sourceId) ?? 0n),
    );
    if (over) this.startEpoch(year);
  }

  /** The two wijken in the order in which the books go through them: by name, and so by id. */
  private readonly wijken = () => [this.areaId, this.places.nextDoor].sort();

  /** What the end of a year would do with the pools, or with that of one wijk. */
  planOf(year: number, areaIds = this.wijken()): { areaId: string; plan: YearEndPlan }[] {
    const plans = endYear(
      year,
      areaIds.map((areaId) => ({
        rests: this.rests(areaId, year),
        reserved: areaId === this.areaId ? this.reservations(year) : [],
      })),
      this.sources.map((source) => ({
        ...source,
        promised: this.broughtIn(source.id, year, 'pledge'),
        carried: this.broughtIn(source.id, year + 1, 'yearEnd'),
      })),
    );
    return areaIds.flatMap((areaId, index) => (plans[index] ? [{ areaId, plan: plans[index] }] : []));
  }

  private rests(areaId: string, year: number): Map<string, Cents> {
    const account = accounts.available(this.pool(year, areaId));
    return new Map(this.sources.map(({ id }) => [id, this.standing(account, id)]));
  }

  private reservations(year: number) {
    return this.items
      .map(({ initiativeId, carryOver }) => ({
        applicationId: initiativeId,
        carryOver,
        shares: this.on('reserved', year, initiativeId),
      }))
      .filter(({ shares }) => shares.length > 0);
  }

  /** What entries of a kind that still hold brought of a source into the pools of a year. */
  private broughtIn(sourceId: string, year: number, kind: EntryKind): Cents {
    const codes = this.wijken().map((areaId) => accounts.available(this.pool(year, areaId)).code);
    const legs = this.entries
      .filter((entry) => entry.kind === kind && !this.isReversed(entry))
      .flatMap((entry) => entry.legs)
      .filter((leg) => codes.includes(leg.account.code) && leg.sourceId === sourceId && leg.cents < 0n);
    return negate(sum(legs.map((leg) => leg.cents)));
  }

  /** Books the end of a pool's year. */
  bookYearEnd(
    year: number,
    { areaId, plan: { released, kept, parts } }: { areaId: string; plan: YearEndPlan },
    key: string,
    on = this.today,
  ): void {
    const pool = this.pool(year, areaId);
    const drafts: Draft[] = released.map(({ applicationId, shares }) => ({
      kind: 'release',
      key: `${key}:release:${applicationId}`,
      request: applicationId,
      legs: () => releaseLegs(shares, pool, applicationId),
    }));
    const moves = parts.length + kept.length > 0;
    if (moves) {
      this.addPool(year + 1, areaId);
      drafts.push({ kind: 'yearEnd', key, request: year, legs: () => yearEndLegs(pool, parts, kept) });
    }
    if (!this.book(drafts, on) || areaId !== this.areaId) return;
    this.startEpoch(year);
    if (moves) this.startEpoch(year + 1);
  }

  /** Money that came free in a closed year goes where the end of that year sends it. */
  sweep(year: number, key: string): void {
    if (!this.isClosed(year)) return;
    for (const ending of this.planOf(year, [this.areaId])) {
      this.bookYearEnd(year, ending, `${key}:yearEnd:${year}`);
    }
    this.sweep(year + 1, key);
  }

  closeYear(year: number, byPreparer: boolean): void {
    if (yearOf(this.today) <= year) throw new DomainError('yearNotOver');
    if (this.periods.get(year) !== 'open') throw new DomainError('periodClosed');
    const left = [...this.rows.values()].some(
      ({ account: { kind, pool }, cents: amount }) =>
        pool !== null && pool.year <= year && (kind === 'available' || kind === 'reserved') && amount !== 0n,
    );
    if (left) throw new DomainError('moneyLeft');
    if (byPreparer && this.prepared.has(year)) throw new DomainError('samePerson');
    this.periods.set(year, 'closed');
  }

  lastDayOf(year: number): CalendarDate {
    return calendarDate(`${year}-12-31`);
  }

  reverse(entry: ModelEntry, key: string, { byBank = false, on = this.today } = {}): void {
    if (!byBank && !entryKinds[entry.kind].reversible) throw new DomainError('transitionRefused');
    const legs = reversalLegs(entry.legs);
    const checked = () => {
      const into = legs.filter(({ account: { kind }, cents: amount }) => amount < 0n && isFree(kind));
      if (into.some(({ account }) => account.pool && this.isClosed(account.pool.year))) {
        throw new DomainError('periodClosed');
      }
      return legs;
    };
    const fresh = this.book([{ kind: 'reversal', key, request: null, legs: checked, reverses: entry }], on);
    if (!fresh) return;
    for (const { account } of legs) {
      if (account.kind !== 'available' || account.pool?.areaId !== this.areaId) continue;
      this.startEpoch(account.pool.year);
    }
  }

  private inOrder(shares: Share[]): Share[] {
    return this.sources.flatMap(({ id }) => shares.filter(({ sourceId }) => sourceId === id));
  }
}

const isFree = (kind: AccountKind) => kind === 'available' || kind === 'reserved';
