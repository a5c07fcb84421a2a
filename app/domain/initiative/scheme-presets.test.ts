import { describe, expect, it } from 'vitest';
import { createI18n } from '../../i18n';
import en from '../../i18n/en';
import nl from '../../i18n/nl';
import { legalRegimes } from '../council/appeal';
import { cents, zero } from '../money/cents';
import { formatEuros } from '../money/format';
import { assertTerms, type SchemeTerms } from './scheme';
import { type PresetName, presetNames, presets } from './scheme-presets';
import { compareRules, type RuleKey, rulesInWords, type Says } from './scheme-words';

const translators = { nl: createI18n('nl', nl).t, en: createI18n('en', en).t };

/** What rules say as it stands on the page, sentence by sentence; of those that say nothing only where asked. */
function linesOf(terms: SchemeTerms, locale: 'nl' | 'en', silent = false): string[] {
  const told = rulesInWords(terms).filter((rule) => rule.silent === silent);
  return told.flatMap(({ says }) => says.map((each) => sentence(each, locale)));
}

function sentence({ text, values }: Says, locale: 'nl' | 'en'): string {
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'bigint' ? formatEuros(cents(value), locale) : value,
  ]);
  const named = Object.fromEntries(shown) as Record<string, string | number>;
  return translators[locale](`scheme.says.${text}`, named).replaceAll('\u00a0', ' ');
}

/** For support, a request, a vote and a seat alike. */
const four = (says: string) => Array.from({ length: 4 }, () => says);
const shownInDutch = four(
  'Je hebt laten zien dat je in de wijk woont. Dat kan met een brief, ter plekke, met de lijst van de gemeente of met een inlogdienst.',
);
const shownInEnglish = four(
  'You showed that you live in the wijk. You can do that with a letter, in person, with the list of the gemeente or with a sign-in service.',
);

