import { type Actor } from '~/domain/access/roles';

/** As whom someone with a desk acts for a council: what the timeline of an initiative tells. */
export function deskRole({ held }: Actor, bodyId: string): 'chair' | 'secretary' {
  const chairs = held.some((role) => role.role === 'chair' && role.bodyId === bodyId);
  return chairs ? 'chair' : 'secretary';
}
