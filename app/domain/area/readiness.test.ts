import { describe, expect, test } from 'vitest';
import {
  closedBy,
  type GemeenteFacts,
  gapsOf,
  setUpSteps,
  stepsDone,
  type WijkFacts,
  wijkGaps,
} from './readiness';

const whole: WijkFacts = {
  ...{ hasScheme: true, hasCouncil: true, leaders: 1, voters: 3, hasMandate: true, hasMoney: true },
};
const bare: WijkFacts = {
  ...{ hasScheme: false, hasCouncil: false, leaders: 0, voters: 0, hasMandate: false, hasMoney: false },
};

describe('what a wijk lacks', () => {
  test('is nothing where all is there', () => {
    expect(gapsOf(whole)).toEqual([]);
  });

  test('is no more of a council that is not there than that', () => {
    expect(gapsOf(bare)).toEqual(['scheme', 'council', 'money']);
  });

  test.each([
    ['scheme', { hasScheme: false }],
    ['council', { hasCouncil: false }],
    ['leader', { leaders: 0 }],
    ['voters', { voters: 0 }],
    ['mandate', { hasMandate: false }],
    ['money', { hasMoney: false }],
  ] as const)('is its %s, by itself', (gap, lacking) => {
    expect(gapsOf({ ...whole, ...lacking })).toEqual([gap]);
  });

  test('is told in the order in which it is arranged', () => {
    const found = gapsOf({ ...bare, hasCouncil: true });
    expect(found).toEqual(wijkGaps.filter((gap) => gap !== 'council'));
  });
});

describe('a wijk with a scheme', () => {
  test('is open where somebody can decide and pay, with or without money of this year', () => {
    expect(closedBy(whole, true)).toBeNull();
    expect(closedBy({ ...whole, hasMoney: false }, true)).toBeNull();
  });

  test.each([
    ['council', { hasCouncil: false }],
    ['leader', { leaders: 0 }],
    ['voters', { voters: 0 }],
    ['mandate', { hasMandate: false }],
  ] as const)('is closed without its %s', (gap, lacking) => {
    expect(closedBy({ ...whole, ...lacking }, true)).toBe(gap);
    expect(closedBy({ ...whole, ...lacking }, false)).toBe(gap);
  });

  test('is closed while the gemeente has no account to pay from', () => {
    expect(closedBy(whole, false)).toBe('account');
  });

  test('says the first of several', () => {
    expect(closedBy({ ...bare, hasScheme: true, hasCouncil: true }, false)).toBe('leader');
  });
});

test('a wijk without a scheme is not kept closed by anything else', () => {
  expect(closedBy(bare, false)).toBeNull();
});

describe('the steps of setting up', () => {
  const ready: GemeenteFacts = {
    ...{ hasName: true, hasPostcodes: true, hasAccount: true, wijken: [whole, whole] },
    ...{ controllers: 1, payers: 1, moderators: 1 },
  };
  const waiting = (facts: Partial<GemeenteFacts>) => {
    const done = stepsDone({ ...ready, ...facts });
    return setUpSteps.filter((step) => !done[step]);
  };

  test('are all done where all is there', () => {
    expect(waiting({})).toEqual([]);
  });

  test('all wait on an empty database', () => {
    const nobody = { controllers: 0, payers: 0, moderators: 0 };
    const nothing = { hasName: false, hasPostcodes: false, hasAccount: false, wijken: [] };
    expect(waiting({ ...nobody, ...nothing })).toEqual([...setUpSteps]);
  });

  test.each([
    ['gemeente', { hasName: false }],
    ['gemeente', { hasAccount: false }],
    ['postcodes', { hasPostcodes: false }],
    ['people', { controllers: 0 }],
    ['people', { payers: 0 }],
    ['people', { moderators: 0 }],
    ['schemes', { wijken: [whole, { ...whole, hasScheme: false }] }],
    ['councils', { wijken: [{ ...whole, hasCouncil: false }, whole] }],
    ['councils', { wijken: [{ ...whole, leaders: 0 }] }],
    ['councils', { wijken: [{ ...whole, voters: 0 }] }],
    ['councils', { wijken: [{ ...whole, hasMandate: false }] }],
    ['money', { wijken: [whole, whole, { ...whole, hasMoney: false }] }],
  ] as const)('wait: %s, for one thing that lacks in one wijk', (step, facts) => {
    expect(waiting(facts)).toEqual([step]);
  });
});
