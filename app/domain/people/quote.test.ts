import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { quoted } from './quote';

describe('what people write stays as they wrote it', () => {
  test.each([
    'Bankjes bij het speelveld',
    'Straatfeest op 12.30 uur, 19:30 uur en € 1.250,00',
    'Ouders staan nu. Opa en oma ook.',
    'Feest 🎉 voor 100% van de buurt & meer',
    'a/b, (c) en "d"',
  ])('%s', (text) => {
    expect(quoted(text)).toBe(text);
  });
});

describe('no address survives', () => {
  test.each([
    ['https://kwaad.example/prijs', 'https: //kwaad. example/prijs'],
    ['HTTP://KWAAD.EXAMPLE', 'HTTP: //KWAAD. EXAMPLE'],
    ['kijk op www.kwaad.example', 'kijk op www. kwaad. example'],
    ['kwaad.nl', 'kwaad. nl'],
    ['1337.nl', '1337. nl'],
    ['http://10.0.0.1/x', 'http: //10.0.0.1/x'],
    ['mail@kwaad.example', 'mail @ kwaad. example'],
    ['mailto:mail@kwaad', 'mailto: mail @ kwaad'],
    ['tel:+31612345678', 'tel: +31612345678'],
    ['kwaad。example', 'kwaad. example'],
    ['kwaad．example ｡nl', 'kwaad. example . nl'],
    ['kwaad.\u200bexample', 'kwaad. example'],
    ['kwaad\u00ad.\u2060nl', 'kwaad. nl'],
    ['\u202enl.daawk', 'nl. daawk'],
    ['ｈttps：//kwaad', 'ｈttps: //kwaad'],
  ])('%s', (text, safe) => {
    expect(quoted(text)).toBe(safe);
  });
});

describe('no letter of ours is imitated', () => {
  test.each([
    ['Mooi\n\nLees verder: hier', 'Mooi Lees verder: hier'],
    ['Mooi\r\nBcc: iedereen', 'Mooi Bcc: iedereen'],
    ['a\u2028b\u0085c\td', 'a b c d'],
    ['  ruim  ', 'ruim'],
    ['\u0000', ''],
  ])('%j', (text, safe) => {
    expect(quoted(text)).toBe(safe);
  });
});

/** What mail programs look for: a scheme, a domain, an address. */
const link = /\p{L}:\S|\S@\S|[.\u3002\uff0e\uff61]\p{L}/u;
const piece = fc.constantFrom(
  'https',
  ':',
  '//',
  '.',
  '。',
  'www',
  'kwaad',
  'nl',
  '@',
  ' ',
  '\n',
  '\u200b',
  '1',
);

property.prop([fc.array(piece, { maxLength: 12 })])('whatever it is made of', (pieces) => {
  const safe = quoted(pieces.join(''));
  expect(safe).not.toMatch(link);
  expect(quoted(safe)).toBe(safe);
});

property.prop([fc.string({ unit: 'binary', maxLength: 40 })])('whatever signs it has', (text) => {
  const safe = quoted(text);
  expect(safe).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
  expect(safe).not.toMatch(link);
});
