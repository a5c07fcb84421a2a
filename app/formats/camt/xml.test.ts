import { describe, expect, test } from 'vitest';
import { DomainError } from '~/domain/errors';
import { at, attribute, children, parseEntry, parseStatement, refuse, textAt } from './xml';

const place = (text: string, statement = 0, entry = 0) => ({ text, statement, entry });
const tree = (text: string) => parseStatement(place(text));

function refusal(work: () => unknown) {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.detail;
    throw error;
  }
}

describe('the tree of a statement', () => {
  test('knows a tag by its name, whatever stands before the colon', () => {
    expect(textAt(tree('<x:a xmlns:x="urn:x"><x:b> one\n two </x:b></x:a>'), 'a', 'b')).toBe('one two');
  });

  test('keeps amounts as they are written', () => {
    const read = tree('<a><Amt Ccy="EUR">0010.10</Amt></a>');
    expect([textAt(read, 'a', 'Amt'), attribute(at(read, 'a', 'Amt'), 'Ccy')]).toEqual(['0010.10', 'EUR']);
  });

  test('keeps a booking as text until its turn comes', () => {
    const text = '<a><Ntry><b>1</b></Ntry><Ntry><b>2</b></Ntry></a>';
    const entries = children(at(tree(text), 'a'), 'Ntry');
    expect(entries).toHaveLength(2);
    expect(at(entries[1], 'b')).toBeUndefined();
    expect(textAt(parseEntry(entries[1], place(text, 1, 2)), 'b')).toBe('2');
  });

  test('has all children with one tag, one, or none', () => {
    const read = at(tree('<a><b>1</b><c>2</c><b>3</b></a>'), 'a');
    expect([children(read, 'b'), children(read, 'c'), children(read, 'd')]).toEqual([['1', '3'], ['2'], []]);
    expect([children(null, 'b'), children('text', 'length'), children({}, 'toString')]).toEqual([[], [], []]);
  });

  test('says nothing where there is only space', () => {
    expect(textAt(tree('<a><b> \n </b></a>'), 'a', 'b')).toBeNull();
    expect(textAt(tree('<a/>'), 'a', 'b', 'c')).toBeNull();
  });

  test.each([
    ['&amp;&lt;&gt;&quot;&apos;', '&<>"\''],
    ['&#233;&#xE9;&#x1F333;', 'éé🌳'],
    ['1 &amp;lt; 2', '1 &lt; 2'],
  ])('reads the signs of XML: %s', (written, read) => {
    expect(textAt(tree(`<a><b>${written}</b></a>`), 'a', 'b')).toBe(read);
  });
});

describe('what is no safe XML', () => {
  test.each([
    [
      'a declaration of its own',
      '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY x "y">]>\n<a>&x;</a>',
      'doctypeRefused',
      2,
    ],
    ['a tag that stays open', '<a>\n<b>\n</a>', 'xmlBroken', 3],
    ['a sign that XML does not have', '<a>\n\n\u0001</a>', 'xmlBroken', 3],
    ['half a sign', '<a>\ud83c</a>', 'xmlBroken', 1],
  ])('%s is refused at its line', (_what, text, what, line) => {
    expect(refusal(() => tree(text))).toEqual({ line, what, statement: 0, entry: 0 });
  });

  test.each(['&x;', '&#1;', '&#xFFFF;', '&#55296;', '&#x110000;'])('the entity %s', (entity) => {
    expect(refusal(() => tree(`<a><b>${entity}</b></a>`))).toMatchObject({ what: 'xmlBroken' });
  });

  test('comments and CDATA are no declaration', () => {
    expect(textAt(tree('<a><!-- 1 --><b><![CDATA[<&>]]></b></a>'), 'a', 'b')).toBe('<&>');
  });
});

describe('a refusal', () => {
  const text = '<D>\n<Stmt>\n<Ntry/>\n</Stmt>\n<Stmt>\n<x:Ntry>\n</x:Ntry>\n<Ntry/></Stmt></D>';

  test.each([
    [0, 0, 1],
    [1, 0, 2],
    [1, 1, 3],
    [2, 0, 5],
    [2, 1, 6],
    [2, 2, 8],
    [3, 1, 1],
  ])('of statement %i, booking %i names line %i', (statement, entry, line) => {
    expect(refusal(() => refuse(place(text, statement, entry), 'dateInvalid'))).toEqual({
      ...{ line, what: 'dateInvalid', statement, entry },
    });
  });
});
