import { type Kolom } from '~/domain/ledger/kolom';
import { type WijkSlug } from './outlines';

/** The funds, one for each legal regime; amounts in euros, terms in weeks. */
export const schemes = [
  {
    name: 'Subsidieregeling bewonersinitiatieven',
    legalRegime: 'college',
    wijken: ['parkwijk', 'soesterveld'],
    rules: { max: 10_000, minAge: 16, leadTimeWeeks: 4, decisionWeeks: 8, ownContributionPct: 0 },
    tiers: [
      { from: 500, minFor: 3 },
      { from: 2_500, minFor: 8 },
    ],
  },
  {
    name: 'Verordening wijkbudget',
    legalRegime: 'bestuurscommissie',
    wijken: ['kruiskade', 'buitenstad'],
    rules: { max: 7_500, minAge: 18, leadTimeWeeks: 6, decisionWeeks: 8, ownContributionPct: 10 },
    tiers: [{ from: 750, minFor: 5 }],
  },
  {
    name: 'Reglement Stichting Wijkfonds De Dijk',
    legalRegime: 'stichting',
    wijken: ['wortmanbuurt', 'middelveld'],
    rules: { max: 5_000, minAge: 16, leadTimeWeeks: 3, decisionWeeks: 6, ownContributionPct: 0 },
    tiers: [{ from: 500, minFor: 4 }],
  },
] as const;

type YearlySource = { code: string; name: string; kolom: Kolom; funder: string };

/** What the gemeente divides over all wijken every year: a fixed foot for each, the rest by inhabitants. In euros. */
export const yearlySources: readonly (YearlySource & { total: number; foot: number; received: number })[] = [
  {
    code: 'WMO',
    name: 'Wmo: samen en thuis',
    kolom: 'wmo',
    funder: 'Gemeente Vierstromen',
    total: 30_000,
    foot: 1_500,
    received: 30_000,
  },
  {
    code: 'JEUGD',
    name: 'Jeugd: opgroeien in de wijk',
    kolom: 'jeugd',
    funder: 'Gemeente Vierstromen',
    total: 15_000,
    foot: 500,
    received: 15_000,
  },
  {
    code: 'PART',
    name: 'Participatie: meedoen',
    kolom: 'participatie',
    funder: 'Gemeente Vierstromen',
    total: 12_000,
    foot: 500,
    received: 6_000,
  },
  {
    code: 'LEEF',
    name: 'Leefbaarheid: schoon en gezellig',
    kolom: 'leefbaarheid',
    funder: 'Gemeente Vierstromen',
    total: 24_000,
    foot: 1_000,
    received: 24_000,
  },
];

/** What others promise to wijken of their choice. In euros. */
export const otherSources: readonly (YearlySource & { gives: Partial<Record<WijkSlug, number>> })[] = [
  {
    code: 'CORP',
    name: 'Woningcorporatie De Vier Oevers',
    kolom: 'corporatie',
    funder: 'Woningcorporatie De Vier Oevers',
    gives: { kruiskade: 4_000, wortmanbuurt: 3_500 },
  },
  {
    code: 'SPONSOR',
    name: 'Bakkerij De Gouden Halm',
    kolom: 'sponsor',
    funder: 'Bakkerij De Gouden Halm',
    gives: { parkwijk: 750 },
  },
];
