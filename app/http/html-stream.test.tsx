import { type Duplex, PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { renderToPipeableStream } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { withoutZeroBytes } from './html-stream.server';

/** Amounts in a row of elements, so that some € falls on the last place of a buffer. */
const page = (
  <ul>
    {Array.from({ length: 4_000 }, (_, index) => (
      <li key={index}>{`${'x'.repeat(index % 7)}€\u00a0${index}`}</li>
    ))}
  </ul>
);

async function written(through: Duplex): Promise<Buffer> {
  const { pipe } = renderToPipeableStream(page);
  return buffer(pipe(through));
}

describe('the stream of a page', () => {
  test('has zero bytes when React writes it alone', async () => {
    expect((await written(new PassThrough())).includes(0)).toBe(true);
  });

  test('has none here, and says the same otherwise', async () => {
    const [raw, clean] = [await written(new PassThrough()), await written(withoutZeroBytes())];
    expect(clean.includes(0)).toBe(false);
    expect(clean.toString('utf8')).toBe(raw.toString('utf8').replaceAll('\0', ''));
    expect(clean.toString('utf8').match(/€/g)).toHaveLength(4_000);
  });
});
