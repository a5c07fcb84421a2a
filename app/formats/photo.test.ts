import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { DomainError } from '~/domain/errors';
import { mostPhotoBytes, mostPhotoPixels } from '~/domain/people/photo';
import { squarePhoto } from './photo';

const size = 320;
const red = { r: 220, g: 20, b: 20 };
const blue = { r: 20, g: 20, b: 220 };

/** A picture of which the left half is red and the right half blue. */
const halves = (width = 600, height = 600) =>
  sharp({ create: { width, height, channels: 3, background: blue } }).composite([
    { input: { create: { width: width / 2, height, channels: 3, background: red } }, left: 0, top: 0 },
  ]);

/** Which colour a photo has there: 'red', 'blue' or 'white'. */
async function colourAt(photo: Buffer, left: number, top: number) {
  const [r = 0, g = 0, b = 0] = await sharp(photo)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer();
  if (Math.min(r, g, b) > 200) return 'white';
  return r > b ? 'red' : 'blue';
}

const refusalOf = async (bytes: Uint8Array) => {
  const error: unknown = await squarePhoto(bytes, size).then(
    () => new Error('it was taken'),
    (found: unknown) => found,
  );
  if (error instanceof DomainError) return `${error.code} at ${error.field}`;
  throw error;
};

describe('a photo', () => {
  test.each(['jpeg', 'png'] as const)(
    'from %s becomes a small square JPEG, each time the same',
    async (kind) => {
      const given = await halves(900, 600).toFormat(kind).toBuffer();
      const made = await squarePhoto(given, size);
      expect(await sharp(made).metadata()).toMatchObject({ format: 'jpeg', width: size, height: size });
      expect([await colourAt(made, 40, 160), await colourAt(made, 280, 160)]).toEqual(['red', 'blue']);
      expect(made.equals(await squarePhoto(given, size))).toBe(true);
      expect((await sharp(await squarePhoto(given, 64)).metadata()).width).toBe(64);
    },
  );

  test.each([
    [1, 'red left'],
    [3, 'red right'],
    [6, 'red above'],
    [8, 'red below'],
  ])('that was taken with the camera turned (%i) stands upright: %s', async (orientation, where) => {
    const made = await squarePhoto(await halves().withMetadata({ orientation }).jpeg().toBuffer(), size);
    const [left, right, above, below] = await Promise.all([
      colourAt(made, 20, 160),
      colourAt(made, 300, 160),
      colourAt(made, 160, 20),
      colourAt(made, 160, 300),
    ]);
    const sides = { left, right, above, below };
    const [, side = ''] = where.split(' ');
    const opposite = { left: 'right', right: 'left', above: 'below', below: 'above' }[side] ?? '';
    expect(sides).toMatchObject({ [side]: 'red', [opposite]: 'blue' });
    expect((await sharp(made).metadata()).orientation).toBeUndefined();
  });

  test('keeps nothing of place, time, camera or maker', async () => {
    const given = await halves()
      .withExif({
        IFD0: { Artist: 'Samira Bouali', Make: 'Telefoon' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 9/1 0/1' },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>Waterplein</a></x:xmpmeta>')
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    for (const word of ['Samira Bouali', 'Telefoon', 'Exif', 'Waterplein', 'ICC_PROFILE'])
      expect([word, given.includes(word)]).toEqual([word, true]);
    const { exif, xmp, icc, iptc, comments } = await sharp(await squarePhoto(given, size)).metadata();
    expect({ exif, xmp, icc, iptc, comments }).toEqual({});
    const made = await squarePhoto(given, size);
    for (const word of ['Samira', 'Telefoon', 'Exif', 'Waterplein', 'ICC_PROFILE'])
      expect([word, made.includes(word)]).toEqual([word, false]);
  });

  test('stands on white where it was seen through, and has colours where it had inks', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const glass = sharp({ create: { width: 40, height: 40, channels: 4, background: clear } });
    expect(await colourAt(await squarePhoto(await glass.png().toBuffer(), size), 9, 9)).toBe('white');
    const inks = await halves().toColourspace('cmyk').jpeg().toBuffer();
    expect((await sharp(inks).metadata()).space).toBe('cmyk');
    const made = await squarePhoto(inks, size);
    expect((await sharp(made).metadata()).space).toBe('srgb');
    expect(await colourAt(made, 20, 160)).toBe('red');
  });
});

const signed = (...first: number[]) => Buffer.concat([Buffer.from(first), Buffer.alloc(400, 7)]);
const words = (text: string) => Buffer.from(text.padEnd(400));

describe('refused as no photo', () => {
  test.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['HEIC, whatever it is called', () => words('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
    ['AVIF', () => halves(64, 64).avif({ effort: 0 }).toBuffer()],
    ['WebP', () => halves(64, 64).webp().toBuffer()],
    ['GIF', () => halves(64, 64).gif().toBuffer()],
    ['TIFF', () => halves(64, 64).tiff().toBuffer()],
    ['PDF', () => words('%PDF-1.7\n1 0 obj')],
    ['SVG', () => words('<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>')],
    ['text', () => words('Beste raad,')],
    ['nothing', () => new Uint8Array()],
    ['the first bytes of a JPEG, and no more', () => signed(0xff, 0xd8, 0xff, 0xe0)],
    ['the first bytes of a PNG, and no more', () => signed(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ])('%s', async (_kind, made) => {
    expect(await refusalOf(await made())).toBe('photoUnreadable at file');
  });

  test('by readers that are shut, whoever asks them', async () => {
    await squarePhoto(await halves(64, 64).png().toBuffer(), size);
    for (const kind of ['webp', 'gif', 'tiff'] as const) {
      const other = await halves(64, 64).toFormat(kind).toBuffer();
      await expect(sharp(other).metadata()).rejects.toThrow('unsupported image format');
    }
  });

  test.each(['jpeg', 'png'] as const)('%s that is cut short', async (kind) => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const whole = await sharp({ create: { width: 200, height: 200, channels: 3, background: red, noise } })
      .toFormat(kind)
      .toBuffer();
    expect(await refusalOf(whole.subarray(0, whole.length / 2))).toBe('photoUnreadable at file');
  });
});

describe('refused as too large', () => {
  test.each(['jpeg', 'png'] as const)(
    'a small %s that unpacks to more pixels than a telephone makes',
    async (kind) => {
      const side = Math.ceil(Math.sqrt(mostPhotoPixels)) + 1;
      const bomb = await sharp({ create: { width: side, height: side, channels: 3, background: red } })
        .toFormat(kind)
        .toBuffer();
      expect(bomb.length).toBeLessThan(mostPhotoBytes / 10);
      expect(await refusalOf(bomb)).toBe('photoTooLarge at file');
    },
  );

  test('more bytes than a telephone makes, unread', async () => {
    const bytes = new Uint8Array(mostPhotoBytes + 1);
    bytes.set([0xff, 0xd8, 0xff]);
    expect(await refusalOf(bytes)).toBe('photoTooLarge at file');
  });
});
