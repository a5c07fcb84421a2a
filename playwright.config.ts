import { defineConfig } from '@playwright/test';
import { browserOptions } from './tests/support/browser';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/pages',
  globalSetup: './tests/e2e/global-setup.ts',
  // One at a time: they share one town, and count its money.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    // Set by the global setup; workers read this file after it.
    baseURL: process.env.SITE,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    launchOptions: await browserOptions(),
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      testMatch: /(pages|journey|outcome)\.spec\.ts/,
      use: { viewport: { width: 390, height: 844 } },
    },
  ],
});
