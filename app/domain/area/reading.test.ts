import { expect, test } from 'vitest';
import { type FoundAreas, readingState } from './reading';

const names = { created: ['Centrum'], changed: [], unchanged: [] };
const found: FoundAreas = { kind: 'wijken', gemeente: 'Vierstromen', names, notices: [] };
const refusal = { code: 'fileInvalid', detail: {} } as const;
const at = new Date('2026-06-01T10:00:00Z');
const begun = { found: null, refusal: null, askedAt: null, endedAt: null };

test.each([
  ['running', {}],
  ['looked', { found }],
  ['running', { found, askedAt: at }],
  ['read', { found, askedAt: at, endedAt: at }],
  ['refused', { refusal, endedAt: at }],
  ['refused', { found, refusal, askedAt: at, endedAt: at }],
  ['lapsed', { found, endedAt: at }],
  ['lapsed', { endedAt: at }],
] as const)('a file is %s by what is known of it: %j', (state, known) => {
  expect(readingState({ ...begun, ...known })).toBe(state);
});
