import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';

type ColorScheme = 'light' | 'dark';

type Tools = {
  /** Fails when axe finds a violation of WCAG 2.2 A or AA on the page as it is now. */
  axe: () => Promise<void>;
  /** Keeps a picture of the page under test-results/screens. */
  picture: (name: string) => Promise<void>;
  /** Shows the page in the other colours, as the person's own choice would. */
  colors: (scheme: ColorScheme) => Promise<void>;
};

/** Menus and dialogs fade in; contrast is only meaningful when they have arrived. */
async function settle(page: Page) {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))),
  );
}

export const test = base.extend<Tools>({
  axe: async ({ page }, use) => {
    await use(async () => {
      await settle(page);
      const { violations } = await new AxeBuilder({ page })
        // Mails are shown in frames that run no scripts, so axe cannot run in them either.
        .exclude('iframe[sandbox]')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      const found = violations.map(
        ({ id, help, nodes }) =>
          `${id}: ${help}\n${nodes.map((n) => `  ${n.target.join(' ')}  ${n.failureSummary}`).join('\n')}`,
      );
      expect(found).toEqual([]);
    });
  },
  picture: async ({ page }, use) => {
    await use(async (name) => {
      await settle(page);
      await page.screenshot({ path: `test-results/screens/${name}.png` });
    });
  },
  colors: async ({ page }, use) => {
    await use(async (scheme) => {
      await page.evaluate((value) => {
        localStorage.setItem('kurir-color-scheme', value);
        document.documentElement.setAttribute('data-mantine-color-scheme', value);
      }, scheme);
    });
  },
});

export { expect };
