import { describe, it } from 'vitest';
import { commentActs, commentLifecycle, commentStates } from './comment';
import { expectLifecycle } from '../../../tests/support/lifecycle';

describe('the life of a comment', () => {
  it('equals this table in every cell of states × acts × roles', () => {
    expectLifecycle(commentLifecycle, 'pending', commentStates, commentActs, {
      pending: { accept: ['accepted', 'moderator admin'], refuse: ['refused', 'moderator admin'] },
      accepted: {},
      refused: {},
    });
  });
});
