import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { paths } from '../app/paths';
import {
  actsOfOthers,
  fromOtherPages,
  literalPaths,
  loadedOutsideRoutes,
  partsAwayFromHome,
  rings,
  silentWithoutScript,
  strangeNouns,
  strangersIn,
} from './support/house';
import { sourcesIn } from './support/source';

const production = sourcesIn('app', 'db').filter(({ path }) => !path.includes('.test.'));
const file = (path: string, ...imports: string[]) => ({ path, imports });

describe('a page', () => {
  test('takes nothing from another page', () => {
    expect(fromOtherPages(production)).toEqual([]);
  });

  test('is caught when it does', () => {
    const [own, other, shared, elsewhere] = [
      'app/routes/council/item/parts',
      'app/routes/council/vote/parts',
      'app/routes/council/shared/marks',
      'app/routes/grants/shared/frame',
    ];
    const page = file('app/routes/council/item/route.tsx', own, other, shared, elsewhere, 'app/ui/link');
    expect(fromOtherPages([page])).toEqual([`${page.path} → ${other}`, `${page.path} → ${elsewhere}`]);
    const marks = file('app/routes/council/shared/marks.tsx', other);
    expect(fromOtherPages([marks])).toEqual([`${marks.path} → ${other}`]);
  });
});

describe('an act', () => {
  test('does no act of another noun', () => {
    expect(actsOfOthers(production)).toEqual([]);
  });

  test('is caught when it does', () => {
    const [part, context, act] = ['ledger/parts/reverse', 'context', 'ledger/reverse-entry'].map(
      (name) => `app/usecases/${name}.server`,
    );
    const path = 'app/usecases/payments/parts/book-movement.server.ts';
    const own = file('app/usecases/ledger/correct-entry.server.ts', act ?? '');
    const taken = [part, context, act].map((name) => name ?? '');
    expect(actsOfOthers([own, file(path, ...taken)])).toEqual([`${path} → ${act}`]);
  });
});

describe('a part', () => {
  test('lives with its one user', () => {
    expect(partsAwayFromHome(production)).toEqual([]);
  });

  test('is caught in `shared` with one page, and in `ui` with one noun', () => {
    const item = file('app/routes/council/item/route.tsx', 'app/routes/council/shared/marks', 'app/ui/seal');
    const vote = file('app/routes/council/vote/route.tsx', 'app/ui/seal', 'app/ui/tag');
    const grant = file('app/routes/grants/show/route.tsx', 'app/ui/tag');
    const parts = ['app/routes/council/shared/marks.tsx', 'app/ui/seal.tsx', 'app/ui/tag.tsx'];
    expect(partsAwayFromHome([item, vote, grant, ...parts.map((path) => file(path))])).toEqual([
      'app/routes/council/shared/marks.tsx: council/item',
      'app/ui/seal.tsx: council/item, council/vote',
    ]);
  });

  test('of the frame around every page is at home in `ui`', () => {
    const root = file('app/root.tsx', 'app/ui/page-frame');
    expect(partsAwayFromHome([root, file('app/ui/page-frame.tsx')])).toEqual([]);
  });
});

describe('what a page loaded', () => {
  test('is handed down as props: only the route itself and the frame ask for it', () => {
    expect(loadedOutsideRoutes(production)).toEqual([]);
  });

  test('is caught where a part asks for it', () => {
    const text = 'const { item } = useLoaderData<ItemLoader>();';
    const at = (path: string) => ({ path, text });
    const [parts, route, root] = [
      'app/routes/council/item/parts.tsx',
      'app/routes/council/item/route.tsx',
      'app/root.tsx',
    ];
    expect(loadedOutsideRoutes([at(parts), at(route), at(root)])).toEqual([parts]);
  });
});

