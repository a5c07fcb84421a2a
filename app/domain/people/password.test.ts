import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../errors';
import { assertPassword, minPasswordLength } from './password';

const own = ['Fatima', 'Bouzid', 'f.bouzid', 'Parkwijk'];
const answer = (password: string) => {
  try {
    assertPassword(password, own);
    return 'yes';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

describe('length', () => {
  it('asks twelve characters, counted as people see them', () => {
    expect(answer('tuinhek-vlam')).toBe('yes');
    expect(answer('tuinhek-vla')).toBe('passwordTooShort');
    expect(answer('🌱🐝🦔🌻🪴🐞🌳🦋🐛🍄🌾')).toBe('passwordTooShort');
    expect(answer('🌱🐝🦔🌻🪴🐞🌳🦋🐛🍄🌾🐌')).toBe('yes');
  });

  it('names the minimum and the field', () => {
    expect(() => assertPassword('kort', own)).toThrow(
      expect.objectContaining({ field: 'password', detail: { min: minPasswordLength } }) as Error,
    );
  });

  it('takes a sentence of 64 and more', () => {
    expect(answer('vier fietsen leunen tegen de schuur en niemand weet meer van wie ze zijn')).toBe('yes');
  });
});

describe('passwords that many people have', () => {
  it.each([
    'wachtwoord123',
    'Wachtwoord2026!',
    'WachtwoordWelkom',
    'Welkom123456',
    'Welkom2026!!',
    'password1234',
    'geheimgeheim',
    '123456789012',
    '098765432109',
    'qwertyuiop12',
    'abcdefghijkl',
    'aaaaaaaaaaaa',
    'abababababab',
    'Zomer2026!!!',
    'admin1234567',
  ])('refuses %s', (password) => {
    expect(answer(password)).toBe('passwordTooCommon');
  });

  it.each(['wijkkas-2026', 'Buurtraad12!', 'gemeente2026'])(
    'refuses the name of the place: %s',
    (password) => {
      expect(answer(password)).toBe('passwordTooCommon');
    },
  );

  it.each(['Fatima123456', 'bouzid.bouzid', 'FatimaBouzid', 'f.bouzid2026', 'Parkwijk2026'])(
    'refuses what is your own: %s',
    (password) => {
      expect(answer(password)).toBe('passwordTooCommon');
    },
  );

  it('lets somebody else have your name in theirs', () => {
    expect(() => assertPassword('FatimaBouzid', ['Joost'])).not.toThrow();
  });

  it('does not hold a word of two letters against anyone', () => {
    expect(() => assertPassword('jopjopkraanvogel', ['jo'])).not.toThrow();
  });
});

describe('no rules of composition', () => {
  it.each(['hamster fietst weg', 'HAMSTERFIETSTWEG', '840291736504', 'ßéüñçøłđhåø wé'])(
    'takes %s',
    (password) => {
      expect(answer(password)).toBe('yes');
    },
  );

  it('leaves words alone that only look like a row of keys', () => {
    expect(answer('stuvwerk op dak')).toBe('yes');
  });

  property.prop([fc.uuid()])('takes what a password manager makes', (password) => {
    expect(answer(password)).toBe('yes');
  });

  property.prop([fc.string({ minLength: 0, maxLength: 200 })])('answers for any text', (password) => {
    expect(['yes', 'passwordTooShort', 'passwordTooCommon']).toContain(answer(password));
  });
});
