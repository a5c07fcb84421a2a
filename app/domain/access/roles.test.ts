import { describe, expect, test } from 'vitest';
import { acts, may, mayEver } from './policy';
import { type Actor, type Assurance, type Role, roles, visitor } from './roles';

const holder = (role: Role, assurance: Assurance = 'strong'): Actor => ({
  ...{ personId: 'p', name: 'P', homeAreaId: null, assurance },
  held: [{ role, areaId: null, bodyId: null }],
});
const canEver = (actor: Actor) => acts.filter((act) => mayEver(actor, act).allow);
const withoutRole: Actor = { ...holder('member'), held: [] };
const forAnyone = canEver(withoutRole);

/** What is told by where somebody lives or by being somebody, and roles whose acts are still to come. */
const withoutActs: readonly Role[] = ['visitor', 'resident', 'ballotOfficer', 'director', 'shareholder'];

describe('a role', () => {
  test('is named once', () => {
    expect(new Set(roles).size).toBe(roles.length);
  });

  test.each(roles.filter((role) => !withoutActs.includes(role)))(
    '%s lets its holder do what nobody may without a role',
    (role) => {
      const more = canEver(holder(role)).filter((act) => !forAnyone.includes(act));
      expect(more).not.toEqual([]);
    },
  );

  test.each(withoutActs)('%s lets nobody do more by being held', (role) => {
    expect(canEver(holder(role))).toEqual(forAnyone);
  });

  test.each(roles)('%s takes nothing away from its holder', (role) => {
    expect(canEver(holder(role))).toEqual(expect.arrayContaining(forAnyone));
  });

  test.each(roles)('%s gives nothing to who signed in by a code alone', (role) => {
    expect(canEver(holder(role, 'code'))).toEqual(forAnyone);
  });

  test.each(roles)('%s gives nothing to who is not signed in', (role) => {
    const unsure = holder(role, 'none');
    for (const act of acts) expect(may(unsure, act)).toEqual(may(visitor, act));
  });
});

describe('a visitor', () => {
  test('is nobody from nowhere, with no role', () => {
    expect(visitor).toEqual({ personId: null, name: null, homeAreaId: null, assurance: 'none', held: [] });
  });

  test('is asked to sign in first for all that is not for everyone', () => {
    const refused = acts.filter((act) => !mayEver(visitor, act).allow);
    expect(refused.length).toBeGreaterThan(0);
    for (const act of refused)
      expect(mayEver(visitor, act)).toEqual({ allow: false, because: 'signInFirst' });
  });

  test('may do nothing that somebody who is signed in may not', () => {
    expect(forAnyone).toEqual(expect.arrayContaining(canEver(visitor)));
  });
});
