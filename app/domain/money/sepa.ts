const allowed = /[A-Za-z0-9/?:().,'+ -]/;

/** What takes the place of a sign outside the SEPA set. */
const instead: Readonly<Record<string, string>> = {
  '&': '+',
  '"': "'",
  '`': "'",
  '‘': "'",
  '’': "'",
  '“': "'",
  '”': "'",
  '„': "'",
  '–': '-',
  '—': '-',
  '−': '-',
  _: '-',
  '~': '-',
  '[': '(',
  '{': '(',
  ']': ')',
  '}': ')',
  '|': '/',
  '\\': '/',
  '⁄': '/',
  ';': ',',
  '€': 'EUR',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'TH',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
};

/**
 * A name or text in the signs that every SEPA bank reads (EPC217-08), at most `max` long: é becomes e, & becomes +.
 * A sign without a likeness becomes a full stop; spaces at the ends and double spaces go.
 */
export function sepaText(text: string, max: number): string {
  const signs = Array.from(text.normalize('NFKD').replace(/\p{M}/gu, ''), sepaSign);
  return signs.join('').replace(/ +/g, ' ').trim().slice(0, max).trimEnd();
}

function sepaSign(sign: string): string {
  if (allowed.test(sign)) return sign;
  return instead[sign] ?? (/\s/.test(sign) ? ' ' : '.');
}

/** Whether a reference may travel with a payment as it is: 1 to 35 SEPA signs, no slash at an end or twice in a row. */
export function isSepaReference(text: string): boolean {
  return /^[A-Za-z0-9/?:().,'+ -]{1,35}$/.test(text) && text === text.trim() && !/^\/|\/\/|\/$/.test(text);
}
