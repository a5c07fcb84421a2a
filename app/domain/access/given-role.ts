import { addDays, type CalendarDate } from '../calendar';
import { DomainError } from '../errors';
import { assertWithin, windowFrom, windows } from '../windows';

/** A role that a person gives another, with its reach: a wijk, a council, or the whole gemeente. */
export type GivenRole =
  | { role: 'networker' | 'areaManager'; areaId: string }
  | { role: 'controller' | 'payer' | 'moderator' | 'admin' }
  | { role: 'member' | 'chair' | 'secretary'; bodyId: string };

/** What of its reach a role asks for. */
export const reachOf = {
  networker: 'area',
  areaManager: 'area',
  member: 'body',
  chair: 'body',
  secretary: 'body',
  controller: 'gemeente',
  payer: 'gemeente',
  moderator: 'gemeente',
  admin: 'gemeente',
} as const satisfies Record<GivenRole['role'], 'area' | 'body' | 'gemeente'>;

export type GivenRoleName = keyof typeof reachOf;

/** Every role that can be given, in the order of a list. */
export const givenRoles = Object.keys(reachOf) as [GivenRoleName, ...GivenRoleName[]];

/** The roles that are given to a person by themselves; those of a council come with a seat, where the council is. */
export const rolesBesideCouncils = [
  'networker',
  'areaManager',
  'controller',
  'payer',
  'moderator',
  'admin',
] as const satisfies GivenRoleName[];

/** A role with the reach that was chosen. Throws 'required' at the field of the wijk or council that it lacks. */
export function givenRole(role: GivenRoleName, chosen: { areaId?: string; bodyId?: string }): GivenRole {
  switch (role) {
    case 'networker':
    case 'areaManager':
      return { role, areaId: needed(chosen.areaId, 'areaId') };
    case 'member':
    case 'chair':
    case 'secretary':
      return { role, bodyId: needed(chosen.bodyId, 'bodyId') };
    default:
      return { role };
  }
}

function needed(id: string | undefined, field: string): string {
  if (id === undefined) throw new DomainError('required', { field });
  return id;
}

/**
 * The term of a role from its first day up to and including its last, if it has one. Nobody gets a right for days that are
 * over. Throws 'dateOutside' at `validFrom` or `lastDay`.
 */
export function termOf(
  today: CalendarDate,
  { validFrom, lastDay }: { validFrom: CalendarDate; lastDay?: CalendarDate },
): { validFrom: CalendarDate; validTo: CalendarDate | null } {
  assertWithin(windowFrom(today, 'role'), validFrom, 'validFrom');
  if (lastDay === undefined) return { validFrom, validTo: null };
  assertWithin({ earliest: validFrom, latest: addDays(windows.other.latest, -1) }, lastDay, 'lastDay');
  return { validFrom, validTo: addDays(lastDay, 1) };
}

/** What nobody does to themselves, whatever their role. Throws 'aboutYourself'. */
export function assertOther(actorId: string | null, personId: string): void {
  if (actorId === personId) throw new DomainError('aboutYourself');
}