/** What a resident reads of each preset in Dutch, line by line. */
const inDutch: Record<PresetName, string[]> = {
  college: [
    'Hoogstens € 5.000 voor één initiatief.',
    'Je bent 18 jaar of ouder.',
    'Een bewoner.',
    'Een groep bewoners samen.',
    'Een organisatie, zoals een stichting of een vereniging.',
    'Geen geld voor politiek.',
    'Geen geld om een geloof te verspreiden.',
    'Geen geld om winst mee te maken.',
    'Vanaf € 500 zijn 3 buren voor.',
    ...shownInDutch,
    'Vraag het geld minstens 8 weken voor je begint.',
    'De raad besluit binnen 8 weken.',
    'De raad mag het besluit één keer 4 weken uitstellen.',
    'Je krijgt hoogstens 80 % van het geld vooraf.',
    'Vertel binnen 8 weken na afloop wat het kostte.',
    'Laat bonnen zien van kosten vanaf € 1.000.',
    'Tot en met € 500 hoef je geen verslag te maken.',
    'We kijken 10 % van de initiatieven na. Een loting wijst ze aan.',
    'Geld dat voor je opzij staat, blijft staan in het nieuwe jaar.',
  ],
  bestuurscommissie: [
    'Hoogstens € 5.000 voor één initiatief.',
    'Je betaalt zelf minstens 10 % van de kosten.',
    'Je bent 18 jaar of ouder.',
    'Een bewoner.',
    'Een groep bewoners samen.',
    'Een organisatie, zoals een stichting of een vereniging.',
    'Geen geld voor politiek.',
    'Geen geld om een geloof te verspreiden.',
    'Geen geld om winst mee te maken.',
    'Vanaf € 750 zijn 5 buren voor.',
    ...shownInDutch,
    'Vraag het geld minstens 8 weken voor je begint.',
    'De raad besluit binnen 8 weken.',
    'De raad mag het besluit één keer 4 weken uitstellen.',
    'Je krijgt hoogstens 50 % van het geld vooraf.',
    'Vertel binnen 8 weken na afloop wat het kostte.',
    'Laat bonnen zien van kosten vanaf € 1.000.',
    'Tot en met € 500 hoef je geen verslag te maken.',
    'We kijken 10 % van de initiatieven na. Een loting wijst ze aan.',
    'Geld dat voor je opzij staat, vervalt aan het einde van het jaar.',
  ],
  stichting: [
    'Hoogstens € 5.000 voor één initiatief.',
    'Je bent 16 jaar of ouder.',
    'Een bewoner.',
    'Een groep bewoners samen.',
    'Een organisatie, zoals een stichting of een vereniging.',
    'Geen geld voor politiek.',
    'Geen geld om een geloof te verspreiden.',
    'Geen geld om winst mee te maken.',
    'Vanaf € 500 zijn 3 buren voor.',
    ...shownInDutch,
    'Vraag het geld minstens 6 weken voor je begint.',
    'De raad besluit binnen 6 weken.',
    'Je krijgt hoogstens 75 % van het geld vooraf.',
    'Vertel binnen 8 weken na afloop wat het kostte.',
    'Laat bonnen zien van kosten vanaf € 1.000.',
    'Tot en met € 500 hoef je geen verslag te maken.',
    'Elk jaar kijken we 10 van de initiatieven na. Een loting wijst ze aan.',
    'Geld dat voor je opzij staat, blijft staan in het nieuwe jaar.',
  ],
  streetGrants: [
    'Hoogstens € 1.500 voor één initiatief.',
    'Straat: hoogstens € 500.',
    'Buurt: hoogstens € 1.000.',
    'Maaltijd: hoogstens € 10 per deelnemer.',
    'Uitje: hoogstens € 15 per deelnemer.',
    'Onvoorzien: hoogstens 10 % van alle kosten.',
    'Je bent 16 jaar of ouder.',
    'Een bewoner.',
    'Een groep bewoners samen.',
    'Geen geld voor politiek.',
    'Geen geld om een geloof te verspreiden.',
    'Geen geld om winst mee te maken.',
    ...shownInDutch,
    'Vraag het geld minstens 4 weken voor je begint.',
    'De raad besluit binnen 4 weken.',
    'De raad mag het besluit één keer 4 weken uitstellen.',
    'Je krijgt hoogstens 100 % van het geld vooraf.',
    'Vertel binnen 4 weken na afloop wat het kostte.',
    'Laat bonnen zien van kosten vanaf € 500.',
    'Tot en met € 500 hoef je geen verslag te maken.',
    'We kijken 10 % van de initiatieven na. Een loting wijst ze aan.',
    'Geld dat voor je opzij staat, blijft staan in het nieuwe jaar.',
  ],
  largeRounds: [
    'Hoogstens € 20.000 voor één initiatief.',
    'Een uur werk kost hoogstens € 50.',
    'Je bent 18 jaar of ouder.',
    'Een bewoner.',
    'Een groep bewoners samen.',
    'Een organisatie, zoals een stichting of een vereniging.',
    'Vanaf € 10.000 vraagt een organisatie het geld, zoals een stichting.',
    'Geen geld voor politiek.',
    'Geen geld om een geloof te verspreiden.',
    'Geen geld om winst mee te maken.',
    'Geen geld voor wat een ander fonds al betaalt.',
    'Geen geld voor wie bij de gemeente over de aanvraag gaat, of voor familie daarvan.',
    'Voor elk bedrag zijn 4 buren voor.',
    'Vanaf € 10.000 zijn 50 buren voor.',
    ...shownInDutch,
    'Vraag het geld minstens 13 weken voor je begint.',
    'De raad besluit binnen 13 weken.',
    'De raad mag het besluit één keer 4 weken uitstellen.',
    'Je krijgt hoogstens 75 % van het geld vooraf.',
    'Vertel binnen 13 weken na afloop wat het kostte.',
    'Laat bonnen zien van kosten vanaf € 2.500.',
    'Elk jaar kijken we 50 van de initiatieven na. Een loting wijst ze aan. Bij een hoger bedrag is de kans groter.',
    'Geld dat voor je opzij staat, blijft staan in het nieuwe jaar.',
  ],
  councilLimits: [
    'Hoogstens € 7.500 voor één initiatief.',
    'Wie vraagt, krijgt in één jaar hoogstens € 10.000.',
    'Je betaalt zelf minstens 10 % van de kosten.',
    'Je bent 18 jaar of ouder.',
    'Een bewoner.',
    'Een groep bewoners samen.',
    'Een organisatie, zoals een stichting of een vereniging.',
    'Geen geld voor politiek.',
    'Geen geld om een geloof te verspreiden.',
    'Geen geld om winst mee te maken.',
    'Geen geld voor eten en drinken.',
    'Vanaf € 750 zijn 5 buren voor.',
    'Vanaf € 2.500 zijn 15 buren voor.',
    'Vanaf € 2.500 wonen zij binnen 500 meter.',
    ...shownInDutch,
    'Vraag het geld minstens 8 weken voor je begint.',
    'De raad besluit binnen 8 weken.',
    'De raad mag het besluit één keer 4 weken uitstellen.',
    'Je krijgt hoogstens 50 % van het geld vooraf.',
    'Geld vooraf is er vanaf € 400.',
    'Vertel binnen 3 weken na afloop wat het kostte.',
    'Laat bonnen zien van kosten vanaf € 1.000.',
    'Tot en met € 500 hoef je geen verslag te maken.',
    'We kijken 10 % van de initiatieven na: die met de hoogste bedragen.',
    'Geld dat voor je opzij staat, vervalt aan het einde van het jaar.',
  ],
};

