import { type AppLoadContext } from '@remix-run/node';
import { allBodies } from '#db/reads/council/body';
import { mayEver } from '~/domain/access/policy';
import { type Visit } from './visit.server';

type Desks = Awaited<ReturnType<typeof read>>;
const known = new WeakMap<AppLoadContext, Promise<Desks>>();

/**
 * The work that waits behind a second factor: which councils, and whether money, moderation and the choices of the gemeente. Read once a request, and from
 * the database only for who sits in a council.
 */
export function desksOf(visit: Visit): Promise<Desks> {
  const desks = known.get(visit.loadContext) ?? read(visit);
  known.set(visit.loadContext, desks);
  return desks;
}

async function read({ context: { db, actor } }: Visit) {
  const mine = new Set(actor.held.flatMap(({ bodyId }) => bodyId ?? []));
  const councils = mine.size === 0 ? [] : (await allBodies(db)).filter(({ id }) => mine.has(id));
  const signedIn = { ...actor, assurance: 'strong' } as const;
  return {
    councils: councils.map(({ slug, name }) => ({ slug, name })),
    money: mayEver(signedIn, 'money.readAll').allow,
    moderation: mayEver(signedIn, 'comment.moderate').allow,
    residents: mayEver(signedIn, 'residence.check').allow,
    admin: mayEver(signedIn, 'admin.read').allow,
    locked: actor.assurance !== 'strong',
  };
}
