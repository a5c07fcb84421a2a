import { describe, expect, it } from 'vitest';
import { DomainError } from '../errors';
import { initiativeActs, initiativeLifecycle, initiativeStates } from '../lifecycle/initiative';
import { mayMove } from '../../../tests/support/lifecycle';
import { type Act, acts, assertMay, may, mayEver, type Subject } from './policy';
import { type Actor, type HeldRole, roles, visitor } from './roles';

const held = (role: HeldRole['role'], where: Partial<HeldRole> = {}): HeldRole => ({
  role,
  areaId: null,
  bodyId: null,
  ...where,
});
const person = (personId: string, change: Partial<Actor> = {}): Actor => ({
  personId,
  name: personId,
  homeAreaId: 'parkwijk',
  assurance: 'code',
  held: [],
  ...change,
});
const staff = (personId: string, role: HeldRole): Actor =>
  person(personId, { homeAreaId: null, assurance: 'strong', held: [role] });

const inCouncil = { bodyId: 'raad-parkwijk', areaId: 'parkwijk' };
const resident = person('resident');
const elsewhere = person('elsewhere', { homeAreaId: 'kruiskade' });
const member = person('member', { assurance: 'strong', held: [held('member', inCouncil)] });
const chair = person('chair', {
  assurance: 'strong',
  held: [held('member', inCouncil), held('chair', inCouncil)],
});
const areaManager = staff('areaManager', held('areaManager', { areaId: 'parkwijk' }));
const controller = staff('controller', held('controller'));
const admin = staff('admin', held('admin'));
const actors = [visitor, resident, elsewhere, member, chair, areaManager, controller, admin];

/** An initiative of `resident` in Parkwijk before its buurtraad, with everybody in the room. */
const subjectOf = (state: string): Subject => ({
  areaId: 'parkwijk',
  bodyId: 'raad-parkwijk',
  applicantIds: ['resident'],
  state,
  presentIds: actors.flatMap(({ personId }) => personId ?? []),
  conflictedIds: [],
  demo: true,
});
const stateFor: Partial<Record<Act, string>> = {
  'initiative.editOwn': 'draft',
  'initiative.publish': 'draft',
  'initiative.submit': 'gathering',
};
const subjectFor = (act: Act) => subjectOf(stateFor[act] ?? 'onAgenda');

const words = {
  yes: 'yes',
  in: 'signInFirst',
  home: 'homeAreaNeeded',
  role: 'notYourRole',
  area: 'notYourArea',
  obj: 'notYourObject',
  own: 'ownInitiative',
} as const;
const answer = (verdict: ReturnType<typeof may>) => (verdict.allow ? 'yes' : verdict.because);

/** anonymous · resident (applicant) · resident elsewhere · member · chair · areaManager · controller · admin */
const grid: Record<Act, string> = {
  'site.read': '           yes yes  yes  yes  yes  yes  yes  yes',
  'demo.enter': '          yes yes  yes  yes  yes  yes  yes  yes',
  'outbox.read': '         yes yes  yes  yes  yes  yes  yes  yes',
  'session.manage': '      yes yes  yes  yes  yes  yes  yes  yes',
  'me.read': '             in  yes  yes  yes  yes  yes  yes  yes',
  'me.update': '           in  yes  yes  yes  yes  yes  yes  yes',
  'initiative.create': '   in  yes  yes  yes  yes  home home home',
  'initiative.readOwn': '  in  yes  obj  obj  obj  obj  obj  obj',
  'initiative.editOwn': '  in  yes  obj  obj  obj  obj  obj  obj',
  'initiative.publish': '  in  yes  obj  obj  obj  obj  obj  obj',
  'initiative.submit': '   in  yes  obj  obj  obj  obj  obj  obj',
  'initiative.withdraw': ' in  yes  obj  obj  obj  obj  obj  obj',
  'support.give': '        in  own  yes  yes  yes  home home home',
  'comment.write': '       in  yes  yes  yes  yes  home home home',
  'comment.moderate': '    in  role role role role role role yes',
  'council.desk': '        in  role role yes  yes  yes  role yes',
  'meeting.plan': '        in  role role role yes  role role role',
  'meeting.open': '        in  role role role yes  role role role',
  'meeting.close': '       in  role role role yes  role role role',
  'agenda.manage': '       in  role role role yes  role role role',
  'attendance.record': '   in  role role role yes  role role role',
  'conflict.declare': '    in  role role yes  yes  role role role',
  'council.vote': '        in  role role yes  yes  role role role',
  'item.decide': '         in  role role role yes  role role role',
  'item.refer': '          in  role role role yes  role role role',
  'money.readAll': '       in  role role role role yes  yes  yes',
  'money.export': '        in  role role role role yes  yes  yes',
  'money.pledge': '        in  role role role role role yes  role',
};

