import { type ServerBuild } from '@remix-run/node';

/**
 * Remix compares an address with every route there is, anew for each request and up to three times: milliseconds, when there
 * are a hundred. So each first word of an address is handled as a site of its own, of the routes that begin with it; an
 * address that begins as none does goes to those that take anything. `make` makes what handles such a site, once for each.
 */
export function byFirstWord<Handler>(
  build: ServerBuild,
  make: (part: ServerBuild) => Handler,
): (pathname: string) => Handler {
  const words = new Set(Object.values(build.routes).map(wordOfRoute));
  const made = new Map<string, Handler>();
  return (pathname) => {
    const word = firstWord(pathname);
    const known = word !== null && words.has(word) ? word : null;
    const key = known ?? '*';
    const handler = made.get(key) ?? make(partOf(build, known));
    made.set(key, handler);
    return handler;
  };
}

function partOf(build: ServerBuild, word: string | null): ServerBuild {
  const belongs = (id: string) => {
    const route = build.routes[id];
    const own = route && wordOfRoute(route);
    return own === null || own === word;
  };
  const kept = <Route>(routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => belongs(id)));
  return {
    ...build,
    routes: kept(build.routes),
    assets: { ...build.assets, routes: kept(build.assets.routes) },
  };
}

type Route = NonNullable<ServerBuild['routes'][string]>;

/** Empty for the front page; null for a route that takes any first word: the frame, and the page for what is not there. */
function wordOfRoute({ index, path }: Route): string | null {
  if (index) return '';
  const word = path?.split('/')[0]?.toLowerCase() ?? '';
  return word === '' || /^[:*]/.test(word) ? null : word;
}

/** Also of the address that a program asks, which ends in `.data`. Null when it cannot be read. */
function firstWord(pathname: string): string | null {
  const [word = ''] = pathname
    .replace(/^\/_root\.data$|\.data$/, '')
    .split('/')
    .filter(Boolean);
  try {
    return decodeURIComponent(word).toLowerCase();
  } catch {
    return null;
  }
}
