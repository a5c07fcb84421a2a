import { describe, expect, it } from 'vitest';
import { initiativeActs, initiativeLifecycle, initiativeStates } from '../lifecycle/initiative';
import { mayMove } from '../../../tests/support/lifecycle';
import {
  admin,
  answer,
  areaManager,
  chair,
  controller,
  deskActs,
  elsewhere,
  held,
  inCouncil,
  member,
  resident,
  staff,
  subjectOf,
} from '../../../tests/support/policy-world';
import { type Act, may, mayEver, type Subject } from './policy';
import { type Actor, roles, visitor } from './roles';

describe('other bodies and other wijken', () => {
  const otherBody = { ...subjectOf('onAgenda'), areaId: 'kruiskade', bodyId: 'raad-kruiskade' };

  it.each([...deskActs, 'council.desk', 'conflict.declare', 'conflict.report', 'council.vote'] as const)(
    '%s',
    (act) => {
      expect(answer(may(chair, act, otherBody))).toBe('notYourArea');
      expect(answer(may(chair, act))).toBe('notYourArea');
    },
  );

  it.each(['council.desk', 'money.readAll', 'money.export'] as const)('%s by an area manager', (act) => {
    expect(answer(may(areaManager, act, otherBody))).toBe('notYourArea');
    expect(answer(may(areaManager, act))).toBe('notYourArea');
    expect(mayEver(areaManager, act).allow).toBe(true);
  });

  it('keeps controller, payer and admin city-wide', () => {
    for (const actor of [controller, staff('payer', held('payer')), admin]) {
      expect(answer(may(actor, 'money.readAll'))).toBe('yes');
    }
  });
});

describe('a report of an interest', () => {
  const asking = (askedIds?: string[]): Subject => ({ ...subjectOf('onAgenda'), askedIds });

  it.each(['conflict.answer', 'conflict.rule'] as const)('%s is for whom it asks alone', (act) => {
    expect(answer(may(member, act, asking(['member'])))).toBe('yes');
    expect(answer(may(chair, act, asking(['member'])))).toBe('notYourRole');
    expect(answer(may(chair, act, asking(['member', 'chair'])))).toBe('yes');
    expect(answer(may(member, act, asking([])))).toBe('notYourRole');
    expect(answer(may(member, act, asking()))).toBe('notYourRole');
    expect(answer(may(resident, act, asking(['resident'])))).toBe('notYourRole');
    expect(answer(may(member, act, { ...asking(['member']), bodyId: 'raad-kruiskade' }))).toBe('notYourArea');
  });
});

describe('initiatives and their state', () => {
  const allowedIn = (actor: Actor, act: Act) =>
    initiativeStates.filter((state) => may(actor, act, subjectOf(state)).allow);

  it('reads own initiatives in every state, edits and publishes only a draft, submits from gathering', () => {
    expect(allowedIn(resident, 'initiative.readOwn')).toEqual(initiativeStates);
    expect(allowedIn(resident, 'initiative.editOwn')).toEqual(['draft']);
    expect(allowedIn(resident, 'initiative.publish')).toEqual(['draft']);
    expect(allowedIn(resident, 'initiative.submit')).toEqual(['gathering']);
    expect(allowedIn(resident, 'initiative.withdraw')).toEqual([
      'draft',
      'gathering',
      'submitted',
      'onAgenda',
    ]);
    expect(allowedIn(elsewhere, 'support.give')).toEqual(['gathering', 'submitted', 'onAgenda']);
  });

  it('says that the state is the reason', () => {
    expect(answer(may(resident, 'initiative.editOwn', subjectOf('granted')))).toBe('wrongState');
    expect(answer(may(elsewhere, 'support.give', subjectOf('draft')))).toBe('wrongState');
  });

  it('agrees with the lifecycle on who may move an initiative', () => {
    const acting: Partial<Record<(typeof initiativeActs)[number], Act>> = {
      publish: 'initiative.publish',
      submit: 'initiative.submit',
      withdraw: 'initiative.withdraw',
      agendise: 'agenda.manage',
      grant: 'item.decide',
      grantPartly: 'item.decide',
      reject: 'item.decide',
      postpone: 'item.decide',
      refer: 'item.refer',
    };
    for (const act of initiativeActs) {
      const permission = acting[act];
      if (permission === undefined) throw new Error(`no permission for ${act}`);
      for (const from of initiativeStates) {
        if (!initiativeLifecycle.some((edge) => edge.from === from && edge.act === act)) continue;
        for (const role of roles.filter((name) => name !== 'visitor' && name !== 'resident')) {
          const verdict = may(staff(role, held(role, inCouncil)), permission, subjectOf(from));
          expect(verdict.allow, `${role} ${act}`).toBe(mayMove(initiativeLifecycle, from, act, role));
        }
        const applicant = may(resident, permission, subjectOf(from));
        expect(applicant.allow, act).toBe(mayMove(initiativeLifecycle, from, act, 'applicant'));
      }
    }
  });

  it('counts every co-applicant as applicant', () => {
    const shared = { ...subjectOf('draft'), applicantIds: ['elsewhere', 'resident'] };
    expect(may(resident, 'initiative.editOwn', shared).allow).toBe(true);
    expect(may(elsewhere, 'initiative.editOwn', shared).allow).toBe(true);
  });
});

describe('voting', () => {
  const item = subjectOf('onAgenda');
  const vote = (change: Subject) => answer(may(member, 'council.vote', { ...item, ...change }));

  it('needs a member in the room without a conflict', () => {
    expect(vote({})).toBe('yes');
    expect(vote({ presentIds: ['chair'] })).toBe('notPresent');
    expect(vote({ conflictedIds: ['chair', 'member'] })).toBe('conflicted');
    expect(vote({ conflictedIds: ['chair'] })).toBe('yes');
  });
});

describe('a fact that is missing counts as a no', () => {
  const without = (key: keyof Subject): Subject => ({ ...subjectOf('onAgenda'), [key]: undefined });

  it.each([
    ['council.vote', member, 'presentIds', 'notPresent'],
    ['council.vote', member, 'conflictedIds', 'conflicted'],
    ['council.vote', member, 'bodyId', 'notYourArea'],
    ['money.readAll', areaManager, 'areaId', 'notYourArea'],
    ['support.give', elsewhere, 'applicantIds', 'ownInitiative'],
    ['support.give', elsewhere, 'state', 'wrongState'],
    ['initiative.readOwn', resident, 'applicantIds', 'notYourObject'],
    ['demo.enter', visitor, 'demo', 'notYourObject'],
    ['outbox.read', admin, 'demo', 'notYourObject'],
  ] as const)('%s', (act, actor, key, because) => {
    expect(answer(may(actor, act, without(key)))).toBe(because);
  });

  it('does not match a role held for no wijk with a subject without one', () => {
    const cityWide = staff('areaManager', held('areaManager'));
    expect(answer(may(cityWide, 'money.readAll', without('areaId')))).toBe('notYourArea');
    expect(answer(may(cityWide, 'money.readAll', subjectOf('onAgenda')))).toBe('notYourArea');
  });
});
