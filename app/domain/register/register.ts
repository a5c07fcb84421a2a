import { type CalendarDate } from '../calendar';
import { type Cents } from '../money/cents';
import { type ClassId, type Facts, type HolderId, type Right, type Seq, type Shares } from './event';
import { type Ranges } from './ranges';

/** A pledge or a usufruct; `votes` when the right to vote went with it, against the company once acknowledged. */
export type Charge = Readonly<{
  holderId: HolderId;
  votes: boolean;
  setBy: Seq;
  acknowledgedOn: CalendarDate | null;
}>;

export type Certificate = Readonly<{ holderId: HolderId; meetingRight: boolean; givenBy: Seq }>;

/** What holds for one share. In the register of a stak it is a certificate, held by who has it. */
export type Holding = Readonly<{
  /** The owner by deed; the company itself for its own shares. */
  holderId: HolderId;
  acquiredOn: CalendarDate;
  /** The event by which the holder got it. */
  acquiredBy: Seq;
  /** When the company acknowledged it or was served; null as long as it was not. */
  acknowledgedOn: CalendarDate | null;
  /** Who may use its rights against the company: the last holder who was acknowledged (art. 2:196a BW). */
  entitledId: HolderId;
  paidPerShare: Cents;
  pledge: Charge | null;
  usufruct: Charge | null;
  certificate: Certificate | null;
}>;

/** Shares of one class that follow each other, for which all the same holds. */
export type Lot = Holding & Readonly<{ classId: ClassId; first: number; last: number }>;

export type ShareClass = Readonly<Facts['classDefined']>;

export type Company = Readonly<Facts['incorporated']>;

/** Shares offered to the other holders, or waived by them; gone once they all went to somebody. */
export type Offer = Readonly<{
  seq: Seq;
  fromId: HolderId;
  shares: Shares;
  offeredOn: CalendarDate;
  /** What nobody took yet. */
  open: Ranges;
  accepted: readonly Readonly<{ byId: HolderId; ranges: Ranges; acceptedBy: Seq }>[];
  /** Until when what is open may go to anybody. */
  freedUntil: CalendarDate | null;
  /** By all others: it may go to anybody at any time. */
  waived: boolean;
}>;

/** That somebody who moved out must offer what they hold; it lapses when nobody took it in three months. */
export type Duty = Readonly<{
  holderId: HolderId;
  since: CalendarDate;
  mustOfferBy: CalendarDate;
  offeredOn: CalendarDate | null;
  /** From when it may lapse for want of buyers; null as long as nothing is offered. */
  lapsesOn: CalendarDate | null;
  setBy: Seq;
}>;

export type Membership = Readonly<{ holderId: HolderId; since: CalendarDate; setBy: Seq }>;
export type Discharge = Readonly<{ holderId: HolderId; shares: Shares; on: CalendarDate }>;

/** The register as it stood on a day, as far as was known at an instant. */
export type Register = Readonly<{
  company: Company | null;
  classes: readonly ShareClass[];
  /** Every issued share once, by class and number. */
  lots: readonly Lot[];
  members: readonly Membership[];
  suspended: ReadonlyMap<HolderId, ReadonlySet<Right>>;
  offers: readonly Offer[];
  duties: readonly Duty[];
  discharges: readonly Discharge[];
}>;
