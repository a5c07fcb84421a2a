import { type Someone } from './people';

type Colour = readonly [red: number, green: number, blue: number];
type Portrait = { wall: Colour; coat: Colour; skin: Colour; hair: Colour; long: boolean };

/** Invented people who show a photo of themselves: drawn here, so that it is of nobody. */
export const portraits = {
  annelies: {
    ...{ wall: [214, 226, 222], coat: [11, 79, 92], skin: [236, 196, 168], hair: [178, 172, 164] },
    long: true,
  },
  winston: {
    ...{ wall: [240, 226, 200], coat: [166, 61, 35], skin: [122, 80, 56], hair: [38, 32, 30] },
    long: false,
  },
} satisfies Partial<Record<Someone, Portrait>>;

/** How wide and high a portrait is drawn, in pixels. */
export const portraitSize = 640;

/** The pixels of a portrait, row by row, red, green and blue. */
export function drawn(portrait: Portrait): Uint8Array {
  const pixels = new Uint8Array(portraitSize ** 2 * 3);
  for (let at = 0; at < portraitSize ** 2; at += 1) {
    const [x, y] = [(at % portraitSize) / portraitSize, Math.floor(at / portraitSize) / portraitSize];
    pixels.set(colourAt(portrait, x, y), at * 3);
  }
  return pixels;
}

/** Front to back: the face, the hair, neck and shoulders, long hair behind them, the wall. All of it ovals. */
function colourAt({ wall, coat, skin, hair, long }: Portrait, x: number, y: number): Colour {
  const isIn = (middle: number, width: number, height: number) =>
    ((x - 0.5) / width) ** 2 + ((y - middle) / height) ** 2 < 1;
  if (isIn(0.42, 0.15, 0.19) && !isIn(0.2, 0.2, 0.13)) return skin;
  if (isIn(0.37, long ? 0.18 : 0.158, long ? 0.2 : 0.19) && y < (long ? 0.58 : 0.37)) return hair;
  if (isIn(0.62, 0.075, 0.13)) return skin;
  if (isIn(1.02, 0.36, 0.36)) return coat;
  return long && isIn(0.46, 0.19, 0.22) && y < 0.58 ? hair : wall;
}
