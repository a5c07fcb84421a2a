import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate } from '../calendar';
import { cents } from './cents';
import { chainFaults, type LinkedStatement } from './statement-chain';

const day = (nth: number) => addDays(calendarDate('2026-01-01'), nth);
const statement = (
  id: string,
  [from, to]: [number, number],
  opening: number,
  closing: number,
  number = '1',
) => ({
  ...{ id, number, fromOn: day(from), toOn: day(to) },
  ...{ openingCents: cents(BigInt(opening)), closingCents: cents(BigInt(closing)) },
});
const faults = (...statements: LinkedStatement[]) => Object.fromEntries(chainFaults(statements));

describe('statements that follow on each other', () => {
  test.each([
    ['one', [statement('a', [0, 9], 0, 5)]],
    [
      'days without movements have no statement',
      [statement('a', [0, 0], 0, 5), statement('b', [7, 7], 5, 9)],
    ],
    ['two of one day', [statement('b', [1, 1], 7, 9), statement('a', [1, 1], 5, 7)]],
    [
      'three of one day',
      [statement('c', [1, 1], 9, 1), statement('b', [1, 1], 7, 9), statement('a', [1, 1], 5, 7)],
    ],
    ['a day that is told by two', [statement('a', [0, 3], 0, 5), statement('b', [3, 6], 5, 9)]],
    ['numbers that begin again', [statement('a', [0, 3], 0, 5, '260'), statement('b', [4, 6], 5, 9, '1')]],
    ['a year later', [statement('a', [0, 3], 0, 5), statement('b', [400, 401], 5, 9)]],
  ])('%s: nothing to say', (_what, statements) => {
    expect(faults(...statements)).toEqual({});
    expect(faults(...statements.toReversed())).toEqual({});
  });

  test('those without days are left out', () => {
    const undated = { ...statement('b', [0, 0], 7, 9), fromOn: null, toOn: null };
    expect(faults(statement('a', [0, 3], 0, 5), undated)).toEqual({});
    const onlyEnd = { ...statement('b', [0, 4], 7, 9), fromOn: null };
    expect(faults(statement('a', [0, 3], 0, 5), onlyEnd)).toEqual({ b: [{ kind: 'balance', other: 'a' }] });
  });
});

describe('statements that do not', () => {
  const [a, b, c] = [
    statement('a', [0, 9], 0, 5),
    statement('b', [10, 19], 5, 7),
    statement('c', [20, 29], 7, 9),
  ] as const;

  test('one is missing between them', () => {
    expect(faults(c, a)).toEqual({ c: [{ kind: 'gap', other: 'a' }] });
    expect(faults(c, a, b)).toEqual({});
  });

  test('an old balance that comes back by chance closes no gap', () => {
    const back = statement('d', [40, 49], 5, 6);
    expect(faults(a, b, c, back)).toEqual({ d: [{ kind: 'gap', other: 'c' }] });
  });

  test('the next day opens with another balance', () => {
    expect(faults(a, statement('b', [10, 19], 6, 7))).toEqual({ b: [{ kind: 'balance', other: 'a' }] });
  });

  test('on a day that others end and begin on, the last of them is the one before', () => {
    const [first, second] = [statement('a', [0, 1], 0, 5), statement('b', [1, 1], 5, 7, '2')];
    expect(faults(first, second, statement('d', [1, 2], 8, 9, '4'))).toMatchObject({
      d: [{ kind: 'balance', other: 'b' }, { kind: 'overlap' }],
    });
  });

  test('two begin on one day with balances that have nothing to do with each other', () => {
    expect(faults(statement('x', [0, 9], 999, 1011, '2'), a)).toEqual({
      a: [{ kind: 'overlap', other: 'x' }],
      x: [
        { kind: 'balance', other: 'a' },
        { kind: 'overlap', other: 'a' },
      ],
    });
  });

  test('the same days twice, and what follows joins one of both', () => {
    expect(faults(a, statement('a2', [0, 9], 0, 4, '2'), b, c)).toEqual({
      a: [{ kind: 'overlap', other: 'a2' }],
      a2: [{ kind: 'overlap', other: 'a' }],
    });
  });

  test('a month and its days: overlap, and the days themselves join', () => {
    const month = statement('m', [0, 29], 0, 9);
    const found = faults(a, month, b, c);
    expect(Object.keys(found)).toEqual(['a', 'm', 'b', 'c']);
    expect(
      Object.values(found)
        .flat()
        .map(({ kind }) => kind),
    ).toEqual(Array(4).fill('overlap'));
  });
});

/** A whole history of one account, cut into statements at any places, some within a day. */
const history = fc
  .array(fc.record({ days: fc.nat(3), cents: fc.integer({ min: 1, max: 9 }), cut: fc.boolean() }), {
    minLength: 2,
    maxLength: 25,
  })
  .map((moves) => {
    const made: LinkedStatement[] = [];
    let [at, balance] = [0, 100];
    let open: { from: number; opening: number } | undefined;
    for (const [index, move] of moves.entries()) {
      at += move.days;
      open ??= { from: at, opening: balance };
      balance += move.cents;
      if (!move.cut && index < moves.length - 1) continue;
      made.push(statement(`s${made.length}`, [open.from, at], open.opening, balance, `${made.length}`));
      open = undefined;
    }
    return made;
  });

describe('over any history of an account', () => {
  const shuffled = history.chain((made) =>
    fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length })),
  );

  test('in whatever order its statements were read, there is nothing to say', () => {
    fc.assert(fc.property(shuffled, ([, read]) => void expect(faults(...read)).toEqual({})));
  });

  test('and when one was not read, the next one says so, and no other', () => {
    fc.assert(
      fc.property(shuffled, fc.nat(), ([made, read], nth) => {
        fc.pre(made.length > 2);
        const missing = 1 + (nth % (made.length - 2));
        const found = faults(...read.filter(({ id }) => id !== made[missing]?.id));
        const told = Object.entries(found).flatMap(([id, all]) => all.map((fault) => ({ id, ...fault })));
        expect(told.filter(({ kind }) => kind !== 'overlap')).toMatchObject([
          { id: made[missing + 1]?.id, other: made[missing - 1]?.id },
        ]);
      }),
    );
  });
});
