import { describe, expect, it } from 'vitest';
import { DomainError } from '../errors';
import {
  actors,
  answer,
  deskActs,
  elsewhere,
  held,
  inCouncil,
  resident,
  staff,
  subjectFor,
  subjectOf,
} from '../../../tests/support/policy-world';
import { type Act, acts, assertMay, may, mayEver } from './policy';
import { type Actor, type HeldRole, visitor } from './roles';

const words = {
  yes: 'yes',
  in: 'signInFirst',
  home: 'homeAreaNeeded',
  role: 'notYourRole',
  area: 'notYourArea',
  obj: 'notYourObject',
  own: 'ownInitiative',
} as const;
/** anonymous · resident (applicant) · resident elsewhere · member · chair · areaManager · controller · admin · payer */
const grid: Record<Act, string> = {
  'site.read': '           yes yes  yes  yes  yes  yes  yes  yes yes',
  'demo.enter': '          yes yes  yes  yes  yes  yes  yes  yes yes',
  'outbox.read': '         yes yes  yes  yes  yes  yes  yes  yes yes',
  'session.manage': '      yes yes  yes  yes  yes  yes  yes  yes yes',
  'mail.choose': '         yes yes  yes  yes  yes  yes  yes  yes yes',
  'admin.read': '          in  role role role role role role yes role',
  'gemeente.manage': '     in  role role role role role role yes role',
  'area.manage': '         in  role role role role role role yes role',
  'me.read': '             in  yes  yes  yes  yes  yes  yes  yes yes',
  'me.update': '           in  yes  yes  yes  yes  yes  yes  yes yes',
  'residence.prove': '     in  yes  yes  yes  yes  yes  yes  yes yes',
  'residence.check': '     in  role role role role yes  role yes role',
  'residence.manage': '    in  role role role role role role yes role',
  'initiative.create': '   in  yes  yes  yes  yes  home home home home',
  'initiative.readOwn': '  in  yes  obj  obj  obj  obj  obj  obj obj',
  'initiative.editOwn': '  in  yes  obj  obj  obj  obj  obj  obj obj',
  'initiative.publish': '  in  yes  obj  obj  obj  obj  obj  obj obj',
  'initiative.submit': '   in  yes  obj  obj  obj  obj  obj  obj obj',
  'initiative.withdraw': ' in  yes  obj  obj  obj  obj  obj  obj obj',
  'invitation.read': '     yes yes  yes  yes  yes  yes  yes  yes yes',
  'invitation.refuse': '   yes yes  yes  yes  yes  yes  yes  yes yes',
  'invitation.accept': '   in  yes  yes  yes  yes  yes  yes  yes yes',
  'invitation.remove': '   in  yes  obj  obj  obj  obj  obj  obj obj',
  'support.give': '        in  own  yes  yes  yes  home home home home',
  'comment.write': '       in  yes  yes  yes  yes  home home home home',
  'comment.moderate': '    in  role role role role role role yes role',
  'council.desk': '        in  role role yes  yes  yes  role yes role',
  'council.manage': '      in  role role role role role role yes role',
  'meeting.plan': '        in  role role role yes  role role role role',
  'meeting.open': '        in  role role role yes  role role role role',
  'meeting.close': '       in  role role role yes  role role role role',
  'agenda.manage': '       in  role role role yes  role role role role',
  'attendance.record': '   in  role role role yes  role role role role',
  'conflict.declare': '    in  role role yes  yes  role role role role',
  'conflict.report': '     in  role role yes  yes  role role role role',
  'conflict.answer': '     in  role role yes  role role role role role',
  'conflict.rule': '       in  role role yes  role role role role role',
  'council.vote': '        in  role role yes  yes  role role role role',
  'item.decide': '         in  role role role yes  role role role role',
  'item.refer': '          in  role role role yes  role role role role',
  'money.readAll': '       in  role role role role yes  yes  yes yes',
  'money.export': '        in  role role role role yes  yes  yes yes',
  'money.pledge': '        in  role role role role role yes  role role',
  'money.receive': '        in  role role role role role yes  role role',
  'money.reserve': '        in  role role role yes  role role role role',
  'money.advance': '        in  role role role role role yes  role role',
  'money.settle': '         in  role role role role role yes  role role',
  'money.writeOff': '       in  role role role role role yes  role role',
  'money.reverse': '        in  role role role role role yes  role role',
  'money.closeYear': '      in  role role role role role yes  role role',
  'payee.setOwn': '         in  yes  obj  obj  obj  obj  obj  obj  obj',
  'payee.set': '            in  role role role role role role role yes',
  'payee.confirm': '        in  role role role role role yes  role role',
  'batch.read': '           in  role role role role role yes  role yes',
  'batch.make': '           in  role role role role role role role yes',
  'batch.withdraw': 'in  role role role role role yes  role yes',
  'batch.approve': '        in  role role role role role yes  role role',
  'statement.read': '       in  role role role role role yes  role yes',
  'statement.import': '     in  role role role role role yes  role role',
  'people.manage': '        in  role role role role role role yes  role',
  'audit.read': '           in  role role role role role role yes  role',
  'checks.ask': '           in  role role role role role role yes  role',
  'health.read': '          in  role role role role role role yes  role',
  'job.retry': '            in  role role role role role role yes  role',
  'scheme.manage': '        in  role role role role role role yes role',
};

describe('the whole table: acts × nine roles', () => {
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

/** What whoever is signed in may do. */
const everybodys: Act[] = [
  ...(['site.read', 'demo.enter', 'outbox.read', 'session.manage', 'mail.choose', 'me.read'] as const),
  ...(['me.update', 'residence.prove'] as const),
  ...(['invitation.read', 'invitation.refuse', 'invitation.accept'] as const),
];

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

  it('lets a buurtnetwerker say who lives in their own wijk, and nothing else', () => {
    const networker = staff('networker', held('networker', inCouncil));
    const allowed = acts.filter(
      (act) => !everybodys.includes(act) && may(networker, act, subjectFor(act)).allow,
    );
    expect(allowed).toEqual(['residence.check']);
    const elsewhereToo = may(networker, 'residence.check', { areaId: 'kruiskade' });
    expect(answer(elsewhereToo)).toBe('notYourArea');
  });

  it.each(['ballotOfficer', 'director', 'shareholder'] as const)('%s', (role) => {
    const actor = staff(role, held(role, inCouncil));
    const allowed = acts.filter((act) => may(actor, act, subjectFor(act)).allow);
    expect(allowed).toEqual(everybodys);
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
    ['member', 6],
    ['chair', 11],
    ['secretary', 11],
    ['areaManager', 4],
    ['controller', 15],
    ['payer', 7],
    ['moderator', 1],
    ['admin', 16],
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

describe('somebody without a person', () => {
  it.each(['me.read', 'initiative.create', 'council.desk'] as const)('must sign in first: %s', (act) => {
    const nobody: Actor = { ...staff('chair', held('chair', inCouncil)), personId: null };
    expect(answer(mayEver(nobody, act))).toBe('signInFirst');
    expect(answer(may(nobody, act, subjectFor(act)))).toBe('signInFirst');
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
