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
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s is refused by name', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`  ${name}: `));
  });

  test('every wrong value is named at once', () => {
    expect(() => readConfig({ PORT: 'x', DEMO: 'x' })).toThrow(/PORT[\s\S]*DEMO/);
  });
});
