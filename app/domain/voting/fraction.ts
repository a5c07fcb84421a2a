/** An exact number: `over` is above zero and both have no common divisor. */
export type Fraction = Readonly<{ top: bigint; over: bigint }>;

/** The fraction top/over in lowest terms. Throws RangeError when `over` is zero. */
export function fraction(top: bigint, over = 1n): Fraction {
  if (over === 0n) throw new RangeError('a fraction over zero');
  const divisor = greatestDivisor(top, over) * (over < 0n ? -1n : 1n);
  return { top: top / divisor, over: over / divisor };
}

export const nothing = fraction(0n);

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.over + b.top * a.over, a.over * b.over);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.over - b.top * a.over, a.over * b.over);
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.top, a.over * b.over);
}

/** Sorts smaller before larger. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const gap = a.top * b.over - b.top * a.over;
  return gap < 0n ? -1 : gap > 0n ? 1 : 0;
}

/** '25000/21', or '500' for a whole number. */
export function fractionText({ top, over }: Fraction): string {
  return over === 1n ? `${top}` : `${top}/${over}`;
}

/** Reads what `fractionText` writes. Throws SyntaxError for other text. */
export function readFraction(text: string): Fraction {
  const [, top, over = '1'] = /^(-?\d+)(?:\/(\d+))?$/.exec(text) ?? [];
  if (top === undefined) throw new SyntaxError(`${text} is no fraction`);
  return fraction(BigInt(top), BigInt(over));
}

const digits = 10n ** 15n;

/** The nearest plain number, for showing and drawing only: nothing is decided with it. */
export function approximate({ top, over }: Fraction): number {
  const whole = top / over;
  return Number(whole) + Number(((top - whole * over) * digits) / over) / Number(digits);
}

/** The greatest common divisor of two whole numbers, never negative. */
export function greatestDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}
