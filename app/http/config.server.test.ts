import { describe, expect, test } from 'vitest';
import { readConfig } from './config.server';

const publicSite = {
  APP_ORIGIN: 'https://wijkkas.gemeente.example',
  APP_SECRET: 'x'.repeat(32),
  DATABASE_URL: 'postgres://app@db/wijkkas',
  DEMO: '0',
  CONTACT_EMAIL: 'wijkkas@gemeente.example',
};

describe('the settings', () => {
  test('need nothing on one’s own machine', () => {
    const config = readConfig({});
    expect(config.port).toBe(3000);
    expect(config.demo).toBe(true);
    expect(config).toMatchObject({ contact: 'contact@vierstromen.example', theme: 'vierstromen' });
    expect(config.origins).toEqual(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000']);
  });

  test('take the origin of a public site, without its path', () => {
    const config = readConfig({ ...publicSite, APP_ORIGIN: 'https://wijkkas.gemeente.example/start' });
    expect(config.origins).toEqual(['https://wijkkas.gemeente.example']);
    expect(config.demo).toBe(false);
  });

  test.each(['APP_SECRET', 'DEMO', 'DATABASE_URL', 'CONTACT_EMAIL'] as const)(
    'a public site cannot start without %s',
    (name) => {
      expect(() => readConfig({ ...publicSite, [name]: undefined })).toThrow(name);
    },
  );

  test('an empty value counts as none', () => {
    expect(() => readConfig({ ...publicSite, APP_SECRET: '' })).toThrow('APP_SECRET');
    expect(readConfig({ PORT: '' }).port).toBe(3000);
  });

  test.each([
    ['PORT', 'drieduizend'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://host/db'],
    ['APP_ORIGIN', 'wijkkas.nl'],
    ['APP_SECRET', 'short'],
    ['DEMO', 'ja'],
    ['SMTP_URL', 'mail.gemeente.nl'],
    ['CONTACT_EMAIL', 'gemeente.nl'],
    ['THEME', 'paars'],
    ['BANK_IBAN', 'NL91ABNA0417164301'],
    ['BANK_NAME', 'x'.repeat(71)],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s is refused by name', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`  ${name}: `));
  });

  test('the account to pay from is whole or not there; the demonstration invents one', () => {
    const bank = { BANK_IBAN: 'nl91 abna 0417 1643 00', BANK_NAME: 'Gemeente Ergens' };
    expect(readConfig({ ...publicSite, ...bank }).bank).toEqual({
      iban: 'NL91ABNA0417164300',
      name: 'Gemeente Ergens',
    });
    expect(readConfig(publicSite).bank).toBeNull();
    expect(readConfig({}).bank).toMatchObject({ name: 'Gemeente Vierstromen' });
    expect(() => readConfig({ ...publicSite, BANK_IBAN: bank.BANK_IBAN })).toThrow('  BANK_NAME: ');
    expect(() => readConfig({ BANK_NAME: bank.BANK_NAME })).toThrow('  BANK_IBAN: ');
  });

  const oidc = {
    OIDC_ISSUER: 'https://inloggen.gemeente.example',
    OIDC_CLIENT_ID: 'wijkkas',
    OIDC_CLIENT_SECRET: 'a secret',
    OIDC_NAME: ' DigiD ',
  };

  test('the sign-in service is whole or not there', () => {
    expect(readConfig({}).oidc).toBeNull();
    expect(readConfig({ ...publicSite, ...oidc }).oidc).toEqual({
      ...{ issuer: 'https://inloggen.gemeente.example', clientId: 'wijkkas' },
      ...{ clientSecret: 'a secret', name: 'DigiD' },
    });
    for (const name of Object.keys(oidc)) {
      expect(() => readConfig({ ...oidc, [name]: undefined })).toThrow(`  ${name}: `);
    }
  });

  test.each([
    ['http://inloggen.gemeente.example', false],
    ['ftp://localhost', false],
    ['inloggen.gemeente.example', false],
    ['http://localhost:4000', true],
    ['http://127.0.0.1:4000', true],
    ['http://[::1]:4000', true],
    ['http://localhost.gemeente.example', false],
    ['https://inloggen.gemeente.example/realms/a', true],
  ])('a sign-in service at %s: %s', (OIDC_ISSUER, taken) => {
    const read = () => readConfig({ ...oidc, OIDC_ISSUER }).oidc?.issuer;
    if (taken) expect(read()).toBe(OIDC_ISSUER);
    else expect(read).toThrow('  OIDC_ISSUER: ');
  });

  test('every wrong value is named at once', () => {
    expect(() => readConfig({ PORT: 'x', DEMO: 'x' })).toThrow(/PORT[\s\S]*DEMO/);
  });
});
