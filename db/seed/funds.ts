import { type LegalRegime } from '~/domain/council/appeal';
import { type TargetGroup, type Theme } from '~/domain/initiative/purpose';
import { type SchemeTerms } from '~/domain/initiative/scheme';
import { presets } from '~/domain/initiative/scheme-presets';
import { type Kolom } from '~/domain/ledger/kolom';
import { type Rollover } from '~/domain/ledger/year-end';
import { type Cents, cents } from '~/domain/money/cents';
import { type WijkSlug } from './outlines';

const fiveNeighbours = { fromCents: cents(75_000), minFor: 5, radiusMetres: 500 };
const fourNeighbours = { fromCents: cents(50_000), minFor: 4, radiusMetres: null };

type Fund = {
  name: string;
  legalRegime: LegalRegime;
  wijken: readonly WijkSlug[];
  terms: SchemeTerms;
  /** What changes with the new year: a version that was made and has not begun. */
  nextYear?: Partial<SchemeTerms>;
};

const euros = (amount: number): Cents => cents(amount * 100);

/** The funds, one for each legal regime. */
export const schemes: readonly Fund[] = [
  {
    name: 'Subsidieregeling bewonersinitiatieven',
    legalRegime: 'college',
    wijken: ['parkwijk', 'soesterveld'],
    terms: {
      ...presets.college.terms,
      minAge: 16,
      // Here one's word is enough to support and to ask; the public count says so.
      supportResidence: ['self', ...presets.college.terms.supportResidence],
      submitResidence: ['self', ...presets.college.terms.submitResidence],
      maxAmountCents: euros(10_000),
      cumulativePerApplicantPerYearCents: euros(15_000),
      legalPersonFromCents: euros(7_500),
      hourRateMaxCents: euros(50),
      caps: [
        { kind: 'Maaltijd', unit: 'perPerson', amountCents: euros(10), pct: null },
        { kind: 'Onvoorzien', unit: 'pctOfBudget', amountCents: null, pct: 10 },
      ],
      supportTiers: [
        { fromCents: euros(500), minFor: 3, radiusMetres: null },
        { fromCents: euros(2_500), minFor: 8, radiusMetres: null },
      ],
    },
    nextYear: {
      ...{ leadTimeWeeks: 6, decisionWeeks: 6, accountWithinWeeks: 6 },
      cumulativePerApplicantPerYearCents: euros(12_500),
    },
  },
  {
    name: 'Verordening wijkbudget',
    legalRegime: 'bestuurscommissie',
    wijken: ['kruiskade', 'buitenstad'],
    terms: { ...presets.councilLimits.terms, supportTiers: [fiveNeighbours] },
  },
  {
    name: 'Reglement Stichting Wijkfonds De Dijk',
    legalRegime: 'stichting',
    wijken: ['wortmanbuurt', 'middelveld'],
    terms: { ...presets.stichting.terms, supportTiers: [fourNeighbours] },
  },
];

type Source = {
  code: string;
  name: string;
  kolom: Kolom;
  funder: string;
  rollover: Rollover;
  rolloverPct?: number;
  /** What arrives at the bank, and on which day of the year, as 'MM-DD'. In euros. */
  arrives: readonly (readonly [day: string, euros: number])[];
};

/** What the gemeente divides over all wijken every year: a fixed foot for each, the rest by inhabitants. In euros. */
export const yearlySources: readonly (Source & { total: number; foot: number })[] = [
  {
    code: 'WMO',
    name: 'Wmo: samen en thuis',
    kolom: 'wmo',
    funder: 'Gemeente Vierstromen',
    rollover: 'percentage',
    rolloverPct: 10,
    total: 30_000,
    foot: 1_500,
    arrives: [['01-20', 30_000]],
  },
  {
    code: 'JEUGD',
    name: 'Jeugd: opgroeien in de wijk',
    kolom: 'jeugd',
    funder: 'Gemeente Vierstromen',
    rollover: 'percentage',
    rolloverPct: 25,
    total: 15_000,
    foot: 500,
    arrives: [['01-20', 15_000]],
  },
  {
    code: 'PART',
    name: 'Participatie: meedoen',
    kolom: 'participatie',
    funder: 'Gemeente Vierstromen',
    rollover: 'stays',
    total: 12_000,
    foot: 500,
    arrives: [
      ['03-05', 6_000],
      ['12-05', 6_000],
    ],
  },
  {
    code: 'LEEF',
    name: 'Leefbaarheid: schoon en gezellig',
    kolom: 'leefbaarheid',
    funder: 'Gemeente Vierstromen',
    rollover: 'lapses',
    total: 24_000,
    foot: 1_000,
    arrives: [['02-10', 24_000]],
  },
];

type OtherSource = Source & {
  gives: Partial<Record<WijkSlug, number>>;
  theme?: Theme;
  targetGroup?: TargetGroup;
  /** The only wijk it is for. */
  wijk?: WijkSlug;
  /** The last day of the year on which it may be used, as 'MM-DD'. */
  until?: string;
};

/** What others promise to wijken of their choice, with what they ask in return. In euros. */
export const otherSources: readonly OtherSource[] = [
  {
    code: 'CORPK',
    name: 'De Vier Oevers voor Kruiskade',
    kolom: 'corporatie',
    funder: 'Woningcorporatie De Vier Oevers',
    rollover: 'stays',
    wijk: 'kruiskade',
    gives: { kruiskade: 4_000 },
    arrives: [['03-15', 4_000]],
  },
  {
    code: 'CORPW',
    name: 'De Vier Oevers voor de Wortmanbuurt',
    kolom: 'corporatie',
    funder: 'Woningcorporatie De Vier Oevers',
    rollover: 'stays',
    wijk: 'wortmanbuurt',
    gives: { wortmanbuurt: 3_500 },
    arrives: [['03-15', 3_500]],
  },
  {
    code: 'OUDER',
    name: 'Fonds Lang Leve Buren',
    kolom: 'fonds',
    funder: 'Stichting Lang Leve Buren',
    rollover: 'percentage',
    rolloverPct: 50,
    targetGroup: 'senior',
    gives: { parkwijk: 1_500, soesterveld: 1_200, wortmanbuurt: 1_000 },
    arrives: [['02-15', 3_200]],
  },
  {
    code: 'SPONSOR',
    name: 'Bakkerij De Gouden Halm',
    kolom: 'sponsor',
    funder: 'Bakkerij De Gouden Halm',
    rollover: 'lapses',
    theme: 'jeugd',
    until: '11-30',
    gives: { parkwijk: 750 },
    arrives: [['05-10', 750]],
  },
];

/** What passes over the account besides what sources send and initiatives get; in euros, what goes out below zero. */
type Stray = {
  day: number;
  euros: number;
  from: string;
  text: string;
  /** What the controller says that it is; without it somebody has to find out still. */
  is?: { kind: 'bankCost' } | { kind: 'notOurs'; reason: string };
};

export const strays: readonly Stray[] = [
  {
    day: -62,
    euros: -37.45,
    from: 'Bank van Vierstromen',
    text: 'Kosten zakelijke rekening, drie maanden',
    is: { kind: 'bankCost' },
  },
  {
    day: -12,
    euros: 48,
    from: 'J. Vermeer',
    text: 'Contributie najaar, zwemclub De Dolfijn',
    is: { kind: 'notOurs', reason: 'Dit is contributie voor een zwemclub. Ze hoort op een andere rekening.' },
  },
  {
    day: -4,
    euros: 500,
    from: 'Stichting Lang Leve Buren',
    text: 'Bijdrage aan de buurt, tweede deel',
  },
];
