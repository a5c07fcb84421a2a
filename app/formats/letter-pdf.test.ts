import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type PaperLetter } from '~/domain/people/letter';
import { pngOf } from '../../tests/support/png';
import { lettersPdf } from './letter-pdf';

const { resolve } = createRequire(import.meta.url);
const font = (letters: string, weight: number) =>
  readFileSync(
    resolve(
      `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${letters}-${weight}-normal.woff`,
    ),
  );
const fontOf = (weight: number) => ({ latin: font('latin', weight), latinExt: font('latin-ext', weight) });
const fonts = { regular: fontOf(400), bold: fontOf(700) };

const letter: PaperLetter = {
  address: ['Fatma Yılmaz-Żak', 'Huisnummer 12 a', '1234 AB Teststad'],
  sender: 'Gemeente Teststad, Wijkkas',
  head: { name: 'Gemeente Teststad', reach: ['Plein 1', '1234 AB Teststad', 'wijk@teststad.example'] },
  day: 'maandag 1 juni 2026',
  subject: 'Je code',
  paragraphs: ['Met deze code laat je zien dat je hier woont.', 'Hij werkt vier weken.'],
  code: { label: 'Je code', text: 'ACDEF-34679' },
  scan: { size: 2, path: 'M0 0h1v1h-1z', label: 'De link' },
  foot: ['Gooi de brief anders weg.', ''],
};
const made = (letters: readonly PaperLetter[], logo: Uint8Array | null = null) =>
  lettersPdf(letters, { fonts, logo, title: 'Brieven', lang: 'nl', at: new Date('2026-06-01T10:00:00Z') });
const textOf = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');

/** What stands in the streams of a PDF, unpacked where they are packed. */
function streamsOf(pdf: Uint8Array): string[] {
  const text = textOf(pdf);
  return [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    } catch {
      return body;
    }
  });
}

describe('letters on paper', () => {
  it('are a page each, told in the language that they are in, with a name', async () => {
    const text = textOf(await made([letter, letter, letter]));
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(3);
    expect(text).toContain('/Lang (nl)');
    expect(text).toContain('/DisplayDocTitle true');
  });

  it('can be read aloud in their order: a heading, paragraphs, and words for the square', async () => {
    const text = textOf(await made([letter]));
    expect(text).toContain('/Marked true');
    expect(text.match(/\/S \/H1/g)).toHaveLength(1);
    expect(text.match(/\/S \/P\b/g)?.length).toBe(15);
    expect(text).toContain('/Alt (De link)');
  });

  it('take letters of the whole of Europe, each from a font that has them', async () => {
    const withThem = textOf(await made([letter]));
    const without = textOf(await made([{ ...letter, address: ['Fatma Yilmaz-Zak'] }]));
    const fontsIn = (pdf: string) => pdf.match(/\/Type \/Font\b/g)?.length ?? 0;
    expect(fontsIn(withThem)).toBeGreaterThan(fontsIn(without));
  });

  it('are the same bytes for the same letters at the same moment, but for the mark of the file', async () => {
    const bare = async () => textOf(await made([letter])).replace(/\/ID \[[^\]]*\]/, '');
    expect(await bare()).toBe(await bare());
  });

  it('draw the square and the frame once each', async () => {
    const drawn = streamsOf(await made([letter])).join('\n');
    expect(drawn.match(/\bre\b/g)?.length).toBe(1);
    expect(drawn).toContain('/Artifact');
  });
});

describe('the head of a letter', () => {
  it('has the logo, with the name for who does not see it and beside it', async () => {
    const text = textOf(await made([letter, letter], pngOf(2, 1)));
    // Its colours, and how far each is seen through.
    expect(text.match(/\/Subtype \/Image/g)).toHaveLength(2);
    expect(text.match(/\/Alt \(Gemeente Teststad\)/g)).toHaveLength(2);
    expect(textOf(await made([letter]))).not.toContain('/Subtype /Image');
  });

  it('stays above the window of the envelope, however much there is to say', async () => {
    const reach = Array.from({ length: 20 }, (_, n) => `regel ${n}`);
    const text = textOf(await made([{ ...letter, head: { name: 'Gemeente Teststad', reach } }]));
    expect(text.match(/\/S \/P\b/g)?.length).toBe(18);
  });
});

describe('a long letter', () => {
  const long =
    'Samuel-Alexander van der Zwaluwenburg-Oosterhuis tot den Bosch van de Meerdere en de Mindere Beek';

  it('stays on its page, with everything in it', async () => {
    const paragraphs = Array.from({ length: 3 }, () => `${long}. ${long}.`);
    const text = textOf(await made([{ ...letter, address: [long, long, '1234 AB Teststad'], paragraphs }]));
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(text.match(/\/S \/P\b/g)?.length).toBe(16);
  });

  it('may have an empty line', async () => {
    await expect(made([{ ...letter, address: [''], paragraphs: [''] }])).resolves.toBeInstanceOf(Uint8Array);
  });
});
