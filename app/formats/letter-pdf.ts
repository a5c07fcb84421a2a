import PDFDocument from 'pdfkit';
import { type PaperLetter } from '~/domain/people/letter';

/** The letters of a font: those of the West, and those of the rest of Europe. */
type Font = { latin: Uint8Array; latinExt: Uint8Array };
export type LetterFonts = { regular: Font; bold: Font };

/** With what letters are drawn; a logo is a PNG that `isDrawablePng` passed. */
type Look = { fonts: LetterFonts; logo: Uint8Array | null };

const mm = (millimetres: number) => (millimetres * 72) / 25.4;
const left = mm(25);
const width = mm(160);
const text = { size: 12, gap: 4 };
/** More lines than this would reach the window of the envelope. */
const mostHeadLines = 6;

/**
 * Letters of one page each as a tagged PDF, A4 with the address in the window of a Dutch envelope (NEN 1026). The same letters
 * and the same moment give the same bytes.
 */
export function lettersPdf(
  letters: readonly PaperLetter[],
  { fonts, logo, title, lang, at }: Look & { title: string; lang: string; at: Date },
): Promise<Uint8Array> {
  const doc = new PDFDocument({
    ...{
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      pdfVersion: '1.7',
      lang,
      displayTitle: true,
      tagged: true,
    },
    info: { Title: title, CreationDate: at, ModDate: at },
  });
  for (const [name, { latin, latinExt }] of Object.entries(fonts)) {
    doc.registerFont(name, Buffer.from(latin));
    doc.registerFont(`${name}Ext`, Buffer.from(latinExt));
  }
  const done = bytesOf(doc);
  // As an address: so pdfkit knows it again, and it is in the file once, however many letters show it.
  const picture = logo && `data:image/png;base64,${Buffer.from(logo).toString('base64')}`;
  for (const letter of letters) new Sheet(doc, picture).draw(letter);
  doc.end();
  return done;
}

function bytesOf(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (piece: Buffer) => pieces.push(piece));
    doc.on('end', () => {
      resolve(Buffer.concat(pieces));
    });
    doc.on('error', reject);
  });
}

/** One page, from top to bottom. */
class Sheet {
  constructor(
    private readonly doc: PDFKit.PDFDocument,
    private readonly logo: string | null,
  ) {
    doc.addPage();
  }

  draw(letter: PaperLetter): void {
    this.#head(letter.head);
    this.#lines([letter.sender], mm(42), 9);
    this.#lines(letter.address, mm(50), text.size);
    this.#lines([letter.day], mm(95), text.size);
    this.#say('H1', letter.subject, { y: mm(106), size: 16, font: 'bold' });
    this.doc.y += mm(4);
    for (const paragraph of letter.paragraphs) {
      this.#say('P', paragraph);
      this.doc.y += mm(3);
    }
    this.#code(letter);
    for (const line of letter.foot) this.#say('P', line, { size: 10 });
  }

  /** The logo, or the name in its place, and to the right how the sender is reached; both end above the window. */
  #head({ name, reach }: PaperLetter['head']): void {
    const { doc, logo } = this;
    const box = { x: left, y: mm(12), fit: [mm(80), mm(24)] as [number, number] };
    if (logo) {
      const drawn = () => doc.image(logo, box.x, box.y, { fit: box.fit });
      doc.addStructure(doc.struct('Figure', { alt: name }, drawn));
    } else this.#say('P', name, { y: box.y, size: 16, font: 'bold', to: mm(110) });
    doc.y = box.y;
    const lines = logo ? [name, ...reach] : reach;
    for (const line of lines.slice(0, mostHeadLines)) this.#say('P', line, { x: mm(120), size: 9 });
  }

  #lines(lines: readonly string[], y: number, size: number): void {
    this.doc.y = y;
    for (const line of lines) this.#say('P', line, { size });
  }

  #code({ code, scan }: PaperLetter): void {
    const { doc } = this;
    const top = doc.y + mm(2);
    const side = mm(38);
    this.#say('P', code.label, { y: top + mm(6), x: left + mm(6) });
    this.#say('P', code.text, { x: left + mm(6), size: 24, font: 'bold' });
    this.#scan(scan, left + width - side - mm(4), top + mm(4), side);
    this.#artifact(() =>
      doc
        .rect(left, top, width, side + mm(8))
        .lineWidth(1)
        .stroke('#1c1b2e'),
    );
    doc.y = top + side + mm(14);
  }

  #scan({ size, path, label }: PaperLetter['scan'], x: number, y: number, side: number): void {
    const { doc } = this;
    const drawn = () => {
      doc.save();
      doc.translate(x, y).scale(side / size);
      doc.path(path).fill('#000000');
      doc.restore();
    };
    const figure = doc.struct('Figure', { alt: label }, drawn);
    doc.addStructure(figure);
  }

  /** What is only drawn is not read aloud. */
  #artifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  #say(
    tag: 'P' | 'H1',
    words: string,
    {
      x = left,
      y = this.doc.y,
      size = text.size,
      font = 'regular' as keyof LetterFonts,
      to = left + width,
    } = {},
  ): void {
    const { doc } = this;
    const runs = runsOf(words);
    const said = doc.struct(tag, {}, () => {
      runs.forEach(({ ext, piece }, index) => {
        doc.font(ext ? `${font}Ext` : font, size).fillColor('#1c1b2e');
        const options = { width: to - x, lineGap: text.gap, continued: index < runs.length - 1 };
        if (index === 0) doc.text(piece, x, y, options);
        else doc.text(piece, options);
      });
    });
    doc.addStructure(said);
  }
}

/** A text in pieces of one font each: names from elsewhere in Europe have letters that the first font lacks. */
function runsOf(words: string): { ext: boolean; piece: string }[] {
  const runs: { ext: boolean; piece: string }[] = [];
  for (const letter of words) {
    const ext = isExtended(letter);
    const last = runs.at(-1);
    if (last?.ext === ext) last.piece += letter;
    else runs.push({ ext, piece: letter });
  }
  return runs.length > 0 ? runs : [{ ext: false, piece: ' ' }];
}

// The font of the West has the dotless i and the joined oe too.
const isExtended = (letter: string) =>
  /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1e00-\u1eff\u20a0-\u20ab\u20ad-\u20c0]/u.test(letter);
