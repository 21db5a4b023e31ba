import { defineConfig, devices } from '@playwright/test';

/**
 * Stories in a real browser against a running Kurir. Nothing is started here: KURIR_E2E_URL says where it is.
 * The browser is the one of the machine (KURIR_CHROMIUM, or /usr/bin/chromium); none is downloaded.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/artifacts',
  fullyParallel: false,
  workers: 1,
  forbidOnly: !!process.env.CI,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.KURIR_E2E_URL ?? 'http://localhost:8080',
    viewport: { width: 1366, height: 860 },
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.KURIR_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox'],
    },
  },
});
