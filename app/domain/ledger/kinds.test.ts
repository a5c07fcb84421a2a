import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Booked,
  grant,
  type Plan,
  plans,
  played,
  pool,
  sharesOn,
} from '../../../tests/support/grant-history';
import { acts, mayEver } from '../access/policy';
import { type Actor, roles, visitor } from '../access/roles';
import { type RefusalCode, refusals } from '../errors';
import { cents, negate } from '../money/cents';
import { type AccountKind, accountKinds } from './accounts';
import {
  assertBookedBy,
  assertGuarded,
  assertOfKind,
  commonGuards,
  type EntryKind,
  entryKinds,
} from './kinds';
import { assertBalanced, type Share } from './posting';
import {
  assignmentLegs,
  bankCostLegs,
  parkingLegs,
  refundLegs,
  refundOrderLegs,
  releaseLegs,
  reversalLegs,
} from './rules';
import { partsAtYearEnd, yearEndLegs } from './year-end';

const kinds = Object.keys(entryKinds) as EntryKind[];

/** Whoever is signed in, and for each role somebody who holds it. */
const actors: Actor[] = [undefined, ...roles].map((role) => ({
  personId: 'p',
  name: 'p',
  homeAreaId: 'soes',
  assurance: 'strong',
  held: role ? [{ role, areaId: null, bodyId: null }] : [],
}));

test('names are those of the books (domain.md §5.4)', () => {
  expect(kinds.map((kind) => entryKinds[kind].name)).toEqual([
    'TOEZEGGING',
    'ONTVANGST',
    'RESERVERING',
    'VRIJGAVE',
    'VERLENING',
    'VOORSCHOT',
    'BETAALOPDRACHT',
    'BETALING',
    'VASTSTELLING',
    'TERUGONTVANGST',
    'AFBOEKING',
    'JAAREINDE',
    'PARKERING',
    'BESTEMMING',
    'BANKKOSTEN',
    'TERUGBETAALOPDRACHT',
    'TERUGBETALING',
    'STORNO',
  ]);
});

test('a decision, its end, what the bank paid and what was taken back are never taken back by a controller', () => {
  const lasting = kinds.filter((kind) => !entryKinds[kind].reversible);
  expect(lasting).toEqual(['reservation', 'release', 'grant', 'payment', 'refund', 'reversal']);
});

test('whatever it is, an entry is refused in a closed period, under a used key and when it does not balance', () => {
  expect(commonGuards).toEqual(['periodClosed', 'keyReused', 'entryUnbalanced']);
});

describe.each(kinds)('%s', (kind) => {
  const { by, guards, debit, credit } = entryKinds[kind];

  test('is booked by no other act than its row names, and refuses for nothing else', () => {
    const names = (row: readonly string[], name: string) => row.includes(name);
    for (const act of acts) {
      const booked = () => assertBookedBy(kind, act);
      if (names(by, act)) expect(booked).not.toThrow();
      else expect(booked).toThrow(`is not booked by ${act}`);
    }
    for (const code of Object.keys(refusals) as RefusalCode[]) {
      const refused = () => assertGuarded(kind, code);
      if (names([...guards, ...commonGuards], code)) expect(refused).not.toThrow();
      else expect(refused).toThrow(`has no guard that says ${code}`);
    }
  });

  test('is booked by acts that the policy knows and that somebody may do, never a stranger', () => {
    expect(by.length).toBeGreaterThan(0);
    expect(acts).toEqual(expect.arrayContaining([...by]));
    for (const act of by) {
      expect(actors.filter((actor) => mayEver(actor, act).allow)).not.toEqual([]);
      expect(mayEver(visitor, act).allow).toBe(false);
    }
  });

  test('refuses with codes from the closed list, each named once', () => {
    expect(guards.length).toBeGreaterThan(0);
    expect(Object.keys(refusals)).toEqual(expect.arrayContaining([...guards]));
    expect(new Set(guards).size).toBe(guards.length);
  });

  test('has both sides, and names an account once a side', () => {
    for (const side of [debit, credit]) {
      expect(side.length).toBeGreaterThan(0);
      expect(new Set(side).size).toBe(side.length);
    }
  });
});

const none = { sourceId: 's0', cents: cents(1) };

