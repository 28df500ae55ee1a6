import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const installed = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'];

/** The built app in a real Chromium. One worker: the machine is small and the desk is shared. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  globalSetup: './desk.ts',
  workers: 1,
  retries: 0,
  // For what hangs, not for what is slow: the machine may be busy.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    // A trace of every test costs a third of its time; `--trace on` makes one where it is wanted.
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: installed.find((path) => path && existsSync(path)),
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
    },
  },
});
