import { type TargetGroup, type Theme } from '~/domain/initiative/purpose';
import { type SettlementGround } from '~/domain/ledger/grant';
import { type WijkSlug } from '../outlines';
import { type Someone } from '../people';

/** A day counted from the day zero of its story (the day the world is planted, or New Year's Day); before it when negative. */
export type Day = number;

export type Remark = {
  who: Someone;
  day: Day;
  argument: 'for' | 'against' | 'question';
  body: string;
  /** Judged by the moderator; left out it still waits. */
  verdict?: { day: Day; refusedBecause?: string };
};

/** One initiative and what its neighbours do with it. Amounts in euros. */
export type Idea = {
  key: string;
  who: Someone;
  /** Who ask along: they were asked, and said yes. */
  with?: readonly Someone[];
  /** Who were asked along and did not answer yet. */
  asked?: readonly Someone[];
  wijk: WijkSlug;
  theme: Theme;
  targetGroup?: TargetGroup;
  title: string;
  summary: string;
  story: string;
  place: string;
  participants: number;
  startsOn: Day;
  lines: readonly (readonly [description: string, quantity: number, euros: number])[];
  own?: number;
  written: Day;
  published?: Day;
  /** How many neighbours are for, against and without an opinion, in the days after publication. */
  stances?: readonly [inFavour: number, against: number, none: number];
  /** Only where support is needed first: the day it is handed in. */
  submitted?: Day;
  withdrawn?: { day: Day; reason: string };
  remarks?: readonly Remark[];
  /** What happens with the money once it is granted. */
  money?: readonly GrantStep[];
  /** Nobody told to which account the money may go. */
  noAccount?: true;
};

/** A step in the life of a grant, in euros; payments follow by themselves on the next pay day. */
export type GrantStep = { day: Day } & (
  | { advance: number; /** Taken back an hour later, and why. */ mistake?: string }
  | { newAccount: true; /** The controller asked after it, an hour later. */ confirmed?: true }
  | { cost: number; others?: number; ground?: SettlementGround; explanation: string }
  | { paidBack: number }
  | { writtenOff: number; because: string }
);

/** A day on which all that waits is paid; without an approval it waits for it still. */
export type PayDay = {
  day: Day;
  unapproved?: true;
  /** A payment that the bank sends back two days later, with the code of the reason. */
  returned?: { idea: string; because: string };
};

/** An item on an agenda; whoever is present and not named votes in favour. */
export type Item = {
  idea: string;
  /** Less than was asked, in euros. */
  proposed?: number;
  /** The money is set apart when the agenda is made. */
  reserved?: true;
  against?: readonly Someone[];
  blank?: readonly Someone[];
  conflicted?: readonly Someone[];
  /** Why; an item without an outcome has not been dealt with. */
  decided?: string;
  /** Above the mandate: sent on to the stadsraad. */
  referred?: string;
};

/** A meeting; one in the past is held and closed, everyone is there but the absent. */
export type Evening = {
  council: string;
  convener: Someone;
  day: Day;
  place: string;
  absent?: readonly Someone[];
  items: readonly Item[];
};

/** What happens in Vierstromen around one day zero. */
export type Story = {
  ideas: readonly Idea[];
  evenings: readonly Evening[];
  payDays: readonly PayDay[];
};
