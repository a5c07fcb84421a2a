import { type Cents, cents } from '../money/cents';
import { compareFractions, fraction, type Fraction, minus, nothing, readFraction, times } from './fraction';
import { type Mode } from './modes';
import { pointParts } from './round-file';
import { type Explained } from './report';

/** What a voter gave a project: one for an approval, the points, or the score of its rank. */
export type Choice = Readonly<{ id: string; score: Fraction }>;

/** Where one voter's share went, in units of the currency, exactly; `left` is what was not spent. */
export type Receipt = Readonly<{
  endowment: Fraction;
  paid: readonly Readonly<{ id: string; amount: Fraction }>[];
  left: Fraction;
}>;

/**
 * Where the share of a voter with these choices went, worked out from the published rounds alone: in each round the
 * score times the price, or all that is left when that is less (voting.md §6). Undefined where the rule gives no shares.
 */
export function receiptOf(
  { endowment, rounds }: Pick<Explained, 'endowment' | 'rounds'>,
  choices: readonly Choice[],
): Receipt | undefined {
  if (endowment === null) return undefined;
  const scores = new Map(choices.map(({ id, score }) => [id, score]));
  const start = readFraction(endowment);
  let left = start;
  const paid: { id: string; amount: Fraction }[] = [];
  for (const { id, payment } of rounds) {
    const score = scores.get(id);
    if (!score) continue;
    const asked = times(readFraction(payment), score);
    const amount = compareFractions(asked, left) < 0 ? asked : left;
    left = minus(left, amount);
    if (compareFractions(amount, nothing) > 0) paid.push({ id, amount });
  }
  return { endowment: start, paid, left };
}

/** An amount of a receipt in hundredths, rounded down. */
export function centsOf({ top, over }: Fraction): Cents {
  return cents((top * 100n) / over);
}

/** A ballot as it is kept: places of projects in the order given, and millionths of a point where points were given. */
type Cast = Readonly<{ choices: readonly number[]; points: readonly number[] | null }>;

/**
 * What the choices of a ballot are worth in a count, in the order of the ballot: one for an approval, the points given
 * (none for zero or less), or for a rank the length of the ballot less the place from zero. `id` names a project by its
 * place.
 */
export function choicesOf({ choices, points }: Cast, mode: Mode, id: (place: number) => string): Choice[] {
  const score = (index: number): Fraction => {
    if (mode === 'rank') return fraction(BigInt(choices.length - index));
    return mode === 'points' ? fraction(BigInt(points?.[index] ?? 0), BigInt(pointParts)) : fraction(1n);
  };
  return choices
    .map((place, index) => ({ id: id(place), score: score(index) }))
    .filter((choice) => compareFractions(choice.score, nothing) > 0);
}
