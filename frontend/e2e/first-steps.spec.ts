import { expect, test } from './fixtures';

const password = 'correct horse battery staple';

/** What a newcomer does first, against the real program with an empty data folder. */
test.describe.serial('the first steps', () => {
  test('the owner is created with the printed link, and not without its token', async ({
    page,
    axe,
    picture,
  }) => {
    await page.goto('/setup');
    await expect(page.getByText('setup?token=')).toBeVisible();

    await page.goto(process.env.KURIR_E2E_SETUP ?? '');
    await axe();
    await picture('setup');
    await page.locator('input[name=name]').fill('Sari');
    await page.locator('input[name=email]').fill('sari@example.com');
    await page.locator('input[name=password]').fill(password);
    await page.locator('button[type=submit]').click();

    await expect(page).not.toHaveURL(/setup/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`every screen can be read by everybody in ${scheme} colours`, async ({
      page,
      axe,
      picture,
      colors,
    }) => {
      await page.goto('/login');
      await page.locator('input[name=email]').fill('sari@example.com');
      await page.locator('input[name=password]').fill(password);
      await page.locator('button[type=submit]').click();
      await expect(page).not.toHaveURL(/login/);

      for (const screen of ['accounts', 'contacts', 'campaigns', 'outbox']) {
        await page.goto(`/${screen}`);
        await colors(scheme);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForLoadState('domcontentloaded');
        await axe();
        await picture(`${screen}-${scheme}`);
      }
    });
  }

  test('a contact is added and is found again on a phone', async ({ page, axe, picture }) => {
    await page.goto('/login');
    await page.locator('input[name=email]').fill('sari@example.com');
    await page.locator('input[name=password]').fill(password);
    await page.locator('button[type=submit]').click();
    await expect(page).not.toHaveURL(/login/);
    const answer = await page.evaluate(async () => {
      const token = decodeURIComponent(/XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '');
      const response = await fetch('/api/v1/contacts', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'X-XSRF-TOKEN': token },
        body: JSON.stringify({ name: 'Budi Santoso', email: 'budi@sandbox.test' }),
      });
      return response.status;
    });
    expect(answer).toBe(201);

    await page.setViewportSize({ width: 375, height: 740 });
    await page.goto('/contacts');
    await expect(page.getByText('Budi Santoso').first()).toBeVisible();
    await axe();
    await picture('contacts-phone');
  });
});
