import { type Source } from './source';

/** What a rule of the house looks at: files by their path, with what they import as paths without ending. */
type File = Pick<Source, 'path' | 'imports'>;

const bare = (path: string) => path.replace(/(\/index)?\.tsx?$/, '');

/** `app/routes/<noun>/<page>`: which page or shared folder a file stands in; undefined outside the routes. */
function placeOf(path: string): { noun: string; page: string } | undefined {
  const [, noun, page] = /^app\/routes\/(\w+)\/([\w-]+)\//.exec(path) ?? [];
  return noun && page ? { noun, page } : undefined;
}

/** A page imports its own folder and its noun's `shared`; what it takes from another page or noun is named here. */
export function fromOtherPages(files: readonly File[]): string[] {
  return files.flatMap(({ path, imports }) => {
    const own = placeOf(path);
    return imports.flatMap((name) => {
      const other = placeOf(`${name}/`.replace(/\/[^/]*\/$/, '/'));
      if (!other || !own) return [];
      const same = other.noun === own.noun && ['shared', own.page].includes(other.page);
      return same ? [] : [`${path} → ${name}`];
    });
  });
}

/** An act of one noun takes nothing of another but its `parts`: it never does another act within its own. */
export function actsOfOthers(files: readonly File[]): string[] {
  return files.flatMap(({ path, imports }) => {
    const [, own] = /^app\/usecases\/(\w+)\//.exec(path) ?? [];
    const isOther = (name: string) => {
      const [, noun, part] = /^app\/usecases\/(\w+)\/([\w-]+)/.exec(name) ?? [];
      return noun !== undefined && noun !== own && part !== 'parts';
    };
    return own === undefined ? [] : imports.filter(isOther).map((name) => `${path} → ${name}`);
  });
}

/** Who reaches a file, over whatever lies between: pages as `noun/page`, other rooms by their path. */
function reachedFrom(files: readonly File[]): (path: string) => Set<string> {
  const users = new Map<string, string[]>();
  for (const { path, imports } of files) {
    for (const name of imports) users.set(name, [...(users.get(name) ?? []), path]);
  }
  const climb = (path: string, seen: Set<string>): string[] => {
    if (seen.has(path)) return [];
    seen.add(path);
    return (users.get(bare(path)) ?? []).flatMap((user) => {
      const place = placeOf(user);
      if (place && place.page !== 'shared') return [`${place.noun}/${place.page}`];
      return /^app\/(routes|ui)\//.test(user) ? climb(user, seen) : [`the frame/${user}`];
    });
  };
  return (path) => new Set(climb(path, new Set()));
}

/** Parts that do not live with their user: in `shared` of one page alone, or in `ui` of one noun alone. */
export function partsAwayFromHome(files: readonly File[]): string[] {
  const pagesOf = reachedFrom(files);
  return files.flatMap(({ path }) => {
    const shared = placeOf(path)?.page === 'shared';
    if (!shared && !path.startsWith('app/ui/')) return [];
    const pages = [...pagesOf(path)];
    const nouns = new Set(pages.map((page) => page.split('/')[0]));
    if (nouns.has('the frame')) return [];
    const enough = shared ? pages.length > 1 : nouns.size > 1;
    return enough ? [] : [`${path}: ${pages.join(', ') || 'nobody'}`];
  });
}

/** Files that reach themselves by what they import, types too; each ring is named by its files. */
export function rings(files: readonly File[]): string[] {
  const known = new Map(files.map((file) => [bare(file.path), file]));
  const reach = (from: string): Set<string> => {
    const seen = new Set<string>();
    const next = [...(known.get(from)?.imports ?? [])];
    for (let name = next.pop(); name !== undefined; name = next.pop()) {
      if (seen.has(name) || !known.has(name)) continue;
      seen.add(name);
      next.push(...(known.get(name)?.imports ?? []));
    }
    return seen;
  };
  return [...known.keys()].filter((name) => reach(name).has(name));
}

/** Files that ask for what a page loaded, the page itself and the frame aside: a part gets its props. */
export function loadedOutsideRoutes(files: readonly Pick<Source, 'path' | 'text'>[]): string[] {
  return files
    .filter(
      ({ path, text }) =>
        /\buseLoaderData\b/.test(text) && !/^app\/(root|routes\/.*\/route)\.tsx$/.test(path),
    )
    .map(({ path }) => path);
}

