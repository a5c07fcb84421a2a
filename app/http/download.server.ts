import { setImmediate as othersFirst } from 'node:timers/promises';

/**
 * A file to save, CSV unless `type` says otherwise; `name` holds letters, digits, dots and dashes only. A text in pieces is
 * made between what others ask, so that a long one holds nobody up.
 */
export async function download(
  name: string,
  text: string | Iterable<string> | AsyncIterable<string>,
  type = 'text/csv',
): Promise<Response> {
  const parts = await bytesOf(typeof text === 'string' ? [text] : text);
  const body = new ReadableStream<Uint8Array>({
    pull(to) {
      const part = parts.shift();
      if (part) to.enqueue(part);
      else to.close();
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '')}"`,
    },
  });
}

const portion = 64 * 1024;

/** As bytes: a text of which one letter is not of the West takes twice the room, for as long as the reader takes. */
async function bytesOf(pieces: Iterable<string> | AsyncIterable<string>): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = [];
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length < portion) continue;
    parts.push(Buffer.from(text));
    text = '';
    await othersFirst();
  }
  parts.push(Buffer.from(text));
  return parts;
}
