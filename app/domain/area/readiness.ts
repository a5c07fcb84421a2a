import { moreThanHalf } from '../council/quorum';
import { type ResidenceMethod } from '../people/residence';

/** What a wijk has today of what its residents and its council need. */
export interface WijkFacts {
  hasScheme: boolean;
  /** In which ways its scheme takes it that somebody lives there, for each act of a resident who asks; none without a scheme. */
  accepted: readonly (readonly ResidenceMethod[])[];
  /** Whether somebody may see in person that one lives there. */
  seenInPerson: boolean;
  /** Whether addresses of it stand in the file with postcodes. */
  hasAddresses: boolean;
  /** Somebody drew it: CBS puts no address in it. */
  isDrawn: boolean;
  hasCouncil: boolean;
  /** Who can open a meeting of its council: chair and secretary. */
  leaders: number;
  /** Members with a vote. */
  voters: number;
  /** Seats with a vote, and how many its rules of order ask at least; null without such rules. */
  seats: number;
  minSeats: number | null;
  hasMandate: boolean;
  /** Whether its pool of this year holds or held any money. */
  hasMoney: boolean;
}

/** What the program was started with. */
export interface SiteMeans {
  /** Whether mail leaves this site: without it residents cannot sign in, and no invitation or letter arrives. */
  sendsMail: boolean;
  /** Whether a sign-in service tells where somebody lives. */
  hasSignIn: boolean;
}

/** What all wijken of a gemeente lean on. */
export interface Means {
  sendsMail: boolean;
  /** The account that grants are paid from. */
  hasAccount: boolean;
  /** The ways to show that one lives at an address, which work where addresses are known. */
  ways: readonly ResidenceMethod[];
}

/** What a wijk can lack, in the order in which a gemeente arranges it. */
export const gaps = [
  'addresses',
  'scheme',
  'residence',
  'council',
  'leader',
  'voters',
  'seats',
  'mandate',
  'money',
  'mail',
  'account',
] as const;
export type Gap = (typeof gaps)[number];

/**
 * What a wijk lacks, and its gemeente. Without a scheme nobody can ask for money; without the rest that would only be found when
 * a resident comes, when the council meets, or when it grants (product.md J6).
 */
export function gapsOf(facts: WijkFacts, means: Means): Gap[] {
  const lacks: Record<Gap, boolean> = {
    addresses: !facts.hasAddresses && !facts.isDrawn,
    scheme: !facts.hasScheme,
    residence: !canShowHome(facts, means),
    council: !facts.hasCouncil,
    leader: facts.hasCouncil && facts.leaders === 0,
    voters: facts.hasCouncil && facts.voters === 0,
    seats: facts.hasCouncil && facts.voters > 0 && facts.voters < seatsAsked(facts),
    mandate: facts.hasCouncil && !facts.hasMandate,
    money: !facts.hasMoney,
    mail: !means.sendsMail,
    account: !means.hasAccount,
  };
  return gaps.filter((gap) => lacks[gap]);
}

/** How many seats are filled at least in a council that is whole: what its rules ask, and more than half of all it has. */
const seatsAsked = ({ seats, minSeats }: WijkFacts): number => Math.max(minSeats ?? 0, moreThanHalf(seats));

/** Whether, for each act, one of the ways that the scheme takes works. */
function canShowHome({ accepted, seenInPerson, hasAddresses }: WijkFacts, { ways }: Means): boolean {
  const working = new Set<ResidenceMethod>(['self', ...(hasAddresses ? ways : [])]);
  if (seenInPerson) working.add('inPerson');
  return accepted.every((methods) => methods.some((method) => working.has(method)));
}

/** What keeps a wijk closed although it has a scheme: nobody could come in, show that they live there, decide, or pay. */
export type OpeningGap = Exclude<Gap, (typeof bearable)[number]>;

const bearable = ['addresses', 'scheme', 'seats', 'money'] as const satisfies Gap[];

/**
 * Why residents cannot begin to ask for money in a wijk yet; null where they can, or where no scheme lets them anyway. Money is
 * not among it: it comes anew each year, and a council may wait for it. Nor are empty seats: who sits there decides.
 */
export function closedBy(facts: WijkFacts, means: Means): OpeningGap | null {
  if (!facts.hasScheme) return null;
  const isOpening = (gap: Gap): gap is OpeningGap => !bearable.some((each) => each === gap);
  return gapsOf(facts, means).find(isOpening) ?? null;
}

/** What a gemeente has besides its wijken. */
export interface GemeenteFacts extends Means {
  /** Somebody said what it is called. */
  hasName: boolean;
  hasPostcodes: boolean;
  /** Letters with a code that somebody waits for too long. */
  lateLetters: number;
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
  'letters',
  'councils',
  'people',
  'money',
] as const;
export type SetUpStep = (typeof setUpSteps)[number];

/** Which steps are done: all that they ask for is there, in every wijk. */
export function stepsDone(facts: GemeenteFacts): Record<SetUpStep, boolean> {
  const { wijken } = facts;
  const nowhere = (...asked: readonly Gap[]) =>
    wijken.length > 0 && !wijken.some((wijk) => gapsOf(wijk, facts).some((gap) => asked.includes(gap)));
  return {
    gemeente: facts.hasName && facts.hasAccount,
    areas: wijken.length > 0,
    postcodes: facts.hasPostcodes && nowhere('addresses'),
    schemes: nowhere('scheme'),
    letters: nowhere('residence', 'mail') && facts.lateLetters === 0,
    councils: nowhere('council', 'leader', 'voters', 'seats', 'mandate'),
    money: nowhere('money'),
    people: facts.controllers > 0 && facts.payers > 0 && facts.moderators > 0,
  };
}
