import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budgets, networkOf, sharedBy, type Tried } from './tries';

const all = Object.keys(budgets) as Tried[];
const each = ({ most, minutes }: { most: number; minutes: number }) => minutes / most;

describe('tries', () => {
  test.each(all)('%s: one address alone uses up no account, and one account no address', (what) => {
    const { here, account, address } = budgets[what];
    expect(here.most).toBeLessThan(account.most);
    expect(each(here)).toBeGreaterThanOrEqual(each(account));
    expect(account.most).toBeLessThan(address.most);
  });

  test.each(['password', 'secondFactor'] as const)('%s: at most ten in any quarter of an hour', (what) => {
    const { most, minutes } = budgets[what].account;
    expect(most + Math.floor((15 * most) / minutes)).toBeLessThanOrEqual(10);
  });

  test('letters: at most five at once, and eight an hour', () => {
    const { most, minutes } = budgets.letter.account;
    expect([most, (60 * most) / minutes]).toEqual([5, 7.5]);
  });

  test('who gets no more letters had one that still works: a code works ten minutes', () => {
    expect(each(budgets.letter.here)).toBeLessThan(10);
    expect(each(budgets.letter.account)).toBeLessThan(10);
  });

  test('an address that all share has ten times as much', () => {
    expect(sharedBy({ most: 300, minutes: 15 })).toEqual({ most: 3000, minutes: 15 });
  });
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::1', '2001:db8:1:2'],
  ['2001:0db8:0001:0002:ffff::', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['', ''],
])('the network of %s is %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});

describe('the network of any address of IPv6', () => {
  const group = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff }));
  const groups = fc.array(group, { minLength: 8, maxLength: 8 });
  const written = (some: readonly number[]) => some.map((each) => each.toString(16)).join(':');

  test('is its first four groups, however it is written', () => {
    fc.assert(
      fc.property(groups, (some) => {
        const network = written(some.slice(0, 4));
        const padded = some.map((each) => each.toString(16).padStart(4, '0')).join(':');
        for (const address of [written(some), padded, padded.toUpperCase(), `${written(some)}%eth0`])
          expect(networkOf(address)).toBe(network);
      }),
    );
  });

  test('is the same when groups of noughts are left out', () => {
    fc.assert(
      fc.property(groups, fc.nat(7), fc.integer({ min: 1, max: 8 }), (some, from, length) => {
        const full = some.map((each, at) => (at >= from && at < from + length ? 0 : each));
        const short = `${written(full.slice(0, from))}::${written(full.slice(from + length))}`;
        expect(networkOf(short)).toBe(networkOf(written(full)));
      }),
    );
  });

  test('is shared by all of one subscriber, and by nobody beyond', () => {
    fc.assert(
      fc.property(groups, groups, (one, other) => {
        const neighbour = [...one.slice(0, 4), ...other.slice(4)];
        expect(networkOf(written(neighbour))).toBe(networkOf(written(one)));
        const isSame = written(one.slice(0, 4)) === written(other.slice(0, 4));
        expect(networkOf(written(one)) === networkOf(written(other))).toBe(isSame);
      }),
    );
  });
});
