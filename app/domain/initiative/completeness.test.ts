import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar';
import { type Concept, missingFields } from './completeness';

const whole: Concept = {
  title: 'Bankjes',
  summary: 'Twee bankjes bij het speelveld',
  theme: 'groen',
  story: 'Ouders staan nu.',
  place: 'Speelveld',
  startsOn: calendarDate('2026-05-01'),
  lines: [{}],
};

describe('missingFields', () => {
  test('nothing is missing in a whole concept', () => {
    expect(missingFields(whole)).toEqual([]);
  });

  test('everything is missing in an empty one, in the order of the form', () => {
    const empty: Concept = {
      title: '',
      summary: '',
      theme: null,
      story: '',
      place: '',
      startsOn: null,
      lines: [],
    };
    expect(missingFields(empty)).toEqual([
      'title',
      'summary',
      'theme',
      'story',
      'place',
      'startsOn',
      'lines',
    ]);
  });

  test.each([
    ['title', '   '],
    ['summary', '\n'],
    ['story', ' \t '],
    ['place', ''],
    ['theme', null],
    ['startsOn', null],
    ['lines', []],
  ] as const)('%s alone is missing', (field, value) => {
    expect(missingFields({ ...whole, [field]: value })).toEqual([field]);
  });
});
