import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readPosted } from './posted.server';

const schema = z.object({
  title: z.string().optional(),
  member: z.array(z.string()).default([]),
  lines: z
    .array(z.object({ what: z.string() }).transform((row) => row))
    .default([])
    .transform((rows) => rows),
});

async function read(body: [string, string][]): Promise<[string, unknown][]> {
  const request = new Request('http://localhost/', { method: 'POST', body: new URLSearchParams(body) });
  return [...(await readPosted(request, schema)).entries()];
}

describe('a posted form', () => {
  test.each<[string, [string, string][]]>([
    ['one value', [['title', 'x']]],
    [
      'a list of texts',
      [
        ['member', 'a'],
        ['member', 'b'],
      ],
    ],
    [
      'a numbered list of texts',
      [
        ['member[0]', 'a'],
        ['member[1]', 'b'],
      ],
    ],
    [
      'rows',
      [
        ['lines[0].what', 'a'],
        ['lines[1].what', 'b'],
      ],
    ],
    [
      'a row more',
      [['__intent__', '{"type":"insert","payload":{"name":"lines","defaultValue":{"what":""}}}']],
    ],
    ['a row less', [['__intent__', '{"type":"remove","payload":{"name":"lines","index":0}}']]],
    ['a check', [['__intent__', '{"type":"validate","payload":{}}']]],
  ])('%s is read as it is', async (_what, body) => {
    expect(await read(body)).toEqual(body);
  });

  test('names that the schema does not have are left out', async () => {
    expect(
      await read([
        ['role', 'admin'],
        ['__proto__', 'x'],
        ['__state__', 'x'],
        ['title', 'x'],
      ]),
    ).toEqual([['title', 'x']]);
  });

  test.each<[string, [string, string][]]>([
    [
      'one value twice',
      [
        ['title', 'a'],
        ['title', 'b'],
      ],
    ],
    ['a list for one value', [['title[0]', 'a']]],
    ['a text for rows', [['lines', 'a']]],
    ['texts for rows', [['lines[0]', 'a']]],
    ['rows for texts', [['member[0].x', 'a']]],
    [
      'a hole',
      [
        ['lines[0].what', 'a'],
        ['lines[2].what', 'b'],
      ],
    ],
    [
      'one field of a row twice',
      [
        ['lines[0].what', 'a'],
        ['lines[0].what', 'b'],
      ],
    ],
    ['a NUL', [['title', 'a\0']]],
    ['too many fields', Array.from({ length: 501 }, () => ['member', 'a'])],
    ['an intent on one value', [['__intent__', '{"type":"insert","payload":{"name":"title"}}']]],
    ['an intent with a path', [['__intent__', '{"type":"insert","payload":{"name":["lines","__proto__"]}}']]],
    ['an intent with more', [['__intent__', '{"type":"remove","payload":{"name":"lines","index":0,"x":1}}']]],
    ['an intent out of reach', [['__intent__', '{"type":"remove","payload":{"name":"lines","index":100}}']]],
    [
      'an intent that we do not know',
      [['__intent__', '{"type":"update","payload":{"name":"lines","value":"x"}}']],
    ],
    ['an intent that is no JSON', [['__intent__', 'x']]],
  ])('%s is refused', async (_what, body) => {
    await expect(read(body)).rejects.toMatchObject({ code: 'formInvalid' });
  });
});
