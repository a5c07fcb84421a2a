import { it } from 'vitest';
import { expectLifecycle } from '../../../tests/support/lifecycle';
import { preparationActs, preparationLifecycle, preparationStates } from './year-end';

it('the life of a year end that is made ready equals this table in every cell (decisions/0019)', () => {
  expectLifecycle(preparationLifecycle, 'prepared', preparationStates, preparationActs, {
    prepared: { confirm: ['confirmed', 'controller'], withdraw: ['withdrawn', 'controller'] },
    confirmed: {},
    withdrawn: {},
  });
});
