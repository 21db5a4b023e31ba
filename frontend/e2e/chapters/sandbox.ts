import { expect, test } from '../fixtures';

/** The sandbox campaign, from one click to done. */
export function sandbox() {
  test('one click makes the sandbox, and its campaign is generated, looked at and sent', async ({
    page,
    t,
    enter,
    look,
    phone,
  }) => {
    await enter();
    await page.getByRole('button', { name: t('Create the sandbox') }).click();
    await expect(page.getByRole('button', { name: t('Remove sample data') })).toBeVisible();
    await expect(page.getByRole('switch', { name: 'Worker Sandbox' })).toBeChecked();
    await look('home-sandbox');
    await phone('home-sandbox');

    await page
      .getByRole('link', { name: t('Open the campaign') })
      .first()
      .click();
    await expect(page.getByText(t('Ready to send'))).toBeVisible();
    const preview = page.frameLocator('iframe').first();
    await expect(preview.getByText('Budi Santoso')).toBeVisible();
    await look('editor');
    await phone('editor');

    await page.getByRole('button', { name: t('Generate') }).click();
    await expect(page.getByRole('heading', { name: t('Messages, exactly as they are sent') })).toBeVisible();
    await expect(page.getByText('ok+1@sandbox.test')).toBeVisible();
    await look('generated');
    await page.getByText('ok+1@sandbox.test').click();
    await expect(page.getByRole('dialog').frameLocator('iframe').getByText('Budi Santoso')).toBeVisible();
    await look('exactly-as-sent');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: /25/ }).first().click();
    await look('process');
    await page.getByRole('button', { name: t('Yes, send') }).click();
    await expect(page.getByRole('button', { name: t('Pause') })).toBeVisible();
    await page.getByRole('button', { name: t('Pause') }).click();
    await expect(page.getByRole('button', { name: t('Resume') })).toBeVisible();
    await look('paused');
    await page.getByRole('button', { name: t('Resume') }).click();
    await expect(page.getByText(t('Uncertain')).first()).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('main').getByText(t('Done'), { exact: true }).first()).toBeVisible({
      timeout: 60_000,
    });
    await look('live');
    await phone('live');
  });
}
