/** The most a photo may weigh when somebody hands it in, and the most pixels in it: what telephones make. */
export const mostPhotoBytes = 12 * 1024 * 1024;
export const mostPhotoPixels = 50_000_000;

/** How wide and high the photo of a member is kept, in pixels: sharp at twice the size that it is shown at, and more. */
export const memberPhotoSize = 320;

/** The most such a photo weighs: one of noise alone takes 60 kB. */
export const mostMemberPhotoBytes = 100 * 1024;

/** The name of the file with a photo of this hash; and back, undefined for what is no such name. */
export const photoName = (hash: string): string => `${hash}.jpg`;
export const hashInName = (name: string): string | undefined => /^([\da-f]{64})\.jpg$/.exec(name)?.[1];