/** What happens on the bank besides grants: money set apart in both ways and its ends, and what the bank takes and gives. */
function onBank(share: Share): Booked[] {
  const out = { ...share, cents: negate(share.cents) };
  return [
    { kind: 'parking', legs: parkingLegs(share) },
    { kind: 'parking', legs: parkingLegs(out) },
    { kind: 'assignment', legs: assignmentLegs({ from: share, to: share.sourceId }) },
    { kind: 'assignment', legs: assignmentLegs({ from: share, to: 's1' }) },
    { kind: 'bankCost', legs: bankCostLegs(share) },
    { kind: 'bankCost', legs: bankCostLegs(out) },
    { kind: 'refundOrder', legs: refundOrderLegs(share, 'sender') },
    { kind: 'refundOrder', legs: refundOrderLegs(share, 'giver') },
    { kind: 'refund', legs: refundLegs(share) },
  ];
}

describe('what the domain books', () => {
  const rule = { rollover: 'percentage', maxPct: 50, expiresOn: null } as const;

  /** A grant's history, and what else its pool goes through: a withdrawn request, an entry taken back, the year end. */
  function everything(plan: Plan): Booked[] {
    const history = played(plan);
    const free = sharesOn(
      history.flatMap((entry) => entry.legs),
      'available',
    );
    const parts = free.flatMap(({ sourceId, cents: rest }) =>
      partsAtYearEnd({ sourceId, promised: rest, carriedBefore: cents(0), ...rule }, [rest], pool.year),
    );
    const asked = [{ sourceId: 's0', cents: cents(50) }];
    const carried = [{ applicationId: 'next', shares: asked }];
    return [
      ...history,
      { kind: 'release', legs: releaseLegs(asked, pool, 'other') },
      ...onBank(asked[0] ?? none),
      { kind: 'reversal', legs: reversalLegs(history.at(-1)?.legs ?? []) },
      { kind: 'yearEnd', legs: yearEndLegs(pool, parts, carried) },
    ];
  }

  test('stays within the accounts of its row, balanced per source, in every life of a grant', () => {
    const seen = new Map<EntryKind, Set<string>>();
    fc.assert(
      fc.property(plans, (plan) => {
        for (const { kind, legs } of everything(plan)) {
          assertBalanced(legs);
          const touched = seen.get(kind) ?? seen.set(kind, new Set()).get(kind);
          for (const { account, cents: amount } of legs)
            touched?.add(`${amount > 0n ? 'D' : 'C'} ${account.kind}`);
        }
      }),
      { numRuns: 1000 },
    );
    const declared = (kind: EntryKind) => [
      ...entryKinds[kind].debit.map((account) => `D ${account}`),
      ...entryKinds[kind].credit.map((account) => `C ${account}`),
    ];
    for (const kind of kinds.filter((each) => each !== 'reversal')) {
      // Equal, so that a row names no account that is never touched.
      expect([kind, [...(seen.get(kind) ?? [])].sort()]).toEqual([kind, declared(kind).sort()]);
    }
    expect(declared('reversal')).toEqual(expect.arrayContaining([...(seen.get('reversal') ?? ['none'])]));
  });

  test('takes kolom and taakveld of the grant', () => {
    const codes = played({
      pledged: [100n, 100n],
      requested: 1000n,
      granted: 1000n,
      advances: [],
      settled: { of: 'granted', part: 1000n },
      ends: [],
    }).flatMap(({ legs }) => legs.map((leg) => leg.account.code));
    expect(codes).toContain(`lasten:${grant.taskField}:${grant.grantId}`);
    expect(codes).toEqual(expect.arrayContaining(['baten:wmo:grant', 'baten:jeugd:grant']));
  });
});

describe('legs of an entry', () => {
  const leg = (kind: AccountKind, amount: bigint) => ({
    account: { kind, code: `a.${kind}` },
    cents: amount,
  });

  test.each(kinds)('of %s stand on the sides that its row names', (kind) => {
    const { debit, credit }: Sides = entryKinds[kind];
    for (const account of Object.keys(accountKinds) as AccountKind[]) {
      const tried = (amount: bigint) => () => assertOfKind(kind, [leg(account, amount)]);
      if (debit.includes(account)) expect(tried(1n)).not.toThrow();
      else expect(tried(1n)).toThrow(`debit side of a.${account}`);
      if (credit.includes(account)) expect(tried(-1n)).not.toThrow();
      else expect(tried(-1n)).toThrow(`credit side of a.${account}`);
    }
  });
});

type Sides = { debit: readonly AccountKind[]; credit: readonly AccountKind[] };
