import { expect, test as base, type Cookie, type Page } from '@playwright/test';
import axe, { type RunOnly } from 'axe-core';
import { wordsOf, type Language, type Words } from './words';

/** What a project of the configuration says of its story. */
export type Story = { language: Language; setupLink: string };

type Tools = {
  /** Logged in as the owner. */
  enter: () => Promise<void>;
  /** A text of the screens in the language of the story. */
  t: Words;
  /** The page can be read by everybody, in light and in dark colours; pictures of both are kept. */
  look: (name: string) => Promise<void>;
  /** The same on a phone, 375 px wide, where nothing may stick out. */
  phone: (name: string) => Promise<void>;
};

export const OWNER = { name: 'Sari', email: 'sari@toko.test', password: 'correct horse battery staple' };

const DESKTOP = { width: 1366, height: 860 };
const PHONE = { width: 375, height: 740 };

const RULES: Record<'all' | 'contrast', RunOnly> = {
  all: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  contrast: { type: 'rule', values: ['color-contrast'] },
};

/** Of the owner, who logs in once in each story and then comes back. */
let session: Cookie[] = [];

export const test = base.extend<Story & Tools>({
  language: ['en', { option: true }],
  setupLink: ['', { option: true }],
  t: async ({ language }, use) => {
    await use(wordsOf(language));
  },
  enter: async ({ page, t }, use) => {
    await use(async () => {
      if (session.length > 0) {
        await page.context().addCookies(session);
        await page.goto('/');
      } else {
        await page.goto('/login');
        await page.getByLabel(t('Email'), { exact: true }).fill(OWNER.email);
        await page.getByRole('textbox', { name: t('Password') }).fill(OWNER.password);
        await page.getByRole('button', { name: t('Log in') }).click();
      }
      await expect(page.getByRole('heading', { level: 1, name: t('Home') })).toBeVisible();
      session = await page.context().cookies();
    });
  },
  look: async ({ page, language }, use) => {
    await use(async (name) => {
      for (const colors of ['light', 'dark'] as const) {
        await inColors(page, colors);
        await readable(page, colors === 'light' ? 'all' : 'contrast');
        await picture(page, `${language}-${name}-${colors}`);
      }
      await inColors(page, 'light');
    });
  },
  phone: async ({ page, language }, use) => {
    await use(async (name) => {
      await page.setViewportSize(PHONE);
      await readable(page, 'all');
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(PHONE.width);
      await picture(page, `${language}-${name}-phone`);
      await page.setViewportSize(DESKTOP);
    });
  },
});

/**
 * Menus and dialogs fade in; contrast is only meaningful when they have arrived. Old rows are
 * dim until the new ones are there. What moves for ever is not waited for. A notification may
 * begin to fade at any moment, unless the pointer holds it: it is closed, as a person would.
 */
async function settle(page: Page) {
  const passing = page.locator('.mantine-Notification-root:not(:hover)');
  await passing
    .locator('.mantine-Notification-closeButton')
    .evaluateAll((buttons) => buttons.forEach((button) => (button as HTMLButtonElement).click()));
  await expect(passing).toHaveCount(0);
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
  await expect.poll(() => page.evaluate(moving), { intervals: [50, 100, 250] }).toEqual([]);
}

/** What moves on the page and will come to an end; one that is paused or never ends has arrived. */
function moving() {
  return document
    .getAnimations()
    .filter(
      ({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
    )
    .map(({ effect }) => (effect as KeyframeEffect).target?.outerHTML.slice(0, 200) ?? 'nothing');
}

/** As the person's own choice would. */
async function inColors(page: Page, colors: 'light' | 'dark') {
  await page.evaluate((value) => {
    localStorage.setItem('kurir-color-scheme', value);
    document.documentElement.setAttribute('data-mantine-color-scheme', value);
  }, colors);
}

/** No violation of WCAG 2.2 A or AA on the page as it is now; other colours change only the contrast. */
async function readable(page: Page, what: 'all' | 'contrast') {
  await settle(page);
  // Once for each document, which is most of the time of a look.
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(axe.source);
  }
  const found = await page.evaluate(violations, RULES[what]);
  expect(found).toEqual([]);
}

/** In the page. Mails are shown in frames that run no scripts, so axe cannot run in them either; there are no others. */
async function violations(runOnly: RunOnly) {
  const { axe } = window as unknown as { axe: typeof import('axe-core') };
  const { violations } = await axe.run(
    { exclude: ['iframe[sandbox]'] },
    { runOnly, resultTypes: ['violations'] },
  );
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((n) => `  ${n.target.join(' ')}  ${n.failureSummary}`).join('\n')}`,
  );
}

async function picture(page: Page, name: string) {
  await settle(page);
  await page.screenshot({ path: `test-results/screens/${name}.png` });
}

export { expect };
