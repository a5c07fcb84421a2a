import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import purgeCss from '@fullhuman/postcss-purgecss';
import { preprocessCSS, resolveConfig } from 'vite';
import { describe, expect, it } from 'vitest';
import { assertReadable, grounds, tokensOf } from '../app/domain/site/theme';
import { purging } from '../app/styles/purging';
import { sourcesIn } from './support/source';

type Tokens = Record<string, string>;

const read = (path: string) => readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const themes = ['vierstromen', 'noorderzijl'] as const;
const files = ['app/styles', 'app/ui']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  )
  .filter((path) => path.endsWith('.css'));
const own = files.map(read);
const resolve = createRequire(import.meta.url).resolve;
const utrecht = [...read('app/styles/index.css').matchAll(/@import '(@utrecht\/[^']+)'/g)].map((found) =>
  read(resolve(`${found[1]}`)),
);

const declarations = (css: string): Tokens =>
  Object.fromEntries([...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]));

/** The tokens of a theme by day, and those of its evening on top of them. */
function schemesOf(theme: string): Record<'light' | 'dark', Tokens> {
  const [day = '', evening = ''] = read(`app/styles/themes/${theme}.css`).split('@media');
  const light = declarations(day);
  return { light, dark: { ...light, ...declarations(evening) } };
}

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** WCAG 2.2 contrast ratio of two colour tokens, 1 to 21. */
function contrast(tokens: Tokens, a: string, b: string): number {
  const [high = 0, low = 0] = [a, b]
    .map((name) => {
      const hex = tokens[`--wijkkas-color-${name}`];
      if (!/^#[0-9a-f]{6}$/.test(hex ?? '')) throw new Error(`unknown colour ${name}`);
      return luminance(`${hex}`);
    })
    .sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const cross = (fronts: readonly string[], grounds: readonly string[]) =>
  fronts.flatMap((front) => grounds.map((ground) => [front, ground] as const));

const tints = ['action', 'brick', 'meadow', 'ochre'].map((name) => `${name}-tint`);

const texts = [
  ...cross(['ink', 'ink-soft', 'action', 'action-strong', 'brick', 'meadow', 'ochre'], ['paper', 'surface']),
  ...cross(['ink'], tints),
  ...tints.map((tint) => [tint.replace('-tint', ''), tint] as const),
  ['action-strong', 'action-tint'] as const,
  ...cross(['on-action'], ['action', 'action-strong', 'brick']),
  ['on-header', 'header'] as const,
  ['on-footer', 'footer'] as const,
];

const shapes = [
  ...cross(['line-strong', 'action', 'meadow', 'ochre', 'brick'], ['paper', 'surface']),
  ...cross(['focus'], ['paper', 'surface', ...tints]),
  ...cross(['mark', 'coin'], ['header']),
];

/** Each rule of ours that sets a text colour on a ground, as a pair of tokens. */
const rulePairs = own.flatMap((css) =>
  [...css.matchAll(/\{([^{}]*)\}/g)].flatMap(([, body = '']) => {
    const front = /(?:^|[\s;])color: var\(--wijkkas-color-([\w-]+)\)/.exec(body)?.[1];
    const ground = /background-color: var\(--wijkkas-color-([\w-]+)\)/.exec(body)?.[1];
    return front && ground ? [[front, ground] as const] : [];
  }),
);

describe.each(themes)('theme %s', (theme) => {
  describe.each(['light', 'dark'] as const)('%s', (scheme) => {
    const tokens = schemesOf(theme)[scheme];

    it.each([...texts, ...rulePairs])('text %s on %s is at least 4.5:1', (front, ground) => {
      expect(contrast(tokens, front, ground)).toBeGreaterThanOrEqual(4.5);
    });

    it.each(shapes)('shape %s on %s is at least 3:1', (front, ground) => {
      expect(contrast(tokens, front, ground)).toBeGreaterThanOrEqual(3);
    });
  });

  it('colours everything again for the evening', () => {
    const [, evening = ''] = read(`app/styles/themes/${theme}.css`).split('@media');
    const colours = Object.keys(schemesOf(theme).light).filter((name) => name.includes('-color-'));
    expect(Object.keys(declarations(evening)).sort()).toEqual(colours.sort());
  });

  it('defines every token that our styles use', () => {
    const known = {
      ...declarations(own.join('\n').replace(/--wijkkas-color-[\w-]+:/g, '')),
      ...schemesOf(theme).light,
    };
    const used = new Set(own.flatMap((css) => [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name)));
    expect([...used].filter((name) => !(`${name}` in known))).toEqual([]);
  });
});

describe.each(themes)('own colours on %s', (base) => {
  const [paper, surface, ink] = ['paper', 'surface', 'ink'] as const;

  it('go with the colours of its style sheet', () => {
    for (const [scheme, time] of [
      ['light', 'day'],
      ['dark', 'evening'],
    ] as const) {
      const sheet = schemesOf(base)[scheme];
      const own = grounds[base][time];
      for (const name of [paper, surface, ink, 'coin'] as const)
        expect(own[name]).toBe(sheet[`--wijkkas-color-${name}`]);
      expect(own.onAction).toBe(sheet['--wijkkas-color-on-action']);
    }
  });

  describe.each([
    ['#7a1f3d', '#7a1f3d', '#ffcc00'],
    ['#6b6b00', '#ffcc00', '#000000'],
    ['#000000', '#ffffff', '#7a1f3d'],
    ['#5a5f66', '#5a5f66', '#5a5f66'],
    ['#0000ff', '#00ff00', '#c0005a'],
  ] as const)('%s %s %s', (action, header, footer) => {
    const theme = { base, action, header, footer };
    const { day, evening } = tokensOf(theme);
    const named = (tokens: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--wijkkas-color-${name}`, value]));
    const { light, dark } = schemesOf(base);

    it.each([
      ['day', { ...light, ...named(day) }],
      ['evening', { ...dark, ...named(evening) }],
    ] as const)('read by %s', (_time, tokens) => {
      assertReadable(theme);
      for (const [front, ground] of [...texts, ...rulePairs])
        expect(contrast(tokens, front, ground), `${front} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      for (const [front, ground] of shapes)
        expect(contrast(tokens, front, ground), `${front} on ${ground}`).toBeGreaterThanOrEqual(3);
    });
  });
});

it('reads pairs from our own rules', () => {
  expect(rulePairs.length).toBeGreaterThan(10);
});

it('sets no component token that the imported components do not read', () => {
  const readByUtrecht = new Set(
    utrecht.flatMap((css) => [...css.matchAll(/var\(\s*(--utrecht-[\w-]+)/g)].map(([, n]) => n)),
  );
  const set = own
    .flatMap((css) => Object.keys(declarations(css)))
    .filter((name) => name.startsWith('--utrecht-'));
  expect(set.filter((name) => !readByUtrecht.has(name))).toEqual([]);
});

const classesIn = (css: string) => [...css.matchAll(/\.(utrecht-[\w-]+)/g)].map(([, name]) => `${name}`);

/**
 * The classes of Utrecht that a page names and the build has not. A name with an open end stands for every class that begins
 * so; what is put behind a name that is a variable is seen by nobody, the build neither.
 */
async function withoutLooks(page: string, { safelist } = purging): Promise<string[]> {
  const plugins = [purgeCss({ safelist, content: [{ raw: page, extension: 'tsx' }] })];
  const config = await resolveConfig({ configFile: false, css: { postcss: { plugins } } }, 'build');
  const { code } = await preprocessCSS(utrecht.join('\n'), 'utrecht.css', config);
  const built = new Set(classesIn(code));
  const named = (page.match(/\butrecht-[\w-]+/g) ?? []).flatMap((name) => {
    const meant = name.endsWith('-')
      ? utrecht.flatMap(classesIn).filter((each) => each.startsWith(name))
      : [];
    return meant.length > 0 ? meant : [name];
  });
  const unseen = page.match(/\$\{\w+\}(--|__)/g) ?? [];
  return [...new Set([...named.filter((name) => !built.has(name)), ...unseen])];
}

describe('a class of Utrecht', () => {
  const pages = sourcesIn('app').filter(({ path }) => path.endsWith('.tsx'));

  it('that a page names is in the build', async () => {
    expect(await withoutLooks(pages.map(({ text }) => text).join('\n'))).toEqual([]);
  });

  it('is missed where it is no class, or is put together and not kept', async () => {
    expect(await withoutLooks('<p className="utrecht-table utrecht-tabel" />')).toEqual(['utrecht-tabel']);
    expect(await withoutLooks('<p className={`utrecht-link--${look}`} />')).toContain('utrecht-link--html-a');
    expect(await withoutLooks('<p className={`${base}--first`} />')).toEqual(['${base}--']);
    const safelist = purging.safelist.filter((kept) => !kept.test('utrecht-alert--error'));
    const alert = '<p className={`utrecht-alert utrecht-alert--${kind}`} />';
    expect(await withoutLooks(alert)).toEqual([]);
    expect(await withoutLooks(alert, { ...purging, safelist })).toContain('utrecht-alert--error');
  });
});

it('names no colour outside the themes', () => {
  const others = files.filter((path) => !path.includes('themes'));
  const named = others.filter((path) => /#[0-9a-f]{3,8}\b|rgb|hsl/i.test(read(path)));
  expect(named).toEqual(['app/styles/motion-and-print.css']);
});
