import { type Lifecycle, type Mover } from './machine';

export type ConflictAnswer = 'accepted' | 'denied';
export type ConflictRuling = 'sustained' | 'dismissed';

export const reportStates = ['reported', 'accepted', 'denied', 'sustained', 'dismissed'] as const;
export type ReportState = (typeof reportStates)[number];

export const reportActs = ['accept', 'deny', 'sustain', 'dismiss'] as const;
export type ReportAct = (typeof reportActs)[number];

const member: readonly Mover[] = ['member'];
/** The chair, or who stands in: `judgesOf` says who. */
const judge: readonly Mover[] = ['chair', 'secretary', 'member'];

/**
 * The life of a report that a member has an interest in an item. The member who was reported answers; what is denied, or
 * not answered at all, is ruled on by another (`isHeard`). Art. 28 Gemeentewet, decisions/0012.
 */
export const reportLifecycle: Lifecycle<ReportState, ReportAct> = [
  { from: 'reported', act: 'accept', to: 'accepted', who: member },
  { from: 'reported', act: 'deny', to: 'denied', who: member },
  { from: 'reported', act: 'sustain', to: 'sustained', who: judge },
  { from: 'reported', act: 'dismiss', to: 'dismissed', who: judge },
  { from: 'denied', act: 'sustain', to: 'sustained', who: judge },
  { from: 'denied', act: 'dismiss', to: 'dismissed', who: judge },
];

/** While a report is in one of these, the member does not vote and the council does not decide on the item. */
export const openReportStates: readonly ReportState[] = ['reported', 'denied'];
/** What makes that the member has an interest. */
export const standingReportStates: readonly ReportState[] = ['accepted', 'sustained'];
