import { type Cents } from '../money/cents';
import { type Stop } from './add-one';
import { approximate, fraction, type Fraction, fractionText, times } from './fraction';
import { type Mode } from './modes';
import { readAmount } from './numbers';
import { reachOf } from './reach';
import { type Fate, type Payers, reasonsOf, roundsOf } from './reasons';
import { type RuleName } from './rule-names';
import { type Outcome } from './tally';
import { type Decider, type Tie } from './ties';

/** Whole units of the currency: a number, or text where a number would lose hundredths. */
export type Amount = number | string;

/** An amount of a report in hundredths. Throws RangeError for what is no amount. */
export function centsIn(amount: Amount): Cents {
  const read = readAmount(`${amount}`);
  if (typeof read === 'string') throw new RangeError(`${amount} is no amount`);
  return read;
}

/** An outcome as one plain object: ids for places, exact where it matters. This is what is published (voting.md §6). */
export type Report = Readonly<{
  rule: RuleName;
  mode: Mode;
  voters: number;
  budget: Amount;
  selected: readonly string[];
  total: Amount;
  completed: readonly string[];
  completedTotal: Amount;
  endowment: string | null;
  steps: number;
  stop: Stop | null;
  ties: readonly Readonly<{ round: number; projects: readonly string[]; decidedBy: Decider }>[];
  tiesMet: Readonly<{ lot: number; other: number }>;
  overBudget: readonly string[];
}>;

/** A payment of equal shares: what one point cost exactly, how many votes that was worth, and how people paid. */
export type RoundReport = Readonly<{ id: string; payment: string; effectiveVotes: number }> & Payers;

/**
 * Why a project won or lost. `supportPercent` is rounded down to a tenth, `left` (what its supporters still had when they
 * could no longer pay it) and the amounts of `wentTo` to the hundredth.
 */
export type ProjectReport = Readonly<{
  id: string;
  votes: number;
  fate: Fate;
  round: number | null;
  supportPercent: number | null;
  lostAfterRounds: number | null;
  left: Amount | null;
  wentTo: readonly Readonly<{ id: string; amount: Amount }>[];
}>;

/** `reach[n]` says how many voters got n of their choices. */
export type Explained = Report &
  Readonly<{
    rounds: readonly RoundReport[];
    projects: readonly ProjectReport[];
    reach: readonly number[];
  }>;

type Asked = { rule: RuleName; mode: Mode };

/** The report of an outcome. */
export function report(outcome: Outcome, { rule, mode }: Asked): Report {
  const { race, shares, ties, tiesMet, steps, stop } = outcome;
  const ids = idsIn(outcome);
  return {
    rule,
    mode,
    voters: race.voters,
    budget: amount(race.election.budget),
    selected: ids(outcome.selected),
    total: amount(outcome.total),
    completed: ids(outcome.completed),
    completedTotal: amount(outcome.completedTotal),
    endowment: shares ? fractionText(inUnits(shares.endowment)) : null,
    steps,
    stop: stop ?? null,
    ties: ties.map(({ round, projects, decidedBy }: Tie) => ({ round, projects: ids(projects), decidedBy })),
    tiesMet,
    overBudget: ids(race.overBudget),
  };
}

/** The report with the rounds, the reasons of every project, and whom the outcome reaches. */
export function explainedReport(outcome: Outcome, asked: Asked): Explained {
  const { race, shares } = outcome;
  const { projects, scoreScale } = race.election;
  const id = (place: number) => projects[place]!.id;
  const rounds = shares ? roundsOf(race, shares) : [];
  return {
    ...report(outcome, asked),
    reach: reachOf(race.election, outcome.completed),
    rounds: rounds.map(({ project, payment, effectiveVotes, payers }) => ({
      id: id(project),
      payment: fractionText(inUnits(payment)),
      effectiveVotes: approximate(effectiveVotes),
      ...payers,
    })),
    projects: reasonsOf(outcome).map(({ project, fate, round, support, loss, wentTo }) => ({
      id: id(project),
      votes: race.preference.votes[project]! / scoreScale,
      fate,
      round: round ?? null,
      supportPercent: support ? percent(support) : null,
      lostAfterRounds: loss?.afterRounds ?? null,
      left: loss ? rounded(loss.left) : null,
      wentTo: wentTo.map((other) => ({ id: id(other.project), amount: rounded(other.amount) })),
    })),
  };
}

const idsIn =
  ({ race }: Outcome) =>
  (places: readonly number[]): string[] =>
    places.map((place) => race.election.projects[place]!.id);

function inUnits(minor: Fraction): Fraction {
  return times(minor, fraction(1n, 100n));
}

/** A plain number keeps any fifteen digits, not always sixteen. */
const firstAsText = 10n ** 15n;

function amount(minor: bigint): Amount {
  const text = `${minor / 100n}.${`${minor % 100n}`.padStart(2, '0')}`;
  return minor < firstAsText ? Number(text) : text;
}

/** Rounded down to the hundredth. */
function rounded({ top, over }: Fraction): Amount {
  return amount(top / over);
}

/** Rounded down to a tenth: what falls short of 100 never shows as 100. */
function percent({ top, over }: Fraction): number {
  return Number((top * 1000n) / over) / 10;
}
