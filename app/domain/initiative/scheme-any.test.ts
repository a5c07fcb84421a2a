import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, calendarDate } from '../calendar';
import { DomainError } from '../errors';
import { residenceMethods } from '../people/residence';
import { cents, zero } from '../money/cents';
import {
  applicantKinds,
  assertTerms,
  type Cap,
  exclusions,
  residenceKeys,
  rowBounds,
  samplePicks,
  type SchemeTerms,
  type SchemeTier,
  standingOfVersions,
  termBounds,
} from './scheme';
import { compareRules, ruleKeys, rulesInWords } from './scheme-words';

const within = ([min, max]: readonly [number, number]) => fc.integer({ min, max });
const amount = (min = 0) => fc.integer({ min, max: 10_000_000 }).map(cents);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

/** Tiers of which a higher amount never needs fewer neighbours. */
const tiers: fc.Arbitrary<SchemeTier[]> = fc.uniqueArray(amount(), { maxLength: 8 }).chain((amounts) =>
  fc
    .array(fc.tuple(within(rowBounds.minFor), maybe(within(rowBounds.radiusMetres))), {
      minLength: amounts.length,
      maxLength: amounts.length,
    })
    .map((rows) => {
      const rising = [...amounts].sort((a, b) => (a < b ? -1 : 1));
      const numbers = rows.map(([minFor]) => minFor).sort((a, b) => a - b);
      return rising.map((fromCents, index) => ({
        fromCents,
        minFor: numbers[index] ?? 1,
        radiusMetres: rows[index]?.[1] ?? null,
      }));
    }),
);

const sized = (kind: string): fc.Arbitrary<Cap> =>
  fc.oneof(
    fc.record({
      kind: fc.constant(kind),
      unit: fc.constantFrom('fixed' as const, 'perPerson' as const),
      amountCents: amount(1),
      pct: fc.constant(null),
    }),
    fc.record({
      kind: fc.constant(kind),
      unit: fc.constant('pctOfBudget' as const),
      amountCents: fc.constant(null),
      pct: within(rowBounds.pct),
    }),
  );

const caps: fc.Arbitrary<Cap[]> = fc
  .uniqueArray(fc.constantFrom('Straat', 'Buurt', 'Wijk', 'Maaltijd', 'Uitje'))
  .chain((kinds) => fc.tuple(...kinds.map(sized)));

const sample = fc.oneof(
  fc.constant({ samplePct: null, sampleCount: null, samplePick: null }),
  fc.record({
    samplePct: within(termBounds.samplePct),
    sampleCount: fc.constant(null),
    samplePick: fc.constantFrom(...samplePicks),
  }),
  fc.record({
    samplePct: fc.constant(null),
    sampleCount: within(termBounds.sampleCount),
    samplePick: fc.constantFrom(...samplePicks),
  }),
);

const residences = fc.subarray([...residenceMethods], { minLength: 1 });

/** Any rules that hold together. */
const anyTerms: fc.Arbitrary<SchemeTerms> = fc
  .record({
    minAge: within(termBounds.minAge),
    applicantKinds: fc.subarray([...applicantKinds], { minLength: 1 }),
    excluded: fc.subarray([...exclusions]),
    maxAmountCents: amount(1),
    more: maybe(amount()),
    legal: maybe(amount()),
    ownContributionPct: within(termBounds.ownContributionPct),
    hourRateMaxCents: maybe(amount()),
    caps,
    supportTiers: tiers,
    leadTimeWeeks: within(termBounds.leadTimeWeeks),
    decisionWithin: within(termBounds.decisionWeeks),
    extensionWeeks: within(termBounds.extensionWeeks),
    accountWithinWeeks: maybe(within(termBounds.accountWithinWeeks)),
    advancePct: within(termBounds.advancePct),
    advanceFromCents: amount(),
    carryOver: fc.boolean(),
    directSettlementUpToCents: amount(),
    above: maybe(amount()),
    sample,
    supportResidence: residences,
    submitResidence: residences,
    voteResidence: residences,
    sitResidence: residences,
  })
  .map(({ more, legal, above, sample: drawn, decisionWithin, ...terms }) => ({
    ...terms,
    ...drawn,
    decisionWeeks: Math.min(decisionWithin, terms.leadTimeWeeks || decisionWithin),
    legalPersonFromCents: terms.applicantKinds.includes('legalPerson') ? legal : null,
    cumulativePerApplicantPerYearCents: more === null ? null : cents(terms.maxAmountCents + more),
    receiptsFromCents: above === null ? null : cents(terms.directSettlementUpToCents + above),
  }));

/** The key at which these rules are refused; null when they pass. */
function refusedAt(terms: SchemeTerms): string | null {
  try {
    assertTerms(terms);
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.field ?? '';
  }
}

