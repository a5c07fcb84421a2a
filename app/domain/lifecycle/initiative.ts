import { type Lifecycle, type Mover } from './machine';

export const initiativeStates = [
  'draft',
  'gathering',
  'submitted',
  'onAgenda',
  'granted',
  'partlyGranted',
  'rejected',
  'withdrawn',
] as const;
export type InitiativeState = (typeof initiativeStates)[number];

export const initiativeActs = [
  'publish',
  'submit',
  'agendise',
  'grant',
  'grantPartly',
  'reject',
  'refer',
  'postpone',
  'withdraw',
] as const;
export type InitiativeAct = (typeof initiativeActs)[number];

/** Neighbours may support and discuss: public, and no decision yet. */
export const openInitiativeStates: readonly InitiativeState[] = ['gathering', 'submitted', 'onAgenda'];

/** A council granted money: all of it or a part. */
export const grantedStates: readonly InitiativeState[] = ['granted', 'partlyGranted'];

const applicant: readonly Mover[] = ['applicant'];
const desk: readonly Mover[] = ['chair', 'secretary'];

/**
 * The life of an initiative from concept to decision (domain.md §2.3). While it gathers support it is public but
 * not yet submitted: the council's term starts only when enough neighbours are for it.
 */
export const initiativeLifecycle: Lifecycle<InitiativeState, InitiativeAct> = [
  { from: 'draft', act: 'publish', to: 'gathering', who: applicant },
  { from: 'gathering', act: 'submit', to: 'submitted', who: applicant },
  { from: 'submitted', act: 'agendise', to: 'onAgenda', who: desk },
  { from: 'onAgenda', act: 'grant', to: 'granted', who: desk },
  { from: 'onAgenda', act: 'grantPartly', to: 'partlyGranted', who: desk },
  { from: 'onAgenda', act: 'reject', to: 'rejected', who: desk },
  { from: 'onAgenda', act: 'refer', to: 'submitted', who: desk, marker: 'toStadsraad' },
  { from: 'onAgenda', act: 'postpone', to: 'submitted', who: desk },
  { from: 'draft', act: 'withdraw', to: 'withdrawn', who: applicant },
  { from: 'gathering', act: 'withdraw', to: 'withdrawn', who: applicant },
  { from: 'submitted', act: 'withdraw', to: 'withdrawn', who: applicant },
  { from: 'onAgenda', act: 'withdraw', to: 'withdrawn', who: applicant },
];
