import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { DomainError } from '../errors';
import { type Colour, contrast } from './colour';
import {
  assertReadable,
  grounds,
  hasOwnColours,
  leastOfText,
  type OwnColour,
  ownColours,
  type Theme,
  themeBases,
  themeKey,
  themeOfKey,
  tokensOf,
} from './theme';

const plain: Theme = { base: 'vierstromen', action: null, header: null, footer: null };
const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number): Colour => `#${number.toString(16).padStart(6, '0')}`);
const own = fc.option(colours);
const themes = fc.record({
  base: fc.constantFrom(...themeBases),
  ...{ action: own, header: own, footer: own },
});

function refusalOf(theme: Theme): DomainError | null {
  try {
    assertReadable(theme);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

describe('a theme without own colours', () => {
  test.each(themeBases)('is %s as it comes', (base) => {
    const theme = { ...plain, base };
    expect(refusalOf(theme)).toBeNull();
    expect(tokensOf(theme)).toEqual({ day: {}, evening: {} });
    expect(hasOwnColours(theme)).toBe(false);
  });
});

describe('a colour in which text cannot be read', () => {
  test.each<[OwnColour, Colour, number]>([
    ['action', '#ffd400', 1.2],
    ['action', '#777777', 3.8],
    ['action', '#ffffff', 1],
    ['header', '#7a7e80', 4],
    ['footer', '#7a7e80', 4],
  ])('%s %s is refused with its contrast', (field, colour, ratio) => {
    expect(refusalOf({ ...plain, [field]: colour })).toMatchObject({
      ...{ code: 'contrastTooLow', field, kind: 'invalid' },
      detail: { ratio },
    });
  });

  test('is told with a contrast below what is asked, also when it lacks little', () => {
    const almost: Colour = '#717171';
    const found = contrast(almost, grounds.vierstromen.day.surface);
    expect(found).toBeGreaterThan(4.2);
    expect(found).toBeLessThan(leastOfText);
    expect(refusalOf({ ...plain, action: almost })?.detail.ratio).toBe(Math.floor(found * 10) / 10);
  });

  test('is refused at the first of several', () => {
    const pale: Theme = { ...plain, action: '#ffd400', header: '#7a7e80', footer: '#7a7e80' };
    expect(refusalOf(pale)?.field).toBe('action');
    expect(refusalOf({ ...pale, action: '#0b4f5c' })?.field).toBe('header');
    expect(refusalOf({ ...pale, action: null, header: null })?.field).toBe('footer');
  });
});

describe('own colours', () => {
  test('of the head: dark letters on a light one, light letters on a dark one, and a coin that is seen', () => {
    expect(tokensOf({ ...plain, header: '#ffcc00' }).day).toEqual({
      ...{ header: '#ffcc00', 'on-header': '#1d2327', mark: '#1d2327', coin: '#a63d23' },
    });
    expect(tokensOf({ ...plain, header: '#7a1f3d' }).day).toEqual({
      ...{ header: '#7a1f3d', 'on-header': '#fffdf8', mark: '#fffdf8', coin: '#fffdf8' },
    });
    expect(tokensOf({ ...plain, header: '#7a1f3d' }).evening).toEqual({});
  });

  test('of the foot bring their letters', () => {
    const { day, evening } = tokensOf({ ...plain, base: 'noorderzijl', footer: '#ffcc00' });
    expect(day).toEqual({ footer: '#ffcc00', 'on-footer': '#182030' });
    expect(evening).toEqual({});
  });

  test('of links and buttons are lighter in the evening, and stay what they are where that reads', () => {
    const red = tokensOf({ ...plain, action: '#7a1f3d' });
    expect(red.day.action).toBe('#7a1f3d');
    expect(contrast(red.evening.action!, '#000000')).toBeGreaterThan(contrast('#7a1f3d', '#000000'));
    expect(tokensOf({ ...plain, action: '#86cbd7' }).evening.action).toBe('#86cbd7');
  });

  test('that nobody lets through have tokens too: on paper without a trace of them', () => {
    expect(tokensOf({ ...plain, action: '#ffd400' }).day['action-tint']).toBe(grounds.vierstromen.day.paper);
  });

  property.prop([themes])('that are let through read on all they stand on, day and evening', (theme) => {
    fc.pre(refusalOf(theme) === null);
    const { day, evening } = grounds[theme.base];
    const tokens = tokensOf(theme);
    for (const [found, ground] of [
      [tokens.day, day],
      [tokens.evening, evening],
    ] as const) {
      const pairs: [Colour | undefined, Colour | undefined][] = [
        ...(['action', 'action-strong'] as const).flatMap((name) =>
          [ground.paper, ground.surface, ground.onAction, found['action-tint']].map(
            (other): [Colour | undefined, Colour | undefined] => [found[name], other],
          ),
        ),
        [ground.ink, found['action-tint']],
        [found['on-header'], found.header],
        [found['on-footer'], found.footer],
      ];
      for (const [front, back] of pairs)
        if (front && back) expect(contrast(front, back), `${front} on ${back}`).toBeGreaterThanOrEqual(4.5);
      for (const name of ['mark', 'coin'] as const)
        if (found[name]) expect(contrast(found[name], found.header!)).toBeGreaterThanOrEqual(3);
    }
  });

  property.prop([themes])('are refused only where one of them cannot be read', (theme) => {
    const refused = refusalOf(theme);
    if (refused) expect(ownColours).toContain(refused.field);
    if (refused) expect(refused.detail.ratio).toBeLessThan(leastOfText);
    expect(hasOwnColours(theme)).toBe(ownColours.some((name) => theme[name] !== null));
  });
});

describe('a theme as one word', () => {
  test('says its base and its colours', () => {
    expect(themeKey({ ...plain, header: '#7a1f3d' })).toBe('vierstromen-0-7a1f3d-0');
  });

  property.prop([themes])('is read again as it was', (theme) => {
    expect(themeOfKey(themeKey(theme))).toEqual(theme);
  });

  test.each([
    '',
    'paars-0-0-0',
    'vierstromen',
    'vierstromen-0-0',
    'vierstromen-0-0-0-0',
    'vierstromen-0-0-zzzzzz',
    'vierstromen-#7a1f3d-0-0',
    'vierstromen-7A1F3D-0-0',
    "vierstromen-0-0-0'] {}",
    '-vierstromen-0-0-0',
  ])('"%s" is none', (word) => {
    expect(themeOfKey(word)).toBeNull();
  });
});