/** The same in English. */
const inEnglish: Record<PresetName, string[]> = {
  college: [
    'At most € 5,000 for one initiative.',
    'You are 18 years or older.',
    'A resident.',
    'A group of residents together.',
    'An organisation, such as a foundation or an association.',
    'No money for politics.',
    'No money to spread a religion.',
    'No money to make a profit.',
    'From € 500 on 3 neighbours are in favour.',
    ...shownInEnglish,
    'Ask for the money at least 8 weeks before you begin.',
    'The council decides within 8 weeks.',
    'The council may put off the decision once by 4 weeks.',
    'You get at most 80 % of the money beforehand.',
    'Tell within 8 weeks after the end what it cost.',
    'Show receipts of costs from € 1,000 on.',
    'Up to € 500 you need not write a report.',
    'We check 10 % of the initiatives. A draw decides which.',
    'Money that is set apart for you stays in the new year.',
  ],
  bestuurscommissie: [
    'At most € 5,000 for one initiative.',
    'You pay at least 10 % of the costs yourself.',
    'You are 18 years or older.',
    'A resident.',
    'A group of residents together.',
    'An organisation, such as a foundation or an association.',
    'No money for politics.',
    'No money to spread a religion.',
    'No money to make a profit.',
    'From € 750 on 5 neighbours are in favour.',
    ...shownInEnglish,
    'Ask for the money at least 8 weeks before you begin.',
    'The council decides within 8 weeks.',
    'The council may put off the decision once by 4 weeks.',
    'You get at most 50 % of the money beforehand.',
    'Tell within 8 weeks after the end what it cost.',
    'Show receipts of costs from € 1,000 on.',
    'Up to € 500 you need not write a report.',
    'We check 10 % of the initiatives. A draw decides which.',
    'Money that is set apart for you lapses at the end of the year.',
  ],
  stichting: [
    'At most € 5,000 for one initiative.',
    'You are 16 years or older.',
    'A resident.',
    'A group of residents together.',
    'An organisation, such as a foundation or an association.',
    'No money for politics.',
    'No money to spread a religion.',
    'No money to make a profit.',
    'From € 500 on 3 neighbours are in favour.',
    ...shownInEnglish,
    'Ask for the money at least 6 weeks before you begin.',
    'The council decides within 6 weeks.',
    'You get at most 75 % of the money beforehand.',
    'Tell within 8 weeks after the end what it cost.',
    'Show receipts of costs from € 1,000 on.',
    'Up to € 500 you need not write a report.',
    'Each year we check 10 of the initiatives. A draw decides which.',
    'Money that is set apart for you stays in the new year.',
  ],
  streetGrants: [
    'At most € 1,500 for one initiative.',
    'Straat: at most € 500.',
    'Buurt: at most € 1,000.',
    'Maaltijd: at most € 10 per participant.',
    'Uitje: at most € 15 per participant.',
    'Onvoorzien: at most 10 % of all costs.',
    'You are 16 years or older.',
    'A resident.',
    'A group of residents together.',
    'No money for politics.',
    'No money to spread a religion.',
    'No money to make a profit.',
    ...shownInEnglish,
    'Ask for the money at least 4 weeks before you begin.',
    'The council decides within 4 weeks.',
    'The council may put off the decision once by 4 weeks.',
    'You get at most 100 % of the money beforehand.',
    'Tell within 4 weeks after the end what it cost.',
    'Show receipts of costs from € 500 on.',
    'Up to € 500 you need not write a report.',
    'We check 10 % of the initiatives. A draw decides which.',
    'Money that is set apart for you stays in the new year.',
  ],
  largeRounds: [
    'At most € 20,000 for one initiative.',
    'An hour of work costs at most € 50.',
    'You are 18 years or older.',
    'A resident.',
    'A group of residents together.',
    'An organisation, such as a foundation or an association.',
    'From € 10,000 on an organisation asks for the money, such as a foundation.',
    'No money for politics.',
    'No money to spread a religion.',
    'No money to make a profit.',
    'No money for what another fund pays already.',
    'No money for those at the municipality who handle the application, or their family.',
    'For every amount 4 neighbours are in favour.',
    'From € 10,000 on 50 neighbours are in favour.',
    ...shownInEnglish,
    'Ask for the money at least 13 weeks before you begin.',
    'The council decides within 13 weeks.',
    'The council may put off the decision once by 4 weeks.',
    'You get at most 75 % of the money beforehand.',
    'Tell within 13 weeks after the end what it cost.',
    'Show receipts of costs from € 2,500 on.',
    'Each year we check 50 of the initiatives. A draw decides which. A higher amount has a higher chance.',
    'Money that is set apart for you stays in the new year.',
  ],
  councilLimits: [
    'At most € 7,500 for one initiative.',
    'Whoever asks gets at most € 10,000 in one year.',
    'You pay at least 10 % of the costs yourself.',
    'You are 18 years or older.',
    'A resident.',
    'A group of residents together.',
    'An organisation, such as a foundation or an association.',
    'No money for politics.',
    'No money to spread a religion.',
    'No money to make a profit.',
    'No money for food and drinks.',
    'From € 750 on 5 neighbours are in favour.',
    'From € 2,500 on 15 neighbours are in favour.',
    'From € 2,500 on they live within 500 metres.',
    ...shownInEnglish,
    'Ask for the money at least 8 weeks before you begin.',
    'The council decides within 8 weeks.',
    'The council may put off the decision once by 4 weeks.',
    'You get at most 50 % of the money beforehand.',
    'There is money beforehand from € 400 on.',
    'Tell within 3 weeks after the end what it cost.',
    'Show receipts of costs from € 1,000 on.',
    'Up to € 500 you need not write a report.',
    'We check 10 % of the initiatives: those with the highest amounts.',
    'Money that is set apart for you lapses at the end of the year.',
  ],
};

