import { Transform } from 'node:stream';

/**
 * Takes what React writes and leaves out the zero bytes in it. React 18 leaves one where a letter of several bytes, such as
 * €, does not fit in the last place of its buffer (facebook/react#24985); a page has none of its own.
 */
export function withoutZeroBytes(): Transform {
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
