import { defineConfig, devices } from '@playwright/test';
import type { Story } from './e2e/fixtures';

const chromium = {
  ...devices['Desktop Chrome'],
  viewport: { width: 1366, height: 860 },
  actionTimeout: 30_000,
  navigationTimeout: 30_000,
  launchOptions: {
    executablePath: process.env.KURIR_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  },
};

/**
 * Stories in a real browser against running Kurirs with empty data folders, one for each language. Nothing is started
 * here: KURIR_E2E_EN and KURIR_E2E_ID are the links that they printed. The browser is the one of the machine
 * (KURIR_CHROMIUM, or /usr/bin/chromium); none is downloaded.
 */
export default defineConfig<Story>({
  testDir: 'e2e',
  outputDir: 'test-results/artifacts',
  fullyParallel: false,
  workers: 2,
  forbidOnly: !!process.env.CI,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  projects: (['en', 'id'] as const).map((language) => {
    const setupLink = process.env[`KURIR_E2E_${language.toUpperCase()}`] ?? 'http://localhost:8080/setup';
    return {
      name: language,
      use: {
        ...chromium,
        locale: language === 'id' ? 'id-ID' : 'en-GB',
        baseURL: new URL(setupLink).origin,
        language,
        setupLink,
      },
    };
  }),
});