/** Rules that ask nothing, and what they say: of use beside a version that does. */
const asksNothing: SchemeTerms = {
  ...presets.college.terms,
  ...{ minAge: 0, excluded: [], supportTiers: [], leadTimeWeeks: 0, extensionWeeks: 0, advancePct: 0 },
  ...{ accountWithinWeeks: null, receiptsFromCents: null, directSettlementUpToCents: zero },
  ...{ samplePct: null, sampleCount: null, samplePick: null },
};

const nothingInDutch = [
  'Er is geen grens per jaar.',
  'Er is geen grens per soort kosten.',
  'Je hoeft zelf niets te betalen.',
  'Er is geen grens aan wat een uur werk kost.',
  'Hoe oud je bent, maakt niet uit.',
  'Er is geen organisatie nodig.',
  'Niets is van tevoren uitgesloten.',
  'Er is geen steun van buren nodig.',
  'Zij wonen ergens in de wijk.',
  'De raad mag het besluit niet uitstellen.',
  'Je krijgt geen geld vooraf.',
  'Geld vooraf kan bij elk bedrag.',
  'Er is geen vaste tijd om te vertellen wat het kostte.',
  'Je hoeft geen bonnen te laten zien.',
  'Je maakt altijd een verslag.',
  'Er is geen steekproef.',
];

const nothingInEnglish = [
  'There is no limit per year.',
  'There is no limit per kind of cost.',
  'You need not pay anything yourself.',
  'There is no limit to what an hour of work costs.',
  'How old you are does not matter.',
  'No organisation is needed.',
  'Nothing is excluded beforehand.',
  'No support of neighbours is needed.',
  'They live anywhere in the neighbourhood.',
  'The council may not put off the decision.',
  'You get no money beforehand.',
  'Money beforehand is possible for every amount.',
  'There is no fixed time to tell what it cost.',
  'You need not show receipts.',
  'You always write a report.',
  'There is no sample.',
];

/** In which rules a preset differs from the first one. */
const differing: Record<Exclude<PresetName, 'college'>, RuleKey[]> = {
  bestuurscommissie: ['ownContributionPct', 'supportTiers', 'advancePct', 'carryOver'],
  stichting: ['minAge', 'leadTimeWeeks', 'decisionWeeks', 'extensionWeeks', 'advancePct', 'sample'],
  streetGrants: [
    'maxAmountCents',
    'caps',
    'minAge',
    'applicantKinds',
    'supportTiers',
    'leadTimeWeeks',
    'decisionWeeks',
    'advancePct',
    'accountWithinWeeks',
    'receiptsFromCents',
  ],
  largeRounds: [
    'maxAmountCents',
    'hourRateMaxCents',
    'legalPersonFromCents',
    'excluded',
    'supportTiers',
    'leadTimeWeeks',
    'decisionWeeks',
    'advancePct',
    'accountWithinWeeks',
    'receiptsFromCents',
    'directSettlementUpToCents',
    'sample',
  ],
  councilLimits: [
    'maxAmountCents',
    'cumulativePerApplicantPerYearCents',
    'ownContributionPct',
    'excluded',
    'supportTiers',
    'supportRadius',
    'advancePct',
    'advanceFromCents',
    'accountWithinWeeks',
    'sample',
    'carryOver',
  ],
};