describe('the whole table: acts × eight roles', () => {
  it.each(acts)('%s', (act) => {
    const expected = grid[act].trim().split(/ +/);
    expect(expected).toHaveLength(actors.length);
    const found = actors.map((actor) => answer(may(actor, act, subjectFor(act))));
    expect(found).toEqual(expected.map((word) => words[word as keyof typeof words]));
  });

  it('has no act without a row', () => {
    expect(Object.keys(grid)).toEqual(acts);
  });
});

const deskActs: readonly Act[] = [
  'meeting.plan',
  'meeting.open',
  'meeting.close',
  'agenda.manage',
  'attendance.record',
  'item.decide',
  'item.refer',
];

describe('other bodies and other wijken', () => {
  const otherBody = { ...subjectOf('onAgenda'), areaId: 'kruiskade', bodyId: 'raad-kruiskade' };

  it.each([...deskActs, 'council.desk', 'conflict.declare', 'council.vote'] as const)('%s', (act) => {
    expect(answer(may(chair, act, otherBody))).toBe('notYourArea');
    expect(answer(may(chair, act))).toBe('notYourArea');
  });

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

describe('secretary, moderator and the roles without acts yet', () => {
  it('gives the secretary the desk but no vote', () => {
    const secretary = staff('secretary', held('secretary', inCouncil));
    for (const act of deskActs) expect(answer(may(secretary, act, subjectOf('onAgenda')))).toBe('yes');
    expect(answer(may(secretary, 'council.vote', subjectOf('onAgenda')))).toBe('notYourRole');
  });

  it('lets a moderator moderate and nothing else of the kind', () => {
    const moderator = staff('moderator', held('moderator'));
    expect(answer(may(moderator, 'comment.moderate'))).toBe('yes');
    expect(answer(may(moderator, 'money.readAll'))).toBe('notYourRole');
  });

  it.each(['networker', 'ballotOfficer', 'director', 'shareholder'] as const)('%s', (role) => {
    const actor = staff(role, held(role, inCouncil));
    const allowed = acts.filter((act) => may(actor, act, subjectFor(act)).allow);
    expect(allowed).toEqual([
      'site.read',
      'demo.enter',
      'outbox.read',
      'session.manage',
      'me.read',
      'me.update',
    ]);
  });
});

describe('a held role counts only after a strong sign-in', () => {
  const actsOf = (role: HeldRole['role']) => {
    const strong = staff(role, held(role, inCouncil));
    const plain = { ...strong, held: [] };
    const viaRole = (act: Act) =>
      may(strong, act, subjectFor(act)).allow && !may(plain, act, subjectFor(act)).allow;
    return { strong, via: acts.filter(viaRole) };
  };

  it.each([
    ['member', 3],
    ['chair', 9],
    ['secretary', 9],
    ['areaManager', 3],
    ['controller', 3],
    ['payer', 2],
    ['moderator', 1],
    ['admin', 4],
  ] as const)('%s: %i acts', (role, count) => {
    const { strong, via } = actsOf(role);
    expect(via).toHaveLength(count);
    for (const act of via) {
      const weak: Actor = { ...strong, assurance: 'code' };
      expect(answer(may(weak, act, subjectFor(act))), act).toBe('strongSignInNeeded');
      expect(answer(mayEver(weak, act)), act).toBe('strongSignInNeeded');
      expect(answer(may({ ...strong, assurance: 'none' }, act, subjectFor(act))), act).toBe('signInFirst');
    }
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

describe('mayEver', () => {
  it('never denies what may allows', () => {
    for (const actor of actors)
      for (const act of acts) {
        const allowed = may(actor, act, subjectFor(act)).allow;
        expect(allowed && !mayEver(actor, act).allow, `${actor.name} ${act}`).toBe(false);
      }
  });

  it('denies a role that can never do the act, and lets the others in to look for their object', () => {
    expect(answer(mayEver(visitor, 'council.desk'))).toBe('signInFirst');
    expect(answer(mayEver(resident, 'council.desk'))).toBe('notYourRole');
    expect(answer(mayEver(elsewhere, 'initiative.editOwn'))).toBe('yes');
    expect(answer(mayEver(visitor, 'demo.enter'))).toBe('yes');
  });
});

describe('assertMay', () => {
  it('throws the reason, and nothing when allowed', () => {
    expect(() => assertMay(visitor, 'me.read')).toThrow(DomainError);
    expect(() => assertMay(visitor, 'me.read')).toThrow('signInFirst');
    expect(() => assertMay(resident, 'me.read')).not.toThrow();
    expect(() => assertMay(elsewhere, 'initiative.readOwn', subjectOf('draft'))).toThrow('notYourObject');
  });
});