describe('any rules that hold together', () => {
  it('pass', () => {
    fc.assert(fc.property(anyTerms, (terms) => refusedAt(terms) === null));
  });

  it.each(residenceKeys)('fall at %s when there is no way to show it', (key) => {
    fc.assert(fc.property(anyTerms, (terms) => refusedAt({ ...terms, [key]: [] }) === key));
  });

  it.each(residenceKeys)('say of %s in one sentence when one may say so oneself', (key) => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const said = rulesInWords({ ...terms, [key]: ['self', ...terms[key]] }).find(
          (rule) => rule.key === key,
        );
        expect(said?.says.map(({ text }) => text)).toEqual(['residence.self']);
        expect(said?.silent).toBe(false);
      }),
    );
  });

  it.each(Object.keys(termBounds) as (keyof typeof termBounds)[])('fall at %s outside its bounds', (key) => {
    const [least, most] = termBounds[key];
    const outside = fc.constantFrom(least - 1, most + 1, least + 0.5, Number.NaN);
    fc.assert(
      fc.property(anyTerms, outside, (terms, value) => refusedAt({ ...terms, [key]: value }) === key),
    );
  });

  it('fall when the decision would come after the start they allow', () => {
    fc.assert(
      fc.property(anyTerms, fc.integer({ min: 1, max: 51 }), (terms, leadTimeWeeks) => {
        const late = { ...terms, leadTimeWeeks, decisionWeeks: leadTimeWeeks + 1 };
        return refusedAt(late) === 'decisionWeeks';
      }),
    );
  });

  it('fall when a higher tier needs one neighbour fewer than a lower', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const first = { fromCents: zero, minFor: 10_000, radiusMetres: null };
        const rest = terms.supportTiers.slice(0, 7).map(({ fromCents, radiusMetres }) => ({
          fromCents: cents(fromCents + 1n),
          minFor: 9_999,
          radiusMetres,
        }));
        fc.pre(rest.length > 0);
        return refusedAt({ ...terms, supportTiers: [first, ...rest] }) === 'supportTiers';
      }),
    );
  });

  it('are told whole: every rule once, each with a sentence, an absent one by saying so', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const told = rulesInWords(terms);
        expect(told.map(({ key }) => key)).toEqual(ruleKeys);
        expect(told.every(({ says }) => says.length > 0)).toBe(true);
        for (const { says, silent } of told) {
          if (silent) expect(says.map(({ values }) => Object.keys(values).length)).toEqual([0]);
        }
      }),
    );
  });

  it('say the same as themselves, and something else once anything changes', () => {
    const changes: fc.Arbitrary<Partial<SchemeTerms>> = fc.oneof(
      anyTerms.map(({ minAge }) => ({ minAge })),
      anyTerms.map(({ maxAmountCents }) => ({ maxAmountCents })),
      anyTerms.map(({ caps: other }) => ({ caps: other })),
      anyTerms.map(({ supportTiers }) => ({ supportTiers })),
      anyTerms.map(({ carryOver }) => ({ carryOver })),
      anyTerms.map(({ samplePct, sampleCount, samplePick }) => ({ samplePct, sampleCount, samplePick })),
      anyTerms.map(({ accountWithinWeeks }) => ({ accountWithinWeeks })),
      anyTerms.map(({ hourRateMaxCents }) => ({ hourRateMaxCents })),
    );
    fc.assert(
      fc.property(anyTerms, changes, (terms, change) => {
        expect(compareRules(terms, terms).filter(({ differs }) => differs)).toEqual([]);
        const text = (all: object) =>
          JSON.stringify(all, (_name, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
        const old = Object.fromEntries(
          Object.keys(change).map((key) => [key, terms[key as keyof SchemeTerms]]),
        );
        const same = text(old) === text(change);
        const differing = compareRules(terms, { ...terms, ...change }).filter(({ differs }) => differs);
        expect(differing.length > 0).toBe(!same);
      }),
    );
  });
});

const first = calendarDate('2026-01-01');

/** Versions of one scheme, some of them taken back; no two of the others begin on one day. */
const versions = fc
  .uniqueArray(fc.tuple(fc.nat(60), fc.boolean()), { selector: ([day]) => day, maxLength: 8 })
  .map((days) =>
    days.map(([day, gone], index) => ({
      id: `${index}`,
      validFrom: addDays(first, day),
      withdrawnOn: gone ? addDays(first, day - 1) : null,
    })),
  );

describe('any versions of a scheme', () => {
  it('give each day the last that began, and never two, and none only before the first', () => {
    fc.assert(
      fc.property(versions, fc.nat(70), (all, day) => {
        const today = addDays(first, day);
        const current = standingOfVersions(all, today).filter(({ standing }) => standing === 'current');
        const begun = all.filter(({ validFrom, withdrawnOn }) => !withdrawnOn && validFrom <= today);
        const last = begun.reduce((latest, { validFrom }) => (validFrom > latest ? validFrom : latest), '');
        expect(current.map(({ validFrom }) => validFrom)).toEqual(begun.length > 0 ? [last] : []);
      }),
    );
  });

  it('follow on each other without a day between or twice', () => {
    fc.assert(
      fc.property(versions, (all) => {
        const holding = standingOfVersions(all, first).filter(({ standing }) => standing !== 'withdrawn');
        holding.forEach(({ lastDay }, index) => {
          const next = holding[index + 1];
          expect(lastDay).toBe(next ? addDays(next.validFrom, -1) : null);
        });
      }),
    );
  });
});
