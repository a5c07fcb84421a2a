import { DomainError } from '../errors';
import { type Colour, contrast, mixed } from './colour';

/** The themes that Wijkkas brings; a gemeente builds on one of them. */
export const themeBases = ['vierstromen', 'noorderzijl'] as const;
export type ThemeBase = (typeof themeBases)[number];

/** What a gemeente can colour itself: links and buttons, the head of every page, and its foot. */
export const ownColours = ['action', 'header', 'footer'] as const;
export type OwnColour = (typeof ownColours)[number];

/** How a gemeente looks. A colour that is null is that of the base. */
export type Theme = { base: ThemeBase } & Record<OwnColour, Colour | null>;

interface Grounds {
  paper: Colour;
  surface: Colour;
  ink: Colour;
  action: Colour;
  /** On a button. */
  onAction: Colour;
  coin: Colour;
}

/** The colours of a base that own ones must go with; its style sheet has all of them. */
export const grounds: Record<ThemeBase, { day: Grounds; evening: Grounds }> = {
  vierstromen: {
    day: {
      paper: '#fffdf8',
      surface: '#f3eee4',
      ink: '#1d2327',
      action: '#0b4f5c',
      onAction: '#fffdf8',
      coin: '#a63d23',
    },
    evening: {
      paper: '#171a1b',
      surface: '#222727',
      ink: '#f2ede3',
      action: '#86cbd7',
      onAction: '#0a2429',
      coin: '#f39c85',
    },
  },
  noorderzijl: {
    day: {
      paper: '#fefdfb',
      surface: '#f2ead9',
      ink: '#182030',
      action: '#1b3f7a',
      onAction: '#ffffff',
      coin: '#f0c66a',
    },
    evening: {
      paper: '#121722',
      surface: '#1d2433',
      ink: '#f1ebde',
      action: '#a3c2f5',
      onAction: '#0e1f3d',
      coin: '#f0c66a',
    },
  },
};

/** The least contrast of text, and of shapes, by WCAG 2.2 AA. */
export const leastOfText = 4.5;
const leastOfShapes = 3;

/** Throws DomainError 'contrastTooLow' at the field of the first own colour on which, or in which, text cannot be read. */
export function assertReadable(theme: Theme): void {
  for (const field of ownColours) {
    const found = contrastOf(theme, field);
    // Rounded down: 4.49 is not enough, and must not be told as 4.5.
    if (found < leastOfText)
      throw new DomainError('contrastTooLow', { field, detail: { ratio: Math.floor(found * 10) / 10 } });
  }
}

/** The contrast that text has where an own colour is used: the least of them. */
function contrastOf({ base, ...own }: Theme, name: OwnColour): number {
  const { day } = grounds[base];
  const colour = own[name];
  if (colour === null) return Infinity;
  if (name !== 'action') return contrast(colour, legibleOn(colour, day));
  return Math.min(...[day.paper, day.surface, day.onAction].map((ground) => contrast(colour, ground)));
}

/** Whichever of paper and ink reads best on a colour. */
const legibleOn = (colour: Colour, { paper, ink }: Grounds): Colour =>
  contrast(paper, colour) >= contrast(ink, colour) ? paper : ink;

/** Colours by the name of their token. */
export type Tokens = Readonly<Record<string, Colour>>;

/**
 * The tokens that own colours change, by day and in the evening: what stands around them follows, so that whatever
 * `assertReadable` lets through can be read everywhere. In the evening head and foot are those of the base.
 */
export function tokensOf({ base, action, header, footer }: Theme): { day: Tokens; evening: Tokens } {
  const { day, evening } = grounds[base];
  return {
    day: {
      ...(action && actionByDay(action, day)),
      ...(header && headerOf(header, day)),
      ...(footer && { footer, 'on-footer': legibleOn(footer, day) }),
    },
    evening: { ...(action && actionAtNight(action, evening)) },
  };
}

const black: Colour = '#000000';
const white: Colour = '#ffffff';

function actionByDay(action: Colour, { paper }: Grounds): Tokens {
  return {
    action,
    'action-strong': mixed(action, black, 0.35),
    'action-tint': tintOf(action, paper, 0.12),
  };
}

/** A trace of a colour on paper: as much as leaves text in that colour readable on it. */
function tintOf(colour: Colour, paper: Colour, share: number): Colour {
  const tint = mixed(paper, colour, Math.max(0, share));
  return share <= 0 || contrast(colour, tint) >= leastOfText ? tint : tintOf(colour, paper, share - 0.01);
}

function headerOf(header: Colour, day: Grounds): Tokens {
  const text = legibleOn(header, day);
  const coin = contrast(day.coin, header) >= leastOfShapes ? day.coin : text;
  return { header, 'on-header': text, mark: text, coin };
}

/** The colour of links and buttons, made lighter until it reads on all that is dark in the evening. */
function actionAtNight(typed: Colour, { paper, surface, onAction }: Grounds): Tokens {
  const tint = (colour: Colour) => mixed(paper, colour, 0.15);
  const reads = (colour: Colour) =>
    [paper, surface, onAction, tint(colour)].every((ground) => contrast(colour, ground) >= leastOfText);
  let action = typed;
  while (!reads(action)) action = mixed(action, white, 0.1);
  return { action, 'action-strong': mixed(action, white, 0.4), 'action-tint': tint(action) };
}

/** A theme as one word, for an address. */
export function themeKey(theme: Theme): string {
  const own = ownColours.map((name) => theme[name]?.slice(1) ?? '0');
  return [theme.base, ...own].join('-');
}

const keyShape = new RegExp(`^(${themeBases.join('|')})${'-(0|[\\da-f]{6})'.repeat(ownColours.length)}$`);

/** The theme that a word of `themeKey` stands for; null for another word. */
export function themeOfKey(key: string): Theme | null {
  const [, base, ...own] = keyShape.exec(key) ?? [];
  if (base === undefined) return null;
  const [action, header, footer] = own.map((digits): Colour | null => (digits === '0' ? null : `#${digits}`));
  return { base: base as ThemeBase, action: action!, header: header!, footer: footer! };
}

/** Whether a theme has a colour that its base has not. */
export const hasOwnColours = (theme: Theme): boolean => ownColours.some((name) => theme[name] !== null);
