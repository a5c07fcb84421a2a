import { constants } from 'node:zlib';

/** How hard Brotli packs, a page of the moment or one that is kept; at the level that it begins with it packs less than gzip. */
export const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
