import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { limitedActs } from '../app/domain/access/limits';
import { buildIsFresh } from '../sources.mjs';
import { formsByHand } from './support/house';
import { functionsOf, percentile, routeLines, sourcesIn, type Source } from './support/source';

const all = sourcesIn('app', 'db');
const production = all.filter(({ path }) => !path.includes('.test.'));
const tests = [...all.filter(({ path }) => path.includes('.test.')), ...sourcesIn('tests')];
const isDomain = ({ path }: Source) => path.startsWith('app/domain/');
/** What is pure and tested in milliseconds: the domain, and the formats that stood in it or beside it. */
const isCore = ({ path }: Source) => /^app\/(domain|formats)\//.test(path);

/** Rows may import columns (docs/architecture.md). Longest prefix decides to which row or column a file belongs. */
const rooms = {
  'app/domain': ['app/domain'],
  'app/formats': ['app/domain', 'app/formats'],
  'app/letters': ['app/domain', 'app/letters', 'app/i18n', 'app/paths', 'db/reads'],
  'app/usecases': ['app/domain', 'app/formats', 'app/letters', 'app/paths', 'app/usecases', 'db'],
  'app/http': [
    'app/domain',
    'app/http',
    'app/i18n',
    'app/letters',
    'app/paths',
    'app/usecases/context.server',
    'db',
  ],
  'app/routes': [
    ...[
      'app/domain',
      'app/formats',
      'app/letters',
      'app/usecases',
      'app/http',
      'app/routes',
      'app/ui',
      'app/paths',
    ],
    ...['app/i18n', 'db/reads', 'db/schema'],
  ],
  'app/ui': ['app/domain', 'app/ui', 'app/i18n', 'app/paths', 'db/reads', 'db/schema'],
  'app/cli': [
    ...['app/domain', 'app/formats', 'app/usecases', 'app/http', 'app/i18n', 'app/cli', 'app/paths', 'db'],
  ],
  'app/i18n': ['app/i18n'],
  'app/paths': ['app/domain'],
  app: [
    'app',
    'db/client',
    'db/embedded',
    'db/fault',
    'db/keep-embedded',
    'db/login',
    'db/migrate',
    'db/public-facts',
    'db/reads',
  ],
  db: ['app/domain', 'app/formats', 'db'],
} as const;

/** Who may write: everybody else asks a use case. */
const writers = [
  'app/usecases/',
  'app/cli/',
  'db/',
  'app/http/session.server.ts',
  'app/http/rate-limit.server.ts',
  'app/http/queue.server.ts',
];

const within = (path: string, prefix: string) =>
  path === prefix || path.startsWith(`${prefix}/`) || path.startsWith(`${prefix}.`);

function roomOf(path: string): keyof typeof rooms {
  const found = Object.keys(rooms)
    .filter((room) => within(path, room))
    .sort((a, b) => b.length - a.length)[0];
  return found as keyof typeof rooms;
}

