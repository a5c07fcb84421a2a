import { describe, expect, it } from 'vitest';
import { roles } from '../access/roles';
import {
  initiativeActs,
  initiativeLifecycle,
  type InitiativeState,
  initiativeStates,
  openInitiativeStates,
} from './initiative';
import { expectLifecycle, mayMove } from '../../../tests/support/lifecycle';
import { transition } from './machine';

const D = 'chair secretary';

describe('the life of an initiative (domain.md §2.3)', () => {
  it('equals this table in every cell of states × acts × roles', () => {
    expectLifecycle(initiativeLifecycle, 'draft', initiativeStates, initiativeActs, {
      draft: { publish: ['gathering', 'applicant'], withdraw: ['withdrawn', 'applicant'] },
      gathering: { submit: ['submitted', 'applicant'], withdraw: ['withdrawn', 'applicant'] },
      submitted: { agendise: ['onAgenda', D], withdraw: ['withdrawn', 'applicant'] },
      onAgenda: {
        grant: ['granted', D],
        grantPartly: ['partlyGranted', D],
        reject: ['rejected', D],
        refer: ['submitted', D],
        postpone: ['submitted', D],
        withdraw: ['withdrawn', 'applicant'],
      },
      granted: {},
      partlyGranted: {},
      rejected: {},
      withdrawn: {},
    });
  });

  it('marks the one move that changes the deciding body', () => {
    expect(transition(initiativeLifecycle, 'onAgenda', 'refer').marker).toBe('toStadsraad');
    expect(initiativeLifecycle.filter((edge) => edge.marker)).toHaveLength(1);
  });

  it('is open between publishing and deciding', () => {
    const open = initiativeStates.filter((state) => openInitiativeStates.includes(state));
    expect(open).toEqual<InitiativeState[]>(['gathering', 'submitted', 'onAgenda']);
  });

  it('leaves a decision to the desk: no other role decides', () => {
    for (const act of ['grant', 'grantPartly', 'reject'] as const) {
      const deciders = roles.filter((role) => mayMove(initiativeLifecycle, 'onAgenda', act, role));
      expect(deciders).toEqual(['chair', 'secretary']);
    }
  });
});
