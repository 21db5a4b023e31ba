import { expect, OWNER, test } from '../fixtures';

/** The owner is created. */
export function setUp() {
  test('the owner is created with the printed link, and not without its token', async ({
    page,
    t,
    look,
    phone,
    language,
    setupLink,
  }) => {
    await page.goto('/setup');
    await expect(page.getByText('setup?token=')).toBeVisible();

    await page.goto(setupLink);
    const form = page.locator('form');
    await form.getByText(language === 'id' ? 'Bahasa Indonesia' : 'English', { exact: true }).click();
    await look('setup');
    await phone('setup');
    await form.getByLabel(t('Your name')).fill(OWNER.name);
    await form.getByLabel(t('Email'), { exact: true }).fill(OWNER.email);
    await form.getByRole('textbox', { name: t('Password') }).fill(OWNER.password);
    await form.getByRole('button', { name: t('Create the owner and start') }).click();

    await expect(page.getByRole('heading', { level: 1, name: t('Home') })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await look('home-new');
  });
}
