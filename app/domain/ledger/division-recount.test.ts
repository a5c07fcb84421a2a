import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents, compare, sum } from '../money/cents';
import {
  asWeight,
  divide,
  type DivisionKey,
  parseShares,
  sharesText,
  type Weight,
  weightsOf,
  weightText,
} from './division';

/** A line of the file that is published, in the order of the addresses; a weight as it stands there. */
type Line = Readonly<{ address: string; weight: string }>;
type Published = Readonly<{
  by: Exclude<DivisionKey, 'amounts'>;
  total: bigint;
  foot: bigint;
  lines: readonly Line[];
}>;

/** '12,5' as a whole number of ten-thousandths, read by other means than ours. */
function tenThousandths(text: string): bigint {
  const [units = '', rest = ''] = text.split(',');
  return BigInt(units + rest + '0'.repeat(4 - rest.length));
}

/** What the page tells a stranger to do, step by step. */
function recount({ total, foot, lines }: Published): Map<string, bigint> {
  const rest = total - foot * BigInt(lines.length);
  const all = lines.reduce((whole, { weight }) => whole + tenThousandths(weight), 0n);
  const parts = lines.map(({ address, weight }, order) => {
    const share = rest * tenThousandths(weight);
    return { address, order, weight: tenThousandths(weight), down: share / all, left: share % all };
  });
  let over = rest - parts.reduce((whole, { down }) => whole + down, 0n);
  const got = new Map(parts.map(({ address, down }) => [address, down + foot]));
  const inTurn = [...parts].sort(
    (a, b) => compare(b.left, a.left) || compare(b.weight, a.weight) || a.order - b.order,
  );
  for (const { address } of inTurn) {
    if (over === 0n) break;
    got.set(address, (got.get(address) ?? 0n) + 1n);
    over -= 1n;
  }
  return got;
}

const address = fc.stringMatching(/^[a-z]{1,8}$/);
/** Few values of few digits, so that remainders and weights are often the same. */
const weight = fc.oneof(fc.integer({ min: 0, max: 4 }).map(asWeight), fc.bigInt({ min: 0n, max: 10n ** 9n }));
const wijken = fc
  .uniqueArray(fc.record({ slug: address, weight }), {
    minLength: 1,
    maxLength: 30,
    selector: ({ slug }) => slug,
  })
  .filter((all) => all.some((share) => share.weight > 0n))
  .map((all) => all.sort((a, b) => (a.slug < b.slug ? -1 : 1)));
const amount = fc.oneof(fc.bigInt({ min: 0n, max: 100n }), fc.bigInt({ min: 0n, max: 10n ** 12n }));

const published = (
  by: Published['by'],
  shares: readonly { slug: string; weight: Weight }[],
  { total, foot }: { total: bigint; foot: bigint },
): Published => ({
  ...{ by, total, foot },
  lines: shares.map((share) => ({ address: share.slug, weight: weightText(share.weight) })),
});

describe('a stranger who recounts what is published', () => {
  test('gets every part to the cent, by weights', () => {
    fc.assert(
      fc.property(wijken, amount, (shares, total) => {
        const parts = divide(
          'weights',
          { totalCents: cents(total), footCents: cents(0) },
          shares.map((share) => share.weight),
        );
        const again = recount(published('weights', shares, { total, foot: 0n }));
        expect(shares.map(({ slug }) => again.get(slug))).toEqual(parts);
      }),
      { numRuns: 1000 },
    );
  });

  test('gets every part to the cent, by inhabitants after a foot', () => {
    fc.assert(
      fc.property(wijken, amount, fc.bigInt({ min: 0n, max: 1000n }), (shares, rest, foot) => {
        const total = rest + foot * BigInt(shares.length);
        const parts = divide(
          'inhabitants',
          { totalCents: cents(total), footCents: cents(foot) },
          shares.map((share) => share.weight),
        );
        const again = recount(published('inhabitants', shares, { total, foot }));
        expect(shares.map(({ slug }) => again.get(slug))).toEqual(parts);
        expect(sum(parts)).toBe(total);
      }),
      { numRuns: 1000 },
    );
  });

  test('gets the same whatever the order in which the weights were handed in', () => {
    const shuffled = wijken.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, amount, ([inOrder, anyOrder], total) => {
        const named = inOrder.map(({ slug }) => ({ slug, name: slug }));
        const handedIn = weightsOf(named, parseShares(sharesText(anyOrder)));
        const amounts = { totalCents: cents(total), footCents: cents(0) };
        expect(divide('weights', amounts, handedIn)).toEqual(
          divide(
            'weights',
            amounts,
            inOrder.map((share) => share.weight),
          ),
        );
      }),
    );
  });

  test('finds a cent that is left over where the page says: largest rest, larger weight, first address', () => {
    const lines = [
      { address: 'b', weight: '1' },
      { address: 'c', weight: '1' },
      { address: 'd', weight: '2' },
    ];
    const first = recount({ by: 'weights', total: 2n, foot: 0n, lines });
    expect([...first]).toEqual([
      ['b', 1n],
      ['c', 0n],
      ['d', 1n],
    ]);
    const weights = lines.map((line) => asWeight(Number(line.weight)));
    expect(divide('weights', { totalCents: cents(2), footCents: cents(0) }, weights)).toEqual([1n, 0n, 1n]);
  });
});
