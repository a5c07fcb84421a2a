/** What a wijk has today of what its residents and its council need. */
export interface WijkFacts {
  hasScheme: boolean;
  hasCouncil: boolean;
  /** Who can open a meeting of its council: chair and secretary. */
  leaders: number;
  /** Members with a vote. */
  voters: number;
  hasMandate: boolean;
  /** Whether its pool of this year holds or held any money. */
  hasMoney: boolean;
}

/** What a wijk can lack, in the order in which a gemeente arranges it. */
export const wijkGaps = ['scheme', 'council', 'leader', 'voters', 'mandate', 'money'] as const;
export type WijkGap = (typeof wijkGaps)[number];

/**
 * What a wijk lacks. Without a scheme nobody can ask for money; without the rest that would only be found when the council
 * meets, or when it grants (product.md J6).
 */
export function gapsOf(facts: WijkFacts): WijkGap[] {
  const lacks: Record<WijkGap, boolean> = {
    scheme: !facts.hasScheme,
    council: !facts.hasCouncil,
    leader: facts.hasCouncil && facts.leaders === 0,
    voters: facts.hasCouncil && facts.voters === 0,
    mandate: facts.hasCouncil && !facts.hasMandate,
    money: !facts.hasMoney,
  };
  return wijkGaps.filter((gap) => lacks[gap]);
}

/** What keeps a wijk closed although it has a scheme: nobody could open a meeting, decide, or pay. */
export type OpeningGap = Exclude<WijkGap, 'scheme' | 'money'> | 'account';

/**
 * Why residents cannot begin to ask for money in a wijk yet; null where they can, or where no scheme lets them anyway. Money is
 * not among it: it comes anew each year, and a council may wait for it.
 */
export function closedBy(facts: WijkFacts, hasAccount: boolean): OpeningGap | null {
  if (!facts.hasScheme) return null;
  const isOpening = (gap: WijkGap): gap is Exclude<OpeningGap, 'account'> =>
    gap !== 'scheme' && gap !== 'money';
  return gapsOf(facts).find(isOpening) ?? (hasAccount ? null : 'account');
}

/** What a gemeente has besides its wijken. */
export interface GemeenteFacts {
  /** Somebody said what it is called. */
  hasName: boolean;
  hasPostcodes: boolean;
  /** The account that grants are paid from. */
  hasAccount: boolean;
  controllers: number;
  payers: number;
  moderators: number;
  wijken: readonly WijkFacts[];
}

/** The steps of setting up a gemeente, in order. */
export const setUpSteps = [
  'gemeente',
  'areas',
  'postcodes',
  'schemes',
  'councils',
  'money',
  'people',
] as const;
export type SetUpStep = (typeof setUpSteps)[number];

/** Which steps are done: all that they ask for is there, in every wijk. */
export function stepsDone(facts: GemeenteFacts): Record<SetUpStep, boolean> {
  const { wijken } = facts;
  const nowhere = (...gaps: readonly WijkGap[]) =>
    wijken.length > 0 && !wijken.some((wijk) => gapsOf(wijk).some((gap) => gaps.includes(gap)));
  return {
    gemeente: facts.hasName && facts.hasAccount,
    areas: wijken.length > 0,
    postcodes: facts.hasPostcodes,
    schemes: nowhere('scheme'),
    councils: nowhere('council', 'leader', 'voters', 'mandate'),
    money: nowhere('money'),
    people: facts.controllers > 0 && facts.payers > 0 && facts.moderators > 0,
  };
}
