import { type Electorate } from './electorate';
import { fraction, type Fraction, greatestDivisor } from './fraction';

/** A price per unit of score, exactly `top / (denominator of the purses × over)`. */
export type Price = Readonly<{ top: bigint; over: bigint }>;

/**
 * The supporters of one project while its price is looked for; the first `able` places of the list of that name can pay
 * (as far as is known), the first `short` of the other cannot. `open` are the scores of the able ones together, `room`
 * is a price in units that each of them surely can pay. Of the short ones `weighed` are in `weights`.
 */
type Group = {
  able: number;
  open: number;
  room: number;
  short: number;
  shortVoters: number;
  shortUnits: number;
  weighed: number;
  weighedVoters: number;
};

/** A full purse in units: large enough to tell prices apart, small enough that all purses together stay below 2^52. */
const unitsInAll = 2 ** 51;
const binaryPlaces = 60n;

/**
 * What every voter still has while equal shares are counted (voting.md §3, §5). All amounts are exact: whole numbers
 * over one common denominator. A voter who always paid in full has the endowment less those payments; one who once gave
 * everything has nothing. So a purse needs no number of its own, only the prices and `emptiedAt`.
 *
 * Beside that each purse is kept in whole `units`, rounded, off by less than `slack`. They say fast who surely can and
 * surely cannot pay a price; who stands too close to tell is worked out exactly. Nothing is decided by the rounded ones.
 */
export class Purses {
  /** The round (from 0) in which a ballot's voters gave all they had left; -1 while they have something. */
  readonly emptiedAt: Int32Array;
  /** The projects paid so far, in order, and the full payment per unit of score of each, over `denominator`. */
  readonly paid: number[] = [];
  readonly prices: bigint[] = [];
  denominator: bigint;
  endowment: bigint;

  private readonly units: Float64Array;
  private readonly full: number;
  /** For each project its place in `paid`; -1 while it is not among them. */
  readonly roundOf: Int32Array;
  private readonly costsInUnits: number[];
  /** For the one group that is looked at: places among the supporters, and for each project what the short ones gave it. */
  private readonly able: Int32Array;
  private readonly short: Int32Array;
  private readonly weights: Float64Array;

  constructor(
    private readonly people: Electorate,
    private readonly costs: readonly bigint[],
    endowment: Fraction,
  ) {
    this.full = Math.floor(unitsInAll / Math.max(people.all, 1));
    this.units = new Float64Array(people.voters.length).fill(this.full);
    this.emptiedAt = new Int32Array(people.voters.length).fill(-1);
    this.roundOf = new Int32Array(costs.length).fill(-1);
    this.able = new Int32Array(people.voters.length);
    this.short = new Int32Array(people.voters.length);
    this.weights = new Float64Array(costs.length);
    this.denominator = endowment.over;
    this.endowment = endowment.top;
    const any = endowment.top > 0n;
    this.costsInUnits = costs.map((cost) =>
      any ? this.unitsOf({ top: cost * this.denominator, over: 1n }) : Infinity,
    );
  }

  /** How far a purse in units may be off: a rounded price and a rounded payment for every round, and some to spare. */
  private get slack(): number {
    return 2 * this.paid.length + 4;
  }

  /** An exact price in units, off by less than a unit in any purse that can pay it. */
  unitsOf({ top, over }: Price): number {
    const scaled = (top * BigInt(this.full)) << binaryPlaces;
    return Number(scaled / (over * this.endowment)) / 2 ** Number(binaryPlaces);
  }

  /** A number (in units) the price of a project never is below: that of supporters who can all pay in full. */
  lowest(project: number, votes: number): number {
    return (this.costsInUnits[project]! / votes) * (1 - 1e-12);
  }

  /**
   * A number the exact price surely is not below, or Infinity when supporters surely cannot pay the project at all;
   * undefined when at price `at` (in units) they may have enough. What they pay is concave in the price, so the tangent
   * at `at` reaches the cost no later than they do.
   */
  above(project: number, at: number): number | undefined {
    const { backStart, backBallot, backScore, backVoters } = this.people;
    const last = backStart[project + 1]!;
    let paid = 0;
    let open = 0;
    let voters = 0;
    for (let place = backStart[project]!; place < last; place += 1) {
      const purse = this.units[backBallot[place]!]!;
      const score = backScore[place]!;
      const many = backVoters[place]!;
      const want = at * score;
      voters += many;
      if (purse > want) {
        paid += many * Math.floor(want);
        open += many * score;
      } else paid += many * purse;
    }
    const lack = this.costsInUnits[project]! - paid - voters * this.slack - 1;
    if (lack <= 0) return undefined;
    return open === 0 ? Infinity : (at + lack / open) * (1 - 1e-12);
  }

  /**
   * The price of a project: the smallest at which its supporters together pay its cost; undefined when they cannot.
   * `from` (in units) is known not to be above it. Each turn the price rises to where those who can pay in full would
   * cover the rest, until nobody new falls short: by the rounded purses first, so that the exact sums are made once.
   */
  priceOf(project: number, from: number): Price | undefined {
    const group = this.supportersOf(project);
    let at = from;
    while (at >= group.room && this.drop(group, at)) at = this.notBelow(project, group);
    for (;;) {
      if (group.open === 0) return undefined;
      const rest = this.costs[project]! * this.denominator - this.leftOfShort(group);
      const price = { top: rest, over: BigInt(group.open) };
      const inUnits = this.unitsOf(price);
      if (inUnits < group.room || !this.drop(group, inUnits, price)) return price;
    }
  }

