import { describe, expect, test } from 'vitest';
import { cents } from './cents';
import {
  claimReference,
  exceededBy,
  type Expected,
  matchMovement,
  type Movement,
  nearestTo,
  splitAtOpen,
} from './statement';

const nothing = new Set<never>();
const payment = { lineId: 'line', cents: cents(100), reported: nothing };
const other = { lineId: 'other', cents: cents(150), reported: nothing };
const arrived = { ...payment, reported: new Set(['payment'] as const) };
const cameBack = { ...payment, reported: new Set(['payment', 'return'] as const) };
const expected: Expected[] = [
  { kind: 'receipt', id: 'wmo', reference: 'WMO-2026', open: cents(500) },
  { kind: 'clawback', id: 'grant', reference: claimReference(12), open: cents(300) },
];
const movement = (amount: number, change: Partial<Movement> = {}): Movement => ({
  cents: cents(amount),
  text: '',
  byEndToEndId: undefined,
  ofBatch: [],
  ...change,
});

describe('money that went out', () => {
  test.each([
    ['is a payment by its name and amount', movement(-100, { byEndToEndId: payment }), ['line']],
    [
      'is the payments of a batch by their total',
      movement(-250, { ofBatch: [payment, other] }),
      ['line', 'other'],
    ],
  ])('%s', (_, moved, lineIds) => {
    expect(matchMovement(moved, expected)).toEqual({ kind: 'payment', lineIds });
  });

  test.each([
    ['another amount', movement(-99, { byEndToEndId: payment })],
    ['another total', movement(-251, { ofBatch: [payment, other] })],
    ['no name', movement(-100, { text: 'WMO-2026' })],
    ['a payment that arrived before', movement(-100, { byEndToEndId: arrived })],
    ['a batch of which a part arrived before', movement(-250, { ofBatch: [other, arrived] })],
  ])('is left to a person: %s', (_, moved) => {
    expect(matchMovement(moved, expected)).toBeNull();
  });
});

describe('money that came in', () => {
  test.each([
    [
      'a payment that left and came back',
      movement(100, { byEndToEndId: arrived }),
      { kind: 'return', lineId: 'line' },
    ],
    [
      'a source by its code',
      movement(500, { text: 'Bijdrage wmo-2026, dank' }),
      { kind: 'receipt', id: 'wmo' },
    ],
    ['a claim by its reference', movement(1, { text: 'terug: WK-T12.' }), { kind: 'clawback', id: 'grant' }],
  ])('is %s', (_, moved, match) => {
    expect(matchMovement(moved, expected)).toEqual(match);
  });

  test.each([
    ['a payment that came back before', movement(100, { byEndToEndId: cameBack })],
    ['a payment that no statement told to have left', movement(100, { byEndToEndId: payment })],
    ['part of a payment', movement(99, { byEndToEndId: payment })],
    ['more than is open', movement(501, { text: 'WMO-2026' })],
    ['two names', movement(100, { text: 'WMO-2026 WK-T12' })],
    ['a name within a longer one', movement(100, { text: 'WK-T123' })],
    ['no name', movement(100, { text: 'bijdrage' })],
  ])('is left to a person: %s', (_, moved) => {
    expect(matchMovement(moved, expected)).toBeNull();
  });
});

test('what a line may be: the twenty nearest that have so much open, the nearest first', () => {
  const open = Array.from({ length: 50 }, (_, index) => ({ open: cents(1_000 - index) }));
  expect(nearestTo(cents(960), open).map((each) => each.open)).toEqual(
    Array.from({ length: 20 }, (_, index) => cents(960 + index)),
  );
  expect(nearestTo(cents(1_001), open)).toEqual([]);
});

test('a line may be more than a source has open: of one it names, or whose giver sent from that account before', () => {
  const sources = [
    { reference: 'WMO-2026', open: cents(0), from: [] },
    { reference: 'FONDS-2026', open: cents(99), from: ['NL20INGB0001234567'] },
    { reference: 'BAKKER-2026', open: cents(100), from: ['NL20INGB0001234567'] },
    { reference: 'ANDER-2026', open: cents(0), from: [] },
  ];
  const of = (text: string, counterIban: string | null) =>
    exceededBy({ rest: cents(100), text, counterIban }, sources).map(({ reference }) => reference);
  expect(of('bijdrage wmo-2026', null)).toEqual(['WMO-2026']);
  expect(of('bijdrage', 'NL20INGB0001234567')).toEqual(['FONDS-2026']);
  expect(of('bijdrage', 'NL91ABNA0417164300')).toEqual([]);
});

test('what comes in is what was open, and the rest of it is above that', () => {
  expect(splitAtOpen(cents(500), cents(400))).toEqual({ received: 400n, excess: 100n });
  expect(splitAtOpen(cents(400), cents(400))).toEqual({ received: 400n, excess: 0n });
  expect(splitAtOpen(cents(300), cents(400))).toEqual({ received: 300n, excess: 0n });
  expect(splitAtOpen(cents(300), cents(0))).toEqual({ received: 0n, excess: 300n });
});
