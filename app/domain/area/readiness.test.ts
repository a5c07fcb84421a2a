import { describe, expect, test } from 'vitest';
import {
  closedBy,
  type GemeenteFacts,
  gaps,
  gapsOf,
  type Means,
  setUpSteps,
  stepsDone,
  type WijkFacts,
} from './readiness';

const whole: WijkFacts = {
  ...{ hasScheme: true, accepted: [['self'], ['self']], seenInPerson: true },
  ...{ hasAddresses: true, isDrawn: false, seats: 5, minSeats: 3 },
  ...{ hasCouncil: true, leaders: 1, voters: 3, hasMandate: true, hasMoney: true },
};
const bare: WijkFacts = {
  ...{ hasScheme: false, accepted: [], seenInPerson: false },
  ...{ hasAddresses: false, isDrawn: false, seats: 0, minSeats: null },
  ...{ hasCouncil: false, leaders: 0, voters: 0, hasMandate: false, hasMoney: false },
};
const all: Means = { sendsMail: true, hasAccount: true, ways: ['letter', 'list', 'oidc'] };
const none: Means = { sendsMail: false, hasAccount: false, ways: [] };

describe('what a wijk lacks', () => {
  test('is nothing where all is there', () => {
    expect(gapsOf(whole, all)).toEqual([]);
  });

  test('is no more of a council that is not there than that, nor of ways that no scheme asks', () => {
    expect(gapsOf(bare, all)).toEqual(['addresses', 'scheme', 'council', 'money']);
  });

  test.each([
    ['addresses', { hasAddresses: false }],
    ['scheme', { hasScheme: false }],
    ['residence', { accepted: [['inPerson'], ['inPerson']], seenInPerson: false }],
    ['council', { hasCouncil: false }],
    ['leader', { leaders: 0 }],
    ['voters', { voters: 0 }],
    ['seats', { voters: 2 }],
    ['mandate', { hasMandate: false }],
    ['money', { hasMoney: false }],
  ] as const)('is its %s, by itself', (gap, lacking) => {
    expect(gapsOf({ ...whole, ...lacking }, all)).toEqual([gap]);
  });

  test('is what its gemeente lacks too', () => {
    expect(gapsOf(whole, { ...all, sendsMail: false })).toEqual(['mail']);
    expect(gapsOf(whole, { ...all, hasAccount: false })).toEqual(['account']);
  });

  test('is told in the order in which it is arranged', () => {
    const found = gapsOf({ ...bare, hasCouncil: true, accepted: [['letter']] }, none);
    expect(found).toEqual(gaps.filter((gap) => gap !== 'council' && gap !== 'seats'));
  });
});

describe('the seats of a council', () => {
  test.each([
    [2, 5, 3, true],
    [3, 5, 3, false],
    [3, 5, 4, true],
    [2, 5, null, true],
    [3, 5, null, false],
    [2, 4, null, true],
    [3, 4, null, false],
    [1, 1, null, false],
  ])('%i filled of %i, with %j asked, are too few: %j', (voters, seats, minSeats, few) => {
    expect(gapsOf({ ...whole, voters, seats, minSeats }, all)).toEqual(few ? ['seats'] : []);
  });

  test('that are empty do not keep a wijk closed', () => {
    expect(closedBy({ ...whole, voters: 2 }, all)).toBeNull();
  });
});

test('a wijk that somebody drew lacks no addresses', () => {
  expect(gapsOf({ ...whole, hasAddresses: false, isDrawn: true }, all)).toEqual([]);
});

describe('that somebody lives there', () => {
  const shown = (facts: Partial<WijkFacts>, ways: Means['ways']) =>
    !gapsOf({ ...whole, seenInPerson: false, ...facts }, { ...all, ways }).includes('residence');

  test.each([
    [['self'], [], true],
    [['letter'], [], false],
    [['letter'], ['letter'], true],
    [['letter'], ['list', 'oidc'], false],
    [['letter', 'list'], ['list'], true],
    [['list'], ['letter'], false],
    [['oidc'], ['oidc'], true],
    [['inPerson'], ['letter', 'list', 'oidc'], false],
  ] as const)('where %j is taken and %j works: %j', (accepted, ways, is) => {
    expect(shown({ accepted: [accepted] }, ways)).toBe(is);
  });

  test('is shown in person where somebody may see it', () => {
    expect(shown({ accepted: [['letter', 'inPerson']], seenInPerson: true }, [])).toBe(true);
  });

  test('is shown for each act, not for one of them', () => {
    expect(shown({ accepted: [['self'], ['letter']] }, [])).toBe(false);
    expect(shown({ accepted: [['letter'], ['self']] }, [])).toBe(false);
  });

  test('is not shown by an address where no addresses are known', () => {
    const accepted = [['letter', 'list', 'oidc']] as const;
    expect(shown({ accepted, hasAddresses: false }, ['letter', 'list', 'oidc'])).toBe(false);
    expect(shown({ accepted: [['self']], hasAddresses: false }, [])).toBe(true);
  });
});

describe('a wijk with a scheme', () => {
  test('is open where somebody can decide and pay, with or without money of this year', () => {
    expect(closedBy(whole, all)).toBeNull();
    expect(closedBy({ ...whole, hasMoney: false }, all)).toBeNull();
  });

  test.each([
    ['residence', { accepted: [['inPerson']], seenInPerson: false }],
    ['council', { hasCouncil: false }],
    ['leader', { leaders: 0 }],
    ['voters', { voters: 0 }],
    ['mandate', { hasMandate: false }],
  ] as const)('is closed without its %s', (gap, lacking) => {
    expect(closedBy({ ...whole, ...lacking }, all)).toBe(gap);
    expect(closedBy({ ...whole, ...lacking }, none)).toBe(gap);
  });

  test('is closed while the gemeente has no account to pay from, or sends no mail', () => {
    expect(closedBy(whole, { ...all, hasAccount: false })).toBe('account');
    expect(closedBy(whole, { ...all, sendsMail: false })).toBe('mail');
  });

  test('says the first of several', () => {
    expect(closedBy({ ...bare, hasScheme: true, hasCouncil: true }, none)).toBe('leader');
  });
});

test('a wijk without a scheme is not kept closed by anything else', () => {
  expect(closedBy(bare, none)).toBeNull();
});

describe('the steps of setting up', () => {
  const ready: GemeenteFacts = {
    ...{ ...all, hasName: true, hasPostcodes: true, lateLetters: 0, wijken: [whole, whole] },
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
    ['postcodes', { wijken: [whole, { ...whole, hasAddresses: false }] }],
    ['people', { controllers: 0 }],
    ['people', { payers: 0 }],
    ['people', { moderators: 0 }],
    ['letters', { sendsMail: false }],
    ['letters', { lateLetters: 1 }],
    ['letters', { wijken: [whole, { ...whole, accepted: [['inPerson']], seenInPerson: false }] }],
    ['schemes', { wijken: [whole, { ...whole, hasScheme: false }] }],
    ['councils', { wijken: [{ ...whole, hasCouncil: false }, whole] }],
    ['councils', { wijken: [{ ...whole, leaders: 0 }] }],
    ['councils', { wijken: [{ ...whole, voters: 0 }] }],
    ['councils', { wijken: [{ ...whole, voters: 2 }] }],
    ['councils', { wijken: [{ ...whole, hasMandate: false }] }],
    ['money', { wijken: [whole, whole, { ...whole, hasMoney: false }] }],
  ] as const)('wait: %s, for one thing that lacks in one wijk', (step, facts) => {
    expect(waiting(facts)).toEqual([step]);
  });
});
