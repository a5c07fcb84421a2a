import { type Theme } from '../../schema';
import { type WijkSlug } from '../outlines';
import { type Someone } from '../people';

/** A day counted from the day the world is planted; before it when negative. */
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
  with?: readonly Someone[];
  wijk: WijkSlug;
  theme: Theme;
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
  /** What was paid of the grant by now, in euros. */
  paid?: { day: Day; amount: number };
};

/** An item on an agenda; whoever is present and not named votes in favour. */
export type Item = {
  idea: string;
  /** Less than was asked, in euros. */
  proposed?: number;
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