/** Posted forms and keys of forms outside the one form, those aside that are made by hand for a reason. */
export function formsByHand(
  files: readonly Pick<Source, 'path' | 'text'>[],
  byHand: Readonly<Record<string, number>>,
): string[] {
  const theForm = ['app/ui/form.tsx', 'app/ui/form-key.tsx'];
  return files.flatMap(({ path, text }) => {
    if (theForm.includes(path)) return [];
    const posted = text.match(/<\w*[Ff]orm\b(?:=>|[^>])*?method=\W{1,2}post\b/gi)?.length ?? 0;
    const keys = text.match(/<FormKey\b/g)?.length ?? 0;
    return posted === (byHand[path] ?? 0) && keys === 0 ? [] : [`${path}: ${posted} forms, ${keys} keys`];
  });
}

/** Addresses of ours that stand in a text of a program, `paths` aside: an address has one place. */
export function literalPaths(
  files: readonly Pick<Source, 'path' | 'text'>[],
  addresses: readonly string[],
): string[] {
  const segments = [...new Set(addresses.flatMap((path) => path.split('/')))].filter((word) =>
    /^[a-z]{4,}$/.test(word),
  );
  // What is put together behind a slash is typed out too.
  const literal = new RegExp(
    `['"\`}]/(${segments.join('|')})\\b|\\b(?:href|action|path)[=:]\\s*\\{?\`/\\$\\{`,
  );
  return files
    .filter(({ path, text }) => path !== 'app/paths.ts' && literal.test(text))
    .map(({ path }) => path);
}

/** What a format or a letter may take: libraries that know a notation, texts, its own kind; no clock, no files. */
const mayTake: Record<string, RegExp> = {
  'app/formats/':
    /^app\/(domain|formats)\/|^(csv-stringify\/sync|dompurify|fast-xml-parser|ibantools|jsdom|jsonc-parser|node:zlib|pdfkit|sharp)$/,
  'app/letters/': /^app\/(domain|letters|i18n|paths)(\/|$)|^db\/reads\//,
};

/** What a format or a letter imports that would tie it to the framework, the database or the machine. */
export function strangersIn(files: readonly File[]): string[] {
  return files.flatMap(({ path, imports }) => {
    const room = Object.keys(mayTake).find((each) => path.startsWith(each));
    const strange = imports.filter((name) => room && !mayTake[room]?.test(name));
    return strange.map((name) => `${path} → ${name}`);
  });
}

/** The nouns of this house; one that is not here is a question of design. */
const nouns = [
  ...[
    'area',
    'people',
    'initiative',
    'council',
    'voting',
    'ledger',
    'money',
    'sources',
    'grants',
    'payments',
  ],
  ...['yearEnd', 'register', 'plan', 'signal', 'access', 'audit', 'site'],
];
/** What stands beside the nouns in a layer, since it serves all of them. */
const beside: Record<string, string[]> = {
  'app/domain': ['lifecycle'],
  'db/schema': ['columns', 'index'],
  'db/checks': ['check', 'run'],
};

/** Rooms of a layer whose name is no noun of the list. */
export function strangeNouns(rooms: readonly string[]): string[] {
  return rooms.filter((room) => {
    const cut = room.lastIndexOf('/');
    const name = room.slice(cut + 1);
    return !nouns.includes(name) && !beside[room.slice(0, cut)]?.includes(name);
  });
}

/** What only a browser does: a hook that waits for one, or an ear for what a visitor does. */
const inBrowser =
  /\buse(State|Reducer|Ref|Effect|LayoutEffect|SyncExternalStore|Fetcher|Submit|Revalidator|Navigate)\b|\bon(Click|Change|Input|Submit|Key\w+|Pointer\w+|Mouse\w+|Focus|Blur|Toggle|Scroll)=/;

/** Pages sent without a script (their `handle` has no `runs`) that show something which only a browser brings to life. */
export function silentWithoutScript(files: readonly Pick<Source, 'path' | 'text' | 'imports'>[]): string[] {
  const pagesOf = reachedFrom(files);
  const runs = new Set(
    files
      .filter(({ path, text }) => path.endsWith('/route.tsx') && /\bruns: /.test(text))
      .map(({ path }) => /^app\/routes\/(.+)\/route\.tsx$/.exec(path)?.[1]),
  );
  return files
    .filter(({ path, text }) => /^app\/(routes|ui)\//.test(path) && inBrowser.test(text))
    .flatMap(({ path }) => {
      const place = placeOf(path);
      const pages = place && place.page !== 'shared' ? [`${place.noun}/${place.page}`] : [...pagesOf(path)];
      return pages.filter((page) => !runs.has(page)).map((page) => `${page}: ${path}`);
    });
}
