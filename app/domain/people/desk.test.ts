import { expect, test } from 'vitest';
import { deskState } from './desk';

const known = { ended: false, canSignIn: false, invited: false, hadDesk: false };

test.each([
  ['none', {}],
  ['closed', { hadDesk: true }],
  ['invited', { hadDesk: true, invited: true }],
  ['open', { hadDesk: true, invited: true, canSignIn: true }],
  ['ended', { hadDesk: true, invited: true, canSignIn: true, ended: true }],
] as const)('%s', (state, change) => {
  expect(deskState({ ...known, ...change })).toBe(state);
});

const all = [false, true].flatMap((ended) =>
  [false, true].flatMap((canSignIn) =>
    [false, true].flatMap((invited) =>
      [false, true].map((hadDesk) => ({ ended, canSignIn, invited, hadDesk })),
    ),
  ),
);

test.each(all)('$ended $canSignIn $invited $hadDesk: only who can sign in stands open', (each) => {
  expect(deskState(each) === 'open').toBe(each.canSignIn && !each.ended);
  expect(deskState(each) === 'ended').toBe(each.ended);
});
