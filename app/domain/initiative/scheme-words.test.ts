import { describe, expect, it } from 'vitest';
import nl from '../../i18n/nl/scheme';
import { cents, zero } from '../money/cents';
import { type SchemeTerms } from './scheme';
import { presetNames, presets } from './scheme-presets';
import {
  compareRules,
  firstRules,
  type RuleKey,
  ruleKeys,
  rulesInWords,
  uncheckedRules,
} from './scheme-words';

const { terms } = presets.college;
const everyAmount = { fromCents: zero, minFor: 4, radiusMetres: 300 };

/** What a rule says under these terms: the name of each sentence with what it leaves open. */
function told(key: RuleKey, change: Partial<SchemeTerms> = {}) {
  const rule = rulesInWords({ ...terms, ...change }).find((each) => each.key === key);
  const says = rule?.says.map(({ text, values }) => [text, ...Object.values(values)].join(' '));
  return `${says?.join(' | ')}${rule?.silent ? ' (silent)' : ''}`;
}

describe('the rules in words', () => {
  it.each<[RuleKey, Partial<SchemeTerms>, string]>([
    ['maxAmountCents', {}, 'maxAmount 500000'],
    ['cumulativePerApplicantPerYearCents', {}, 'cumulativeNone (silent)'],
    [
      'cumulativePerApplicantPerYearCents',
      { cumulativePerApplicantPerYearCents: cents(7) },
      'cumulativeSome 7',
    ],
    ['caps', {}, 'capNone (silent)'],
    [
      'caps',
      presets.streetGrants.terms,
      'capFixed Straat 50000 | capFixed Buurt 100000 | capPerPerson Maaltijd 1000 | capPerPerson Uitje 1500 | capPct Onvoorzien 10',
    ],
    ['ownContributionPct', { ownContributionPct: 10 }, 'ownSome 10'],
    ['ownContributionPct', {}, 'ownNone (silent)'],
    ['hourRateMaxCents', {}, 'hourRateNone (silent)'],
    ['hourRateMaxCents', { hourRateMaxCents: zero }, 'hourRateZero'],
    ['hourRateMaxCents', { hourRateMaxCents: cents(5000) }, 'hourRateSome 5000'],
    ['minAge', {}, 'ageSome 18'],
    ['minAge', { minAge: 0 }, 'ageNone (silent)'],
    ['applicantKinds', {}, 'kindResident | kindGroup | kindLegalPerson'],
    ['legalPersonFromCents', { legalPersonFromCents: cents(5) }, 'legalPersonSome 5'],
    ['legalPersonFromCents', {}, 'legalPersonNone (silent)'],
    ['excluded', {}, 'excluded.politics | excluded.religion | excluded.commercial'],
    ['excluded', { excluded: [] }, 'excludedNone (silent)'],
    ['supportTiers', {}, 'tierSome 50000 3'],
    ['supportTiers', { supportTiers: [everyAmount] }, 'tierAll 4'],
    ['supportRadius', { supportTiers: [everyAmount] }, 'radiusAll 300'],
    ['supportTiers', { supportTiers: [] }, 'tierNone (silent)'],
    ['supportRadius', {}, 'radiusNone (silent)'],
    ['supportRadius', presets.councilLimits.terms, 'radiusSome 250000 500'],
    ['supportResidence', {}, 'residence.proven'],
    ['supportResidence', { supportResidence: ['self', 'letter'] }, 'residence.self'],
    ['submitResidence', { submitResidence: ['letter', 'inPerson'] }, 'residence.letter | residence.inPerson'],
    ['voteResidence', { voteResidence: ['oidc'] }, 'residence.oidc'],
    ['sitResidence', { sitResidence: ['inPerson'] }, 'residence.inPerson'],
    ['leadTimeWeeks', {}, 'leadSome 8'],
    ['leadTimeWeeks', { leadTimeWeeks: 0 }, 'leadNone'],
    ['decisionWeeks', {}, 'decides 8'],
    ['extensionWeeks', {}, 'extensionSome 4'],
    ['extensionWeeks', { extensionWeeks: 0 }, 'extensionNone (silent)'],
    ['advancePct', {}, 'advanceSome 80'],
    ['advancePct', { advancePct: 0 }, 'advanceNone (silent)'],
    ['advanceFromCents', {}, 'advanceFromNone (silent)'],
    ['advanceFromCents', { advanceFromCents: cents(40_000) }, 'advanceFromSome 40000'],
    ['accountWithinWeeks', {}, 'accountSome 8'],
    ['accountWithinWeeks', { accountWithinWeeks: null }, 'accountNone (silent)'],
    ['receiptsFromCents', {}, 'receiptsSome 100000'],
    ['receiptsFromCents', { receiptsFromCents: zero }, 'receiptsAll'],
    ['receiptsFromCents', { receiptsFromCents: null }, 'receiptsNone (silent)'],
    ['directSettlementUpToCents', {}, 'directSome 50000'],
    ['directSettlementUpToCents', { directSettlementUpToCents: zero }, 'directNone (silent)'],
    ['sample', {}, 'samplePct.even 10'],
    ['sample', { samplePct: null, sampleCount: 50, samplePick: 'largest' }, 'sampleCount.largest 50'],
    ['sample', { samplePct: null, samplePick: null }, 'sampleNone (silent)'],
    ['carryOver', {}, 'carryOver'],
    ['carryOver', { carryOver: false }, 'carryOverNone'],
  ])('%s %o', (key, change, expected) => expect(told(key, change)).toBe(expected));

  it('tell tiers from the lowest amount on', () => {
    const [high, low] = [
      { fromCents: cents(9), minFor: 9, radiusMetres: null },
      { fromCents: cents(1), minFor: 1, radiusMetres: null },
    ];
    expect(told('supportTiers', { supportTiers: [high, low] })).toBe('tierSome 1 1 | tierSome 9 9');
  });

  it('are all of them, each once, for every preset, with a text', () => {
    for (const name of presetNames) {
      const rules = rulesInWords(presets[name].terms);
      expect(rules.map(({ key }) => key)).toEqual(ruleKeys);
      for (const { text } of rules.flatMap(({ says }) => says)) {
        const known = JSON.stringify(nl.says);
        expect(known).toContain(`"${text.replace(/^.*\./, '')}`);
      }
    }
  });

  it('name what a resident asks first, and what nothing checks yet, by keys that exist', () => {
    for (const key of [...firstRules, ...uncheckedRules]) expect(ruleKeys).toContain(key);
    for (const key of firstRules) expect(uncheckedRules).not.toContain(key);
  });
});

describe('two versions beside each other', () => {
  it('differ in what they say', () => {
    const other = { ...terms, leadTimeWeeks: 6, maxAmountCents: cents(500_001) };
    const compared = compareRules(terms, other);
    expect(compared.map(({ key }) => key)).toEqual(ruleKeys);
    const differing = compared.filter(({ differs }) => differs);
    expect(differing.map(({ key }) => key)).toEqual(['maxAmountCents', 'leadTimeWeeks']);
    expect(differing[0]?.to).toEqual([{ text: 'maxAmount', values: { amount: 500_001n } }]);
  });

  it('say the same when only the order of their tiers differs', () => {
    const { supportTiers } = presets.councilLimits.terms;
    const turned = { ...presets.councilLimits.terms, supportTiers: [...supportTiers].reverse() };
    const compared = compareRules(presets.councilLimits.terms, turned);
    expect(compared.filter(({ differs }) => differs)).toEqual([]);
  });
});
