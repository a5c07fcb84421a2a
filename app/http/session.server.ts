import { randomBytes } from 'node:crypto';
import { type AppLoadContext } from '@remix-run/node';
import { Lucia, TimeSpan } from 'lucia';
import { actorById } from '#db/reads/people/person';
import { visitor, type Actor } from '~/domain/access/roles';
import { calendarDateIn } from '~/domain/calendar';
import { sessionTable } from './session-table.server';
import { type Site } from './site.server';

type Attributes = { assurance: 'code' | 'strong'; createdAt: Date };

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Attributes>;
    DatabaseSessionAttributes: Attributes;
  }
}

/** How sure we are who it is, and so how long they may stay: without a request (idle), and in all (absolute). */
export type SignedIn = Attributes['assurance'];
const day = 86_400_000;
const terms = {
  code: { mark: 'c', idle: new TimeSpan(14, 'd'), absoluteMs: 60 * day },
  strong: { mark: 's', idle: new TimeSpan(2, 'h'), absoluteMs: day / 2 },
} as const;

const doors = new WeakMap<Site, Record<SignedIn, Lucia<Attributes>>>();

function doorsOf(site: Site): Record<SignedIn, Lucia<Attributes>> {
  const known = doors.get(site);
  if (known) return known;
  const table = sessionTable(site.db, () => site.now());
  const door = (kind: SignedIn) =>
    new Lucia(table, {
      sessionExpiresIn: terms[kind].idle,
      sessionCookie: { name: '__Host-wijkkas', attributes: { secure: true, sameSite: 'lax', path: '/' } },
      getSessionAttributes: ({ assurance, createdAt }) => ({ assurance, createdAt }),
    });
  const made = { code: door('code'), strong: door('strong') };
  doors.set(site, made);
  return made;
}

/** The token of this request and its kind, which is part of what is hashed and so cannot be changed. */
function tokenOf(request: Request): { token: string; kind: SignedIn } | null {
  // Read by hand: other cookies of the same domain may hold text that no decoder takes.
  const [, token] = /(?:^|;\s*)__Host-wijkkas=([\w-]+)/.exec(request.headers.get('Cookie') ?? '') ?? [];
  if (!token) return null;
  return { token, kind: token.startsWith(terms.strong.mark) ? 'strong' : 'code' };
}

/** Who sends this request: a visitor, unless the session and the person behind it are both still good. */
export async function actorOf(request: Request, context: AppLoadContext): Promise<Actor> {
  const { site } = context;
  const sent = tokenOf(request);
  if (!sent) return visitor;
  const door = doorsOf(site)[sent.kind];
  const { session } = await door.validateSession(sent.token);
  const actor = session && (await actorIn(session, site));
  if (actor) {
    if (session.fresh) context.setCookie(door.createSessionCookie(sent.token).serialize());
    return actor;
  }
  if (session) await door.invalidateSession(sent.token);
  context.setCookie(door.createBlankSessionCookie().serialize());
  return visitor;
}

async function actorIn(session: Attributes & { userId: string }, site: Site): Promise<Actor | null> {
  const now = site.now();
  const { absoluteMs } = terms[session.assurance];
  if (now.getTime() >= session.createdAt.getTime() + absoluteMs) return null;
  return actorById(site.db, session.userId, session.assurance, calendarDateIn(now));
}

type Asking = { request: Request; loadContext: AppLoadContext };

/** Opens a session under a new token (256 bits) and ends the one that this browser had. */
export async function startSession(
  { request, loadContext: context }: Asking,
  personId: string,
  assurance: SignedIn,
): Promise<void> {
  const { site } = context;
  await endToken(request, site);
  const sessionId = terms[assurance].mark + randomBytes(32).toString('base64url');
  const door = doorsOf(site)[assurance];
  await door.createSession(personId, { assurance, createdAt: site.now() }, { sessionId });
  context.setCookie(door.createSessionCookie(sessionId).serialize());
}

/** Ends the session of this browser. */
export async function endSession({ request, loadContext: context }: Asking): Promise<void> {
  await endToken(request, context.site);
  context.setCookie(doorsOf(context.site).code.createBlankSessionCookie().serialize());
}

async function endToken(request: Request, site: Site): Promise<void> {
  const sent = tokenOf(request);
  if (sent) await doorsOf(site)[sent.kind].invalidateSession(sent.token);
}
