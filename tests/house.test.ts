import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromOtherPages, partsAwayFromHome, strangeNouns, strangersIn } from './support/house';
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
