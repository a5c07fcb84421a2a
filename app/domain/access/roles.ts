/** The closed list of roles (product.md, "Who uses it"). */
export const roles = [
  'visitor',
  'resident',
  'member',
  'chair',
  'secretary',
  'networker',
  'areaManager',
  'controller',
  'payer',
  'ballotOfficer',
  'director',
  'shareholder',
  'moderator',
  'admin',
] as const;
export type Role = (typeof roles)[number];

/** How sure we are who it is: not signed in, a code by e-mail, or password with a second factor. */
export type Assurance = 'none' | 'code' | 'strong';

/**
 * A role held today, for a wijk, a body or (both null) the whole gemeente. `member` is a voting seat; a chair
 * or secretary with a vote holds `member` as well.
 */
export interface HeldRole {
  role: Role;
  areaId: string | null;
  bodyId: string | null;
}

/** Who asks. Everyone is a visitor; whoever is signed in and has a home wijk is a resident. */
export interface Actor {
  personId: string | null;
  name: string | null;
  homeAreaId: string | null;
  assurance: Assurance;
  held: readonly HeldRole[];
}

/** Someone who is not signed in. */
export const visitor: Actor = { personId: null, name: null, homeAreaId: null, assurance: 'none', held: [] };