describe('a preset', () => {
  it.each(presetNames)('%s passes what every version must', (name) => {
    expect(() => assertTerms(presets[name].terms)).not.toThrow();
  });

  it('is there for each legal regime, under its name', () => {
    for (const regime of legalRegimes) expect(presets[regime].legalRegime).toBe(regime);
  });

  it.each(presetNames)('%s reads as it was meant, in both languages', (name) => {
    const { terms } = presets[name];
    expect(linesOf(terms, 'nl')).toEqual(inDutch[name]);
    expect(linesOf(terms, 'en')).toEqual(inEnglish[name]);
  });

  it('that asks nothing says so, in both languages', () => {
    expect(linesOf(asksNothing, 'nl', true)).toEqual(nothingInDutch);
    expect(linesOf(asksNothing, 'en', true)).toEqual(nothingInEnglish);
  });

  it('that asks nothing beforehand tells what beginning at once means, in both languages', () => {
    expect(linesOf(asksNothing, 'nl')).toContain(
      'Vragen kan tot de dag dat je begint. Begin je voor het besluit, dan is dat op eigen risico.',
    );
    expect(linesOf(asksNothing, 'en')).toContain(
      'You can ask until the day you begin. If you begin before the decision, that is at your own risk.',
    );
  });

  it.each(Object.entries(differing))('%s differs from the usual where it says so', (name, keys) => {
    const compared = compareRules(presets.college.terms, presets[name as PresetName].terms);
    expect(compared.filter(({ differs }) => differs).map(({ key }) => key)).toEqual(keys);
  });
});

/** One week, one neighbour: what a number of one says. */
const ofOne: SchemeTerms = {
  ...presets.college.terms,
  ...{ leadTimeWeeks: 1, decisionWeeks: 1, extensionWeeks: 1, accountWithinWeeks: 1 },
  supportTiers: [
    { fromCents: zero, minFor: 1, radiusMetres: 50 },
    { fromCents: cents(50_000), minFor: 1, radiusMetres: null },
  ],
};

describe('one of something', () => {
  it('is told as one in Dutch', () => {
    const lines = linesOf(ofOne, 'nl');
    for (const line of [
      'Voor elk bedrag is 1 buur voor.',
      'Vanaf € 500 is 1 buur voor.',
      'Zij wonen binnen 50 meter.',
      ...shownInDutch,
      'Vraag het geld minstens 1 week voor je begint.',
      'De raad besluit binnen 1 week.',
      'De raad mag het besluit één keer 1 week uitstellen.',
      'Vertel binnen 1 week na afloop wat het kostte.',
    ]) {
      expect(lines).toContain(line);
    }
  });

  it('is told as one in English', () => {
    const lines = linesOf(ofOne, 'en');
    for (const line of [
      'For every amount 1 neighbour is in favour.',
      'From € 500 on 1 neighbour is in favour.',
      'They live within 50 metres.',
      ...shownInEnglish,
      'Ask for the money at least 1 week before you begin.',
      'The council decides within 1 week.',
      'The council may put off the decision once by 1 week.',
      'Tell within 1 week after the end what it cost.',
    ]) {
      expect(lines).toContain(line);
    }
  });
});

describe('hours and receipts', () => {
  const strict = { ...presets.college.terms, hourRateMaxCents: zero, receiptsFromCents: zero };
  const direct = { ...strict, directSettlementUpToCents: zero };

  it('that are not paid, or all asked for, are said so', () => {
    expect(linesOf(direct, 'nl')).toContain('Uren werk worden niet betaald.');
    expect(linesOf(direct, 'nl')).toContain('Laat van alle kosten een bon zien.');
    expect(linesOf(direct, 'en')).toContain('Hours of work are not paid.');
    expect(linesOf(direct, 'en')).toContain('Show a receipt of all costs.');
  });

  it('cannot be asked of all costs where small grants need no report', () => {
    expect(() => assertTerms(strict)).toThrow('receiptsBelowDirect');
    expect(() => assertTerms(direct)).not.toThrow();
  });
});
