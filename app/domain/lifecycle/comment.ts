import { type Lifecycle, type Mover } from './machine';

export const commentStates = ['pending', 'accepted', 'refused'] as const;
export type CommentState = (typeof commentStates)[number];

export const commentActs = ['accept', 'refuse'] as const;
export type CommentAct = (typeof commentActs)[number];

const moderators: readonly Mover[] = ['moderator', 'admin'];

/** A comment is public only after a moderator accepted it. domain.md §1 (Middelland). */
export const commentLifecycle: Lifecycle<CommentState, CommentAct> = [
  { from: 'pending', act: 'accept', to: 'accepted', who: moderators },
  { from: 'pending', act: 'refuse', to: 'refused', who: moderators },
];
