import { describe, expect, test } from 'vitest';
import en from '../app/i18n/en';
import nl from '../app/i18n/nl';
import { sourcesIn } from './support/source';
import { misfits, textsOf, unlike } from './support/texts';

const production = sourcesIn('app').filter(({ path }) => !path.includes('.test.'));
const texts = textsOf(nl);

describe('a text', () => {
  test('leaves the same names open in both languages', () => {
    expect(unlike(texts, textsOf(en))).toEqual([]);
  });

  test('is caught when it does not, or stands in one language', () => {
    const here = textsOf({
      a: { b: 'Dag {{name}}' },
      c_one: '{{count}} buur',
      c_other: '{{count}} buren',
      d: '',
    });
    const there = textsOf({
      a: { b: 'Hello {{who}}' },
      c_zero: 'Nobody',
      c_other: '{{count, number}} people',
    });
    expect(unlike(here, there)).toEqual(['a.b: name / who', 'd: in one language only']);
  });
});

describe('a call of the translator', () => {
  test('gives a text the names that it leaves open', () => {
    expect(misfits(production, texts)).toEqual([]);
  });

  test('is caught when it gives another name, one too many or none', () => {
    const made = textsOf({
      hello: 'Dag {{name}}',
      bye: 'Tot ziens',
      left_one: 'Nog {{count}} in {{area}}',
      left_other: 'Nog {{count}} in {{area}}',
      state: { open: 'Sinds {{date}}', shut: 'Sinds {{date}}, door {{who}}' },
      lines: ['Eén', 'Twee {{name}}'],
    });
    const caught = (call: string) => misfits([{ path: 'page.tsx', text: call }], made);
    expect(caught(`t('hello', { name })`)).toEqual([]);
    expect(caught(`visit.t('hello', { nane })`)).toEqual([
      'page.tsx:1 gives nane to hello',
      'page.tsx:1 leaves name out of hello',
    ]);
    expect(caught(`t('hello')`)).toEqual(['page.tsx:1 leaves name out of hello']);
    expect(caught(`t('bye', { name })`)).toEqual(['page.tsx:1 gives name to bye']);
    expect(caught(`t(late ? 'bye' : 'hello')`)).toEqual(['page.tsx:1 leaves name out of hello']);
    expect(caught(`t('left', { area })`)).toEqual(['page.tsx:1 leaves count out of left']);
    expect(caught(`t('left', { count: 1, ...rest })`)).toEqual([]);
    expect(caught(`t('lines', { returnObjects: true })`)).toEqual(['page.tsx:1 leaves name out of lines']);
    expect(caught('t(`state.${state}`, { date })')).toEqual([]);
    expect(caught('t(`state.${state}`, { day })')).toEqual([
      'page.tsx:1 gives day to state.*',
      'page.tsx:1 leaves date out of state.*',
    ]);
    expect(caught('t(`stand.${state}`)')).toEqual(['page.tsx:1 names stand.*, which is no text']);
  });
});
