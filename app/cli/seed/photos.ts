import { drawn, portraits, portraitSize } from '#db/seed/portraits';
import { type Someone } from '#db/seed/people';
import { type Context } from '~/usecases/context.server';
import { setPhoto } from '~/usecases/people/set-photo.server';

/** Two members hand in a photo, so that the page of a council shows what that looks like beside those without. */
export async function plantPhotos(as: (who: Someone) => Promise<Context>): Promise<void> {
  const { default: sharp } = await import('sharp');
  const raw = { width: portraitSize, height: portraitSize, channels: 3 } as const;
  for (const who of ['annelies', 'winston'] as const) {
    const photo = sharp(drawn(portraits[who]), { raw }).png();
    await setPhoto(await as(who), await photo.toBuffer());
  }
}