describe('what runs in the browser', () => {
  test('stands on pages that bring their script', () => {
    expect(silentWithoutScript(production)).toEqual([]);
  });

  test('is caught on a page without one, its own or behind what it shows', () => {
    const source = (path: string, text: string, ...imports: string[]) => ({ path, text, imports });
    const files = (handle: string) => [
      source('app/routes/area/wijk/route.tsx', handle, 'app/routes/area/wijk/parts', 'app/ui/counter'),
      source('app/routes/area/wijk/parts.tsx', '<select onChange={choose} />'),
      source('app/ui/counter.tsx', 'const [count, setCount] = useState(0);'),
    ];
    expect(silentWithoutScript(files("{ access: { read: 'site.read' } }"))).toEqual([
      'area/wijk: app/routes/area/wijk/parts.tsx',
      'area/wijk: app/ui/counter.tsx',
    ]);
    expect(silentWithoutScript(files("{ access: { read: 'site.read' }, runs: true }"))).toEqual([]);
  });
});

describe('imports', () => {
  test('go one way: no file reaches itself', () => {
    expect(rings(production)).toEqual([]);
  });

  test('that run in a ring are caught, types too', () => {
    const route = file('app/routes/council/item/route.tsx', 'app/routes/council/item/parts', 'app/ui/link');
    const parts = file('app/routes/council/item/parts.tsx', 'app/routes/council/item/marks');
    const marks = file('app/routes/council/item/marks.tsx', 'app/routes/council/item/route');
    const found = ['route', 'parts', 'marks'].map((name) => `app/routes/council/item/${name}`);
    expect(rings([route, parts, marks, file('app/ui/link.tsx')])).toEqual(found);
  });
});

describe('an address', () => {
  const addresses = Object.values(paths).flatMap((pages) =>
    Object.values(pages).map((path) => (typeof path === 'string' ? path : path('', '', '', ''))),
  );

  test('stands in `paths` alone', () => {
    expect(literalPaths(production, addresses)).toEqual([]);
  });

  test('is caught where it is typed out, whole or in part', () => {
    const page = (text: string) => ({ path: 'app/routes/money/city/route.tsx', text });
    expect(literalPaths([page(`<a href="/geld">`)], addresses)).toHaveLength(1);
    expect(literalPaths([page('`${base}/punten/${id}`')], addresses)).toHaveLength(1);
    expect(literalPaths([page('href: `/${name}`')], addresses)).toHaveLength(1);
    expect(literalPaths([page('paths.money.city')], addresses)).toEqual([]);
  });
});

describe('a format or a letter', () => {
  test('takes nothing of the framework, the database or the machine', () => {
    expect(strangersIn(production)).toEqual([]);
  });

  test('is caught when it does', () => {
    const strange = ['@remix-run/node', 'db/client', 'node:fs', 'drizzle-orm', 'app/http/download.server'];
    const fine = ['app/domain/errors', 'app/formats/iban', 'fast-xml-parser'];
    const format = file('app/formats/ical.ts', ...fine, ...strange);
    const letter = file(
      'app/letters/reminder.ts',
      'app/i18n/translator.server',
      'app/domain/text',
      ...strange,
    );
    expect(strangersIn([format, letter])).toEqual(
      [format, letter].flatMap(({ path }) => strange.map((name) => `${path} → ${name}`)),
    );
  });
});

describe('a noun', () => {
  const layers = ['app/domain', 'app/usecases', 'app/routes', 'db/reads', 'db/writes'];
  const folders = layers.flatMap((layer) =>
    readdirSync(layer, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${layer}/${name}`),
  );
  const files = ['db/schema', 'db/checks'].flatMap((layer) =>
    readdirSync(layer).map((name) => `${layer}/${name.replace(/(-.*)?\.ts$/, '')}`),
  );

  test('of the list names each folder of each layer', () => {
    expect(strangeNouns([...folders, ...files])).toEqual([]);
  });

  test('that is not on the list is caught', () => {
    expect(strangeNouns(['app/usecases/council', 'app/routes/budget', 'db/schema/bank'])).toEqual([
      'app/routes/budget',
      'db/schema/bank',
    ]);
  });
});
