import { DomainError } from '~/domain/errors';
import { fewAtOnce } from '~/domain/few-at-once';
import { mostPhotoBytes, mostPhotoPixels } from '~/domain/people/photo';
import { isPng } from './png';

/** Unpacked a photo can take hundreds of megabytes: one at a time, and a line of twenty before it says that it is busy. */
const inTurn = fewAtOnce(1, 20);

/** What every JPEG begins with. */
const signature = [0xff, 0xd8, 0xff];
const isJpeg = (bytes: Uint8Array) => signature.every((byte, at) => bytes[at] === byte);

type Refusal = 'photoUnreadable' | 'photoTooLarge';
const refuse = (code: Refusal): never => {
  throw new DomainError(code, { field: 'file' });
};
const unreadable = () => refuse('photoUnreadable');

/**
 * A photo made anew as a JPEG of `size` by `size` pixels: upright, the square from its middle, and nothing but what one sees,
 * so no place, time or camera. Takes JPEG and PNG, by content. Throws at 'file' 'photoUnreadable' for anything else and for
 * what is broken, 'photoTooLarge' for more bytes or pixels than a telephone makes, and 'tooBusy'.
 */
export async function squarePhoto(bytes: Uint8Array, size: number): Promise<Buffer> {
  if (bytes.length > mostPhotoBytes) refuse('photoTooLarge');
  if (!isJpeg(bytes) && !isPng(bytes)) unreadable();
  return inTurn(() => madeAnew(bytes, size));
}

async function madeAnew(bytes: Uint8Array, size: number): Promise<Buffer> {
  const sharp = await library();
  // Its head says how large it is: it is measured here before anything is unpacked, since sharp would call it broken.
  const photo = sharp(bytes, { failOn: 'error', limitInputPixels: false });
  const { width, height } = await photo.metadata().catch(unreadable);
  if (width * height > mostPhotoPixels) refuse('photoTooLarge');
  return photo
    .autoOrient()
    .resize(size, size)
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer()
    .catch(unreadable);
}

/** Loaded when it is first needed. Of all that it can read, only the readers of JPEG and PNG stay; it keeps nothing. */
async function library() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] });
  return sharp;
}
