import { type ServerBuild } from '@remix-run/node';
import { type z } from 'zod';
import { type Act, type Subject } from '../../app/domain/access/policy';
import { type World } from './world';

type Access = { read: Act; write?: Act };
type Gate = ((...args: never[]) => unknown) & { access?: Act };
/** What an action takes: one form, or one of several by name. */
export type Forms = z.ZodType | Readonly<Record<string, z.ZodType>>;
type Module = {
  handle?: { access?: Access };
  default?: unknown;
  loader?: Gate;
  action?: Gate & { forms?: Forms };
};
export type Door = { id: string; pattern: string; module: Module };

/** Every route of the build, with the whole pattern of its address. */
export function doorsOf({ routes }: ServerBuild): Door[] {
  const pattern = (id: string): string => {
    const route = routes[id];
    const above = route?.parentId ? pattern(route.parentId) : '';
    return [above, route?.path].filter(Boolean).join('/');
  };
  return Object.keys(routes).map((id) => ({
    id,
    pattern: pattern(id),
    module: routes[id]?.module as Module,
  }));
}

/** The address of a door for an act, and what the policy must know about what stands there. */
export function standAt(
  { fillings }: World,
  pattern: string,
  act: Act,
): { path: string; subject: Subject | undefined } {
  const segments = pattern.split('/');
  let subject: Subject | undefined;
  const path = segments.map((segment, index) => {
    if (segment === '*') return 'er/is/niets';
    if (!segment.startsWith(':')) return segment;
    const key = `${segments[index - 1] ?? ''}/${segment}`;
    const filling = fillings[key]?.(act);
    if (!filling) throw new Error(`say in tests/access/world.ts what stands at "${key}" (route ${pattern})`);
    subject = filling.subject ? { ...subject, ...filling.subject } : subject;
    return filling.value;
  });
  return { path: `/${path.join('/')}`, subject };
}
