/** To whom money goes back: the giver of a source that has a rest, or who sent something that is not ours. */
export const refundKinds = ['giver', 'sender'] as const;
export type RefundKind = (typeof refundKinds)[number];
