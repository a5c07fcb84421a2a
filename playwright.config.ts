import { defineConfig } from '@playwright/test';
import { browserOptions } from './tests/support/browser';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/pages',
  globalSetup: './tests/e2e/global-setup.ts',
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    launchOptions: await browserOptions(),
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      // pages.spec.ts looks at both widths itself.
      testMatch: /(journey|money|outcome)\.spec\.ts/,
      use: { viewport: { width: 390, height: 844 } },
    },
  ],
});
