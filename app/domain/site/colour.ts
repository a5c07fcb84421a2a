import { DomainError } from '../errors';

/** A colour as a browser takes it: a number sign and six digits, in small letters. */
export type Colour = `#${string}`;

/** Reads "#0B4F5C", "0b4f5c" or "#abc". Throws DomainError 'colourInvalid' at `field`. */
export function colourIn(typed: string, field: string): Colour {
  const digits = typed.trim().replace(/^#/, '').toLowerCase();
  if (/^[\da-f]{3}$/.test(digits)) return `#${digits.replace(/./g, '$&$&')}`;
  if (!/^[\da-f]{6}$/.test(digits)) throw new DomainError('colourInvalid', { field });
  return `#${digits}`;
}

/** How far two colours stand apart by WCAG 2.2, from 1 (the same) to 21 (black on white). */
export function contrast(one: Colour, other: Colour): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** `share` of the way from one colour to another: 0 is the first, 1 the second. */
export function mixed(from: Colour, to: Colour, share: number): Colour {
  const [start, end] = [channels(from), channels(to)];
  const digits = start.map((channel, at) => {
    const between = Math.round(channel + (end[at]! - channel) * share);
    return between.toString(16).padStart(2, '0');
  });
  return `#${digits.join('')}`;
}

const channels = (colour: Colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

function luminance(colour: Colour): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
