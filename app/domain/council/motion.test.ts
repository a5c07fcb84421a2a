import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sharedFile } from '../../../tests/support/shared';
import { decideMotion, type MotionInput, type MotionOutcome } from './motion';

const usual: MotionInput = {
  seats: 9,
  sitting: 9,
  present: 9,
  conflicted: 0,
  for: 5,
  against: 4,
  blank: 0,
  reconvened: false,
  alreadyPostponed: false,
};
const outcome = (change: Partial<MotionInput>) => decideMotion({ ...usual, ...change }).outcome;

type Golden = [
  seats: number,
  sitting: number,
  present: number,
  conflicted: number,
  votes: [number, number, number],
  expected: MotionOutcome,
];

/** The seven cases of domain.md §3.3, so that the rule is tested without the file as well. */
const golden: Golden[] = [
  [9, 9, 4, 0, [0, 0, 0], 'noQuorum'],
  [9, 9, 5, 1, [3, 1, 0], 'invalid'],
  [9, 9, 6, 1, [3, 2, 0], 'adopted'],
  [9, 9, 7, 0, [3, 2, 2], 'adopted'],
  [9, 9, 6, 0, [3, 3, 0], 'postponed'],
  [6, 6, 6, 0, [3, 3, 0], 'notAdopted'],
  [7, 6, 6, 0, [3, 3, 0], 'postponed'],
];

describe('golden cases (domain.md §3.3)', () => {
  it.each(golden)('%i seats, %i sitting, %i present, %i abstain, %j → %s', (...row) => {
    const [seats, sitting, present, conflicted, [inFavour, against, blank], expected] = row;
    expect(outcome({ seats, sitting, present, conflicted, for: inFavour, against, blank })).toBe(expected);
  });
});

interface E11Row {
  zetels: number;
  zittend: number;
  aanwezig: number;
  onthouden_verplicht?: number;
  voor?: number;
  tegen?: number;
  blanco?: number;
  uitslag: string;
}

const dutch: Record<MotionOutcome, RegExp> = {
  adopted: /^aangenomen/,
  notAdopted: /^niet aangenomen/,
  invalid: /^ongeldig/,
  postponed: /^uitgesteld/,
  noQuorum: /^geen quorum/,
};

const file = sharedFile('golden/worked-examples.json');

describe.skipIf(file === null)('worked examples E11 (skipped when ../shared is absent)', () => {
  const rows: E11Row[] = file === null ? [] : JSON.parse(readFileSync(file, 'utf8')).E11_stemming;

  it('holds seven cases', () => expect(rows).toHaveLength(7));

  it.each(rows)('$zetels seats, $zittend sitting, $aanwezig present: $uitslag', (row) => {
    const result = outcome({
      seats: row.zetels,
      sitting: row.zittend,
      present: row.aanwezig,
      conflicted: row.onthouden_verplicht ?? 0,
      for: row.voor ?? 0,
      against: row.tegen ?? 0,
      blank: row.blanco ?? 0,
    });
    expect(row.uitslag).toMatch(dutch[result]);
  });
});

describe('the figures beside the outcome', () => {
  it('shows all three tests with what was needed and what there was', () => {
    expect(decideMotion({ ...usual, present: 7, conflicted: 1, for: 3, against: 2, blank: 1 })).toEqual({
      outcome: 'adopted',
      quorum: { needed: 5, present: 7, met: true },
      validity: { needed: 5, tookPart: 6, met: true },
      majority: { needed: 3, cast: 5, for: 3, met: true, tied: false },
    });
  });
});

describe('exemptions', () => {
  it('lets a reconvened meeting decide with few members', () => {
    const few = { present: 2, for: 2, against: 0 };
    expect(outcome(few)).toBe('noQuorum');
    expect(outcome({ ...few, reconvened: true })).toBe('adopted');
  });

  it('lets a re-vote of an invalid vote decide with few voters, but not without quorum', () => {
    const few = { present: 5, conflicted: 1, for: 3, against: 1 };
    expect(outcome(few)).toBe('invalid');
    expect(outcome({ ...few, revoteOfInvalid: true })).toBe('adopted');
    expect(outcome({ ...few, present: 4, conflicted: 0, revoteOfInvalid: true })).toBe('noQuorum');
  });
});

describe('no majority', () => {
  it('rejects with more against than for', () => {
    expect(outcome({ for: 4, against: 5 })).toBe('notAdopted');
    expect(outcome({ present: 8, for: 3, against: 5 })).toBe('notAdopted');
  });

  it('postpones a tie once, then rejects it (art. 32)', () => {
    const tie = { present: 6, for: 3, against: 3 };
    expect(outcome(tie)).toBe('postponed');
    expect(outcome({ ...tie, alreadyPostponed: true })).toBe('notAdopted');
  });

  it('counts a meeting as full when all but the conflicted cast a vote', () => {
    expect(outcome({ conflicted: 1, present: 8, for: 4, against: 4 })).toBe('notAdopted');
  });

  it('does not count a meeting as full when a blank vote was given', () => {
    expect(outcome({ for: 4, against: 4, blank: 1 })).toBe('postponed');
  });

  it('postpones when everyone votes blank', () => {
    expect(outcome({ for: 0, against: 0, blank: 9 })).toBe('postponed');
  });
});

describe('impossible counts are bugs', () => {
  it.each<[string, Partial<MotionInput>]>([
    ['a negative number', { blank: -1 }],
    ['a fraction', { for: 2.5 }],
    ['more sitting than seats', { sitting: 10 }],
    ['more present than sitting', { present: 10 }],
    ['more conflicted than sitting', { conflicted: 10 }],
    ['more votes than present', { present: 8 }],
    ['a conflicted member who voted', { conflicted: 1 }],
    ['one blank vote too many', { blank: 1 }],
  ])('%s', (_name, change) => {
    expect(() => outcome(change)).toThrow(/^motion: /);
  });
});

describe('every small council', () => {
  it('adopts exactly when quorum, validity and majority are met', () => {
    for (let sitting = 1; sitting <= 6; sitting += 1)
      for (let present = 0; present <= sitting; present += 1)
        for (let inFavour = 0; inFavour <= present; inFavour += 1)
          for (let against = 0; inFavour + against <= present; against += 1) {
            const votes = { for: inFavour, against, blank: 0 };
            const adopted = outcome({ seats: sitting, sitting, present, ...votes }) === 'adopted';
            const lawful = present * 2 > sitting && (inFavour + against) * 2 > sitting && inFavour > against;
            expect({ sitting, present, ...votes, adopted }).toEqual({
              sitting,
              present,
              ...votes,
              adopted: lawful,
            });
          }
  });
});