  /** A number (in units) the price surely is not below, given who falls short of it. */
  private notBelow(project: number, { shortVoters, shortUnits, open }: Group): number {
    const lack = this.costsInUnits[project]! - shortUnits - shortVoters * this.slack - 1;
    return (lack / open) * (1 - 1e-12);
  }

  /** What the supporters of a project would pay for it at a price, over `denominator × over`, and all they have left. */
  wouldPay(project: number, price: Price): bigint {
    const group = this.supportersOf(project);
    this.drop(group, this.unitsOf(price), price);
    return this.leftOfShort(group) * price.over + price.top * BigInt(group.open);
  }

  /** All that the supporters of a project have left together, over `denominator`. */
  leftOf(project: number): bigint {
    const group = this.supportersOf(project);
    this.drop(group, Infinity);
    return this.leftOfShort(group);
  }

  /** Pays a project: each supporter gives its score times the price, or all it has left. */
  pay(project: number, price: Price): void {
    const round = this.paid.length;
    const { backStart, backBallot, backScore } = this.people;
    const inUnits = this.unitsOf(price);
    for (let place = backStart[project]!; place < backStart[project + 1]!; place += 1) {
      const ballot = backBallot[place]!;
      if (this.emptiedAt[ballot]! >= 0) continue;
      const score = backScore[place]!;
      if (this.isShort(ballot, score, inUnits, price, true)) {
        this.emptiedAt[ballot] = round;
        this.units[ballot] = 0;
      } else this.units[ballot] = Math.max(0, this.units[ballot]! - Math.floor(inUnits * score));
    }
    this.record(project, price);
  }

  private record(project: number, { top, over }: Price): void {
    const divisor = greatestDivisor(top, over);
    const factor = over / divisor;
    if (factor !== 1n) {
      this.denominator *= factor;
      this.endowment *= factor;
      this.prices.forEach((price, round) => (this.prices[round] = price * factor));
    }
    this.roundOf[project] = this.paid.length;
    this.paid.push(project);
    this.prices.push(top / divisor);
  }

  /** All supporters of a project, none of them short yet. */
  private supportersOf(project: number): Group {
    const { backStart } = this.people;
    const first = backStart[project]!;
    const able = backStart[project + 1]! - first;
    for (let index = 0; index < able; index += 1) this.able[index] = first + index;
    return { able, open: 0, room: 0, short: 0, shortVoters: 0, shortUnits: 0, weighed: 0, weighedVoters: 0 };
  }

  /**
   * Takes out who falls short of a price; says whether there was anybody. Without an exact price only those go who
   * surely fall short of `inUnits`.
   */
  private drop(group: Group, inUnits: number, price?: Price): boolean {
    const { backBallot, backScore, backVoters } = this.people;
    const { able, short, units, slack } = this;
    const before = group.able;
    let [kept, open, room] = [0, 0, Infinity];
    for (let index = 0; index < before; index += 1) {
      const place = able[index]!;
      const ballot = backBallot[place]!;
      const score = backScore[place]!;
      const many = backVoters[place]!;
      if (this.isShort(ballot, score, inUnits, price)) {
        short[group.short] = place;
        group.short += 1;
        group.shortVoters += many;
        group.shortUnits += many * units[ballot]!;
      } else {
        able[kept] = place;
        kept += 1;
        open += many * score;
        room = Math.min(room, (units[ballot]! - slack) / score);
      }
    }
    group.able = kept;
    group.open = open;
    group.room = room;
    return kept < before;
  }

  /**
   * What those who fall short have left. The sum is taken over prices, not over voters: their endowments less what they
   * paid, project by project. Who once gave everything has nothing.
   */
  private leftOfShort(group: Group): bigint {
    const { backBallot, backVoters, ballotStart, ballotProject, ballotScore } = this.people;
    const { short, weights } = this;
    if (group.weighed === 0) weights.fill(0);
    for (; group.weighed < group.short; group.weighed += 1) {
      const place = short[group.weighed]!;
      const ballot = backBallot[place]!;
      if (this.emptiedAt[ballot]! >= 0) continue;
      const many = backVoters[place]!;
      group.weighedVoters += many;
      for (let at = ballotStart[ballot]!; at < ballotStart[ballot + 1]!; at += 1) {
        weights[ballotProject[at]!]! += many * ballotScore[at]!;
      }
    }
    let left = this.endowment * BigInt(group.weighedVoters);
    this.paid.forEach((winner, round) => (left -= this.prices[round]! * BigInt(weights[winner]!)));
    return left;
  }

  /** Whether a voter cannot pay a price in full; with `orJust` also when it can with its last money. */
  private isShort(ballot: number, score: number, inUnits: number, price?: Price, orJust = false): boolean {
    const gap = this.units[ballot]! - inUnits * score;
    if (gap < -this.slack) return true;
    if (gap > this.slack || !price) return false;
    const exact = this.purse(ballot) * price.over - price.top * BigInt(score);
    return orJust ? exact <= 0n : exact < 0n;
  }

  /** What a voter who never fell short has left, over `denominator`. */
  private purse(ballot: number): bigint {
    const { ballotStart, ballotProject, ballotScore } = this.people;
    let left = this.endowment;
    for (let at = ballotStart[ballot]!; at < ballotStart[ballot + 1]!; at += 1) {
      const round = this.roundOf[ballotProject[at]!]!;
      if (round >= 0) left -= this.prices[round]! * BigInt(ballotScore[at]!);
    }
    return left;
  }

  /** The exact payment of a round per unit of score, in money. */
  paymentOf(round: number): Fraction {
    return fraction(this.prices[round]!, this.denominator);
  }
}
