import { type Lifecycle, type Mover } from './machine';

export const meetingStates = ['planned', 'opened', 'closed', 'failed'] as const;
export type MeetingState = (typeof meetingStates)[number];

export const meetingActs = ['open', 'close', 'fail'] as const;
export type MeetingAct = (typeof meetingActs)[number];

const desk: readonly Mover[] = ['chair', 'secretary'];

/** The life of a meeting; one without quorum fails and is called anew. Art. 20 Gemeentewet, domain.md §3.2. */
export const meetingLifecycle: Lifecycle<MeetingState, MeetingAct> = [
  { from: 'planned', act: 'open', to: 'opened', who: desk },
  { from: 'opened', act: 'close', to: 'closed', who: desk },
  { from: 'planned', act: 'fail', to: 'failed', who: desk, marker: 'noQuorum' },
];