describe('the import matrix', () => {
  test.each(production.map((source) => [source.path, source] as const))('%s', (path, { imports }) => {
    const allowed = rooms[roomOf(path)];
    const own = imports.filter((name) => /^(app|db)\//.test(name));
    expect(own.filter((name) => !allowed.some((prefix) => within(name, prefix)))).toEqual([]);
  });

  test('the domain imports nothing but itself', () => {
    const outside = production
      .filter(isDomain)
      .flatMap(({ path, imports }) =>
        imports.filter((name) => !name.startsWith('app/domain/')).map((name) => `${path} → ${name}`),
      );
    expect(outside).toEqual([]);
  });

  test('domain and formats have no clock, chance or environment', () => {
    const impure = /Date\.now|new Date\(\)|Math\.random|process\.|crypto|fetch\(/;
    const found = production.filter(isCore).filter(({ text }) => impure.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  test('only use cases and the gates write', () => {
    const found = production.filter(
      ({ path, imports }) =>
        imports.some((name) => name.startsWith('db/writes/')) &&
        !writers.some((prefix) => path.startsWith(prefix)),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  test('the framework stays in routes, http, root, entries and server', () => {
    const framework = /^(@remix-run\/|express$|helmet$|compression$|lucia$|@lucia-auth\/)/;
    const mayUse =
      /^app\/(routes|http)\/|^app\/(root|entry\.client|entry\.server|server|routes|ui\/form|ui\/use-fresh)\.tsx?$/;
    const found = production.filter(
      ({ path, imports }) => imports.some((name) => framework.test(name)) && !mayUse.test(path),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  test('a form is read only by the schema that its action declares', () => {
    const readers = production.filter(({ text }) => /\breadForm\b|\bpostedIn\b|\.formData\(/.test(text));
    expect(readers.map(({ path }) => path).sort()).toEqual([
      'app/http/form-file.server.ts',
      'app/http/form.server.ts',
      'app/http/posted.server.ts',
      'app/http/route.server.ts',
    ]);
  });

  test('letters, and what browsers get too, import the database for types only', () => {
    const found = production.filter(
      ({ path, text }) =>
        /^app\/(ui|letters)\//.test(path) &&
        /import (?!type)(?:(?!import)[\s\S])*?from '#db\//.test(
          text.replace(/import \{(\s*type [^,}]+,?)+\s*\}/g, 'import type {}'),
        ),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

describe('one gate per kind of truth', () => {
  test.each([
    ['journalEntry', 'db/writes/ledger/journal.ts'],
    ['posting', 'db/writes/ledger/journal.ts'],
    ['councilVote', 'db/writes/council/votes.ts'],
    ['ballot', 'db/writes/voting/ballots.ts'],
    ['roundCount', 'db/writes/voting/count.ts'],
    ['decision', 'db/writes/council/meeting.ts'],
    ['conflictReport', 'db/writes/council/conflict-report.ts'],
    ['conflictAnswer', 'db/writes/council/conflict-report.ts'],
    ['conflictRuling', 'db/writes/council/conflict-report.ts'],
    ['schemeVersion', 'db/writes/initiative/scheme.ts'],
    ['supportTier', 'db/writes/initiative/scheme.ts'],
    ['schemeCap', 'db/writes/initiative/scheme.ts'],
    ['initiativeEvent', 'db/writes/initiative/initiative.ts'],
    ['auditEntry', 'db/writes/audit/audit.ts'],
  ])('%s is inserted in %s alone', (table, gate) => {
    const insert = new RegExp(
      `\\.insert\\((schema\\.)?${table}\\)|insert into ("?${snake(table)}"?\\b|\\$\\{${table}\\})`,
      'i',
    );
    expect(production.filter(({ text }) => insert.test(text)).map(({ path }) => path)).toEqual([gate]);
  });
});

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

describe('a form that is posted', () => {
  /** Forms made by hand, without a key, since they may come twice. */
  const byHand = {
    // Choose a language, and end a session.
    'app/ui/page-frame.tsx': 2,
    // Opens a session of somebody who does not exist.
    'app/routes/people/demo/route.tsx': 1,
    // Stops or resumes mail, for whoever holds the link.
    'app/routes/people/mail-choice/route.tsx': 1,
    // Saves what is typed while it is typed.
    'app/routes/initiative/edit/route.tsx': 1,
  };

  test('is the one form of the house, which has a key, so that sending it twice is one act', () => {
    expect(formsByHand(production, byHand)).toEqual([]);
  });

  test('is caught when it is made by hand, or brings a key of its own', () => {
    const page = (text: string) => formsByHand([{ path: 'app/routes/grants/show/route.tsx', text }], byHand);
    expect(page('<form method="post"><FormKey /></form>')).toHaveLength(1);
    expect(page('<Form onSubmit={() => send()} method="post"></Form>')).toHaveLength(1);
    expect(page('<FormKey />')).toHaveLength(1);
    expect(page('<form method="get"></form><Form reloadDocument></Form>')).toEqual([]);
  });

  test('is done once: an act of the people of this site goes through `once`', () => {
    const acts = production.filter(
      ({ path, text }) => path.startsWith('app/usecases/') && text.includes('once(context'),
    );
    const counted = limitedActs.filter((act) => acts.some(({ text }) => text.includes(`'${act}'`)));
    expect(counted).toEqual(limitedActs);
  });
});

describe('the top of a document', () => {
  test('is made in one place: the name of the house behind the title of the page', () => {
    const own = ['app/http/page-meta.ts', 'app/routes/site/home/route.tsx'];
    const found = production.filter(({ text }) => /\s- Wijkkas\b|title \?\? 'Wijkkas'/.test(text));
    expect(found.map(({ path }) => path).filter((path) => !own.includes(path))).toEqual([]);
    const pages = production.filter(({ text }) => text.includes('export const meta'));
    const withoutMeta = pages.filter(({ path, text }) => !text.includes('metaOf') && !own.includes(path));
    expect(withoutMeta.map(({ path }) => path)).toEqual([]);
  });
});

describe('a number, a date or a list in words', () => {
  /** Amounts, dates, times, numbers and lists are written in one way; beside them calendars, letters and alphabets. */
  const writers = [
    'app/ui/number-format.ts',
    ...['calendar', 'council/wall-clock', 'date-format', 'text', 'voting/project-search'].map(
      (name) => `app/domain/${name}.ts`,
    ),
    'app/letters/texts.ts',
  ];
  const elsewhere = (files: readonly Pick<Source, 'path' | 'text'>[]) =>
    files
      .filter(({ path, text }) => /\bIntl\.|\.toLocale\w*String\(/.test(text) && !writers.includes(path))
      .map(({ path }) => path);

  test('is written by what the house has for it', () => {
    expect(elsewhere(production)).toEqual([]);
  });

  test('is caught when a page writes it by itself', () => {
    const page = (text: string) => ({ path: 'app/routes/money/city/route.tsx', text });
    expect(elsewhere([page('new Intl.NumberFormat(locale)')])).toHaveLength(1);
    expect(elsewhere([page('count.toLocaleString()')])).toHaveLength(1);
    expect(elsewhere([page('formatNumber(count, locale)')])).toEqual([]);
  });
});

describe('a field for words', () => {
  /** What stands on a card or an envelope: no more signs of it are worth typing. */
  const short = [
    'app/routes/site/home/find-wijk.tsx',
    'app/routes/voting/ballot/form.tsx',
    'app/ui/grant-account-fields.tsx',
  ];

  test('is never cut off by the browser, which counts an emoji as two or eleven; the refusal counts letters', () => {
    const found = production.filter(({ text }) => text.includes('maxLength='));
    expect(found.map(({ path }) => path).sort()).toEqual([...short].sort());
  });
});

describe('size', () => {
  const lengths = production.map(({ lines }) => lines);
  const functions = production.flatMap(functionsOf);

  test('no file is longer than 300 lines', () => {
    expect(
      production.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path}: ${lines}`),
    ).toEqual([]);
  });

  test('files stay small: median ≤ 65, nine in ten ≤ 180', () => {
    expect(percentile(lengths, 0.5)).toBeLessThanOrEqual(65);
    expect(percentile(lengths, 0.9)).toBeLessThanOrEqual(180);
  });

  test('no function is longer than 70 lines', () => {
    const long = functions.filter(({ lines }) => lines > 70);
    expect(long.map(({ path, name, lines }) => `${path} ${name}: ${lines}`)).toEqual([]);
  });

  test('functions stay small: median ≤ 10, nine in ten ≤ 35', () => {
    const sizes = functions.map(({ lines }) => lines);
    expect(percentile(sizes, 0.5)).toBeLessThanOrEqual(10);
    expect(percentile(sizes, 0.9)).toBeLessThanOrEqual(35);
  });

  test('loader and action of a route fit on a page: ≤ 60 lines', () => {
    const long = production.filter(
      (source) => source.path.startsWith('app/routes/') && routeLines(source) > 60,
    );
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  // The aim is 2 for the core and 1 for the whole; these floors only go up.
  test('tests keep pace with the code', () => {
    const lines = (sources: Source[]) => sources.reduce((sum, source) => sum + source.lines, 0);
    expect(lines(tests.filter(isCore)) / lines(production.filter(isCore))).toBeGreaterThanOrEqual(1.55);
    expect(lines(tests) / lines(production)).toBeGreaterThanOrEqual(0.43);
  });
});

describe('what must not be there', () => {
  test('no escape from the types', () => {
    const escape = /: any\b|<any>|as any\b|as unknown as|@ts-ignore|@ts-expect-error/;
    expect(production.filter(({ text }) => escape.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('no style attribute in markup: the content security policy refuses it', () => {
    expect(production.filter(({ text }) => /\bstyle=\{/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  const others = tests.filter(({ path }) => path !== 'tests/architecture.test.ts').map(({ text }) => text);

  test('no skipped or lonely test', () => {
    const left =
      /\.(only|skip|todo|fixme)(\(|\.each|\.for)|\b[xf](it|test|describe)\(['"`]|[{,]\s*(only|skip|todo|fixme): true|\.runIf\(/;
    const ways = [
      'describe.skip(',
      'test.skip(true',
      'it.skip(',
      'test.skip.each(',
      'xtest("',
      '{ skip: true }',
    ];
    expect(ways.filter((way) => !left.test(way))).toEqual([]);
    expect(left.test('test.skipIf(')).toBe(false);
    expect(others.filter((text) => left.test(text)).map((text) => left.exec(text)?.[0])).toEqual([]);
  });

  test('what is skipped where something is absent says so in its name', () => {
    const named =
      /\.skipIf\([^\n]*\)(?:\.each\([^\n]*\))?\(\s*(['"`])[^\n]* \(skipped (where|when) [^\n]+\)\1,/g;
    const count = (pattern: RegExp) => others.flatMap((text) => text.match(pattern) ?? []).length;
    expect(count(/\.skipIf\(/g)).toBeGreaterThan(10);
    expect(count(named)).toBe(count(/\.skipIf\(/g));
  });

  test('what browsers load holds no server code', () => {
    const assets = join('build', 'client', 'assets');
    expect(buildIsFresh(), 'the build is of these sources: npm run build').toBe(true);
    const secret = /drizzle|postgres|argon2|nodemailer|graphile|lucia|pg_catalog/i;
    const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.filter((name) => secret.test(readFileSync(join(assets, name), 'utf8')))).toEqual([]);
  });
});

describe('dependencies', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const listed = readFileSync('docs/dependencies.md', 'utf8');

  test('at most 45, each pinned and each with its reason', () => {
    expect(Object.keys(dependencies).length).toBeLessThanOrEqual(45);
    expect(Object.values(dependencies).filter((version) => !/^\d/.test(version))).toEqual([]);
    expect(Object.keys(dependencies).filter((name) => !listed.includes(`\`${name}\``))).toEqual([]);
  });
});
