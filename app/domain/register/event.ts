import { type CalendarDate } from '../calendar';
import { type Cents } from '../money/cents';
import { type Range, type Ranges } from './ranges';

export const forms = ['bv', 'cooperative', 'stak'] as const;
/** Whose register it is: of a BV with shares, of a cooperative with members, of a foundation that gives certificates of shares. */
export type Form = (typeof forms)[number];

/** What somebody has in each of them; a certificate or a membership is never called a share. */
export const nouns = {
  bv: 'share',
  cooperative: 'membership',
  stak: 'certificate',
} as const satisfies Record<Form, string>;

/** Who holds something: an id that says nothing of the person. Names and addresses stand elsewhere (domain.md §4.3, 10). */
export type HolderId = string;
export type ClassId = string;
/** The number of an event in its register, from 1. */
export type Seq = number;

/** Numbered shares of one class. */
export type Shares = Readonly<{ classId: ClassId; ranges: Ranges }>;

export const rights = ['vote', 'profit', 'meeting'] as const;
/** What can be suspended of a holder (art. 2:192 BW). */
export type Right = (typeof rights)[number];

/** What the statutes say that the register holds people to. */
export type Statutes = Readonly<{
  /** The most that one person may hold, certificates included. */
  capPerPerson: number | null;
  /** Does the cap count all who live at one address together? */
  capPerHousehold: boolean;
  /** Must a holder live in the wijk (kwaliteitseis, art. 2:192 BW)? */
  residency: boolean;
  /** Must shares be offered to the other holders first (blokkeringsregeling, art. 2:195 BW)? */
  offerFirst: boolean;
}>;

/** Whether who gets shares lives in the wijk; who does not gets them with all rights suspended. */
export type Requirement = 'met' | 'suspended' | 'unknown';

/** Shares that one deed of issue gives to one holder. */
export type Allotment = Readonly<{ holderId: HolderId; range: Range; requirement: Requirement }>;

/** Why shares went to another; who inherits need not be offered them first. */
export const transferReasons = ['sale', 'gift', 'inheritance', 'toFoundation'] as const;
export type TransferReason = (typeof transferReasons)[number];

/** Whether the board signed both tests, and when (art. 2:207 BW): the reference of each record. */
export type Tests = Readonly<{ balanceTest: string | null; liquidityTest: string | null }>;

/** The reference of a notarial deed; acknowledged by the company in it, or later by an event of its own. */
type ByDeed = { deed: string; acknowledgedOn: CalendarDate | null };
type OfShares = { shares: Shares };

/** What each kind of event tells (domain.md §4.2). */
export type Facts = {
  incorporated: { form: Form; companyId: HolderId; statutes: Statutes };
  classDefined: {
    classId: ClassId;
    name: string;
    nominal: Cents;
    hasVote: boolean;
    hasProfitRight: boolean;
  };
  issued: { deed: string; classId: ClassId; allotments: readonly Allotment[]; paidPerShare: Cents };
  paidUp: OfShares & { perShare: Cents };
  offered: OfShares & { fromId: HolderId };
  offerAccepted: { offer: Seq; byId: HolderId; ranges: Ranges };
  offerFreed: { offer: Seq; until: CalendarDate };
  offerWaived: OfShares & { fromId: HolderId; byIds: readonly HolderId[] };
  transferred: OfShares &
    ByDeed & { fromId: HolderId; toId: HolderId; reason: TransferReason; requirement: Requirement };
  acknowledged: { of: Seq };
  served: { of: Seq };
  pledged: OfShares & ByDeed & { fromId: HolderId; toId: HolderId; votes: boolean };
  released: OfShares;
  usufructSet: OfShares & ByDeed & { fromId: HolderId; toId: HolderId; votes: boolean };
  usufructEnded: OfShares;
  certified: OfShares & { fromId: HolderId; toId: HolderId; meetingRight: boolean };
  certificateTransferred: OfShares & { fromId: HolderId; toId: HolderId };
  decertified: OfShares & { fromId: HolderId };
  meetingRightSet: OfShares & { meetingRight: boolean };
  suspended: { holderId: HolderId; rights: readonly Right[] };
  unsuspended: { holderId: HolderId; rights: readonly Right[] };
  repurchased: OfShares & { deed: string; fromId: HolderId; tests: Tests };
  cancelled: OfShares;
  joined: { holderId: HolderId };
  left: { holderId: HolderId };
  movedOut: { holderId: HolderId; mustOfferBy: CalendarDate };
  dutyLapsed: { holderId: HolderId; reason: 'noBuyers' | 'meetsAgain' };
  addressChanged: { holderId: HolderId };
  discharged: OfShares & { holderId: HolderId };
  corrected: { reverses: Seq };
};

export type EventKind = keyof Facts;

/** What every event has: its number, the day it counts from, and when and by whom it was recorded. */
export type Common = Readonly<{
  seq: Seq;
  effectiveOn: CalendarDate;
  recordedAt: Date;
  actor: string;
  documentHash: string | null;
  prevHash: string | null;
}>;

/** One event of one kind. */
export type EventOf<Kind extends EventKind> = Kind extends EventKind
  ? Common & Readonly<{ kind: Kind }> & Readonly<Facts[Kind]>
  : never;

/** One line of the register's history: written once, never changed. */
export type ShareEvent = EventOf<EventKind>;

/** In whose register each kind of event may stand. */
export const eventForms = {
  incorporated: ['bv', 'cooperative', 'stak'],
  classDefined: ['bv', 'stak'],
  issued: ['bv'],
  paidUp: ['bv'],
  offered: ['bv'],
  offerAccepted: ['bv'],
  offerFreed: ['bv'],
  offerWaived: ['bv'],
  transferred: ['bv'],
  acknowledged: ['bv'],
  served: ['bv'],
  pledged: ['bv'],
  released: ['bv'],
  usufructSet: ['bv'],
  usufructEnded: ['bv'],
  certified: ['bv', 'stak'],
  certificateTransferred: ['bv', 'stak'],
  decertified: ['bv', 'stak'],
  meetingRightSet: ['bv', 'stak'],
  suspended: ['bv', 'cooperative'],
  unsuspended: ['bv', 'cooperative'],
  repurchased: ['bv'],
  cancelled: ['bv'],
  joined: ['cooperative'],
  left: ['cooperative'],
  movedOut: ['bv'],
  dutyLapsed: ['bv'],
  addressChanged: ['bv', 'cooperative', 'stak'],
  discharged: ['bv'],
  corrected: ['bv', 'cooperative', 'stak'],
} as const satisfies Record<EventKind, readonly Form[]>;
