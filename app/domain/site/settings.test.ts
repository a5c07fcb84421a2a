import { describe, expect, test } from 'vitest';
import { DomainError } from '../errors';
import { changedParts, detailsIn, longest, type Settings } from './settings';

const typed = {
  ...{ name: ' Vierstromen ', email: 'wijkkas@vierstromen.example', phone: '', address: ' ', reach: '' },
  ...{ iban: null, bankName: '', english: false },
};
const read = {
  ...{ name: 'Vierstromen', email: 'wijkkas@vierstromen.example', phone: null, address: null, reach: null },
  ...{ bank: null, english: false },
};

function refusal(change: Partial<Parameters<typeof detailsIn>[0]>): DomainError {
  try {
    detailsIn({ ...typed, ...change });
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('it was taken');
}

describe('what a gemeente tells of itself', () => {
  test('is kept without the space around it, and what is empty as nothing', () => {
    expect(detailsIn(typed)).toEqual(read);
  });

  test.each(['gemeente Vierstromen', 'Gemeente  Vierstromen'])('is called %s without that word', (name) => {
    expect(detailsIn({ ...typed, name }).name).toBe('Vierstromen');
  });

  test('has more where more was told', () => {
    const more = { phone: '14 033', address: 'Brink 1\n1000 AA Vierstromen', reach: 'Bel op werkdagen.' };
    const bank = { iban: 'NL91ABNA0417164300', name: 'Gemeente Vierstromen' };
    const given = { ...typed, ...more, iban: bank.iban, bankName: ` ${bank.name}`, english: true };
    expect(detailsIn(given)).toEqual({ ...read, ...more, bank, english: true });
  });

  test.each(['name', 'email'] as const)('needs a %s', (field) => {
    expect(refusal({ [field]: ' \u200b ' })).toMatchObject({ code: 'required', field });
  });

  test.each(['name', 'email', 'phone', 'address', 'reach', 'bankName'] as const)(
    'has an end: %s',
    (field) => {
      const max = longest[field];
      expect(refusal({ [field]: 'x'.repeat(max + 1) })).toMatchObject({
        ...{ code: 'tooLong', field },
        detail: { max },
      });
      expect(() =>
        detailsIn({ ...typed, iban: 'NL', bankName: 'x', [field]: 'x'.repeat(max) }),
      ).not.toThrow();
    },
  );

  test('has a whole account or none', () => {
    expect(refusal({ iban: 'NL91ABNA0417164300' })).toMatchObject({ code: 'required', field: 'bankName' });
    expect(refusal({ bankName: 'Gemeente Vierstromen' })).toMatchObject({ code: 'required', field: 'iban' });
  });
});

describe('two versions', () => {
  const bank = { iban: 'NL91ABNA0417164300', name: 'Gemeente Vierstromen' };
  const theme = { base: 'vierstromen', action: null, header: null, footer: null } as const;
  const logo = { hash: 'a'.repeat(64), kind: 'svg' } as const;
  const settings: Settings = { ...read, bank, theme, logo };

  test('that are the same differ in nothing', () => {
    expect(changedParts(settings, { ...settings, bank: { ...bank }, theme: { ...theme } })).toEqual([]);
  });

  test.each<[string, Partial<Settings>]>([
    ['name', { name: 'Noorderzijl' }],
    ['phone', { phone: '14 033' }],
    ['english', { english: true }],
    ['bank', { bank: { ...bank, name: 'Gemeente Noorderzijl' } }],
    ['bank', { bank: null }],
    ['theme', { theme: { ...theme, header: '#7a1f3d' } }],
    ['logo', { logo: { ...logo, hash: 'b'.repeat(64) } }],
    ['logo', { logo: null }],
  ])('differ in %s', (part, change) => {
    expect(changedParts(settings, { ...settings, ...change })).toEqual([part]);
    expect(changedParts({ ...settings, ...change }, settings)).toEqual([part]);
  });

  test('differ in all that changed, in order', () => {
    const other: Settings = { ...settings, name: 'X', address: 'Brink 1', logo: null };
    expect(changedParts(settings, other)).toEqual(['name', 'address', 'logo']);
  });
});
