import { expect, test } from '../fixtures';

/** Every message, and the switch. */
export function outbox() {
  test('the outbox tells of every message, and its switch stops the account', async ({
    page,
    t,
    enter,
    look,
    phone,
  }) => {
    await enter();
    await page
      .getByRole('link', { name: t('Outbox') })
      .first()
      .click();
    await expect(page.getByRole('row', { name: /reply@sandbox\.test/ })).toBeVisible();
    await look('outbox');
    await phone('outbox');

    await page.getByRole('searchbox').fill('bounce');
    await expect(page).toHaveURL(/q=bounce/);
    const bounced = page.getByRole('row', { name: /bounce@sandbox\.test/ });
    await expect(page.getByRole('row')).toHaveCount(1);
    await expect(bounced.getByText(t('Rejected'))).toBeVisible();
    await bounced.click();
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByText(/550/).first()).toBeVisible();
    await look('message');
    await phone('message');
    await page.keyboard.press('Escape');

    await page.getByRole('searchbox').fill('drop@');
    const doubtful = page.getByRole('row', { name: /drop@sandbox\.test/ });
    await expect(page.getByRole('row')).toHaveCount(1);
    await doubtful.click();
    await expect(drawer.getByText(t('Nobody knows whether it arrived'))).toBeVisible();
    await look('uncertain');
    await phone('uncertain');
    await drawer.getByRole('button', { name: t('Assume sent'), exact: true }).click();
    await look('uncertain-asked');
    await page.getByRole('button', { name: t('Yes, assume sent') }).click();
    await expect(drawer.getByText(t('Assumed sent'), { exact: true })).toBeVisible();
    await look('assumed');
    await drawer.getByRole('button', { name: t('Take it back') }).click();
    await expect(drawer.getByText(t('Nobody knows whether it arrived'))).toBeVisible();
    await page.keyboard.press('Escape');

    const worker = page.getByRole('switch', { name: 'Worker Sandbox' });
    await worker.press('Space');
    await expect(
      page.getByText(
        t('Worker {accountName} is off. {inFlight} in flight can still leave.', {
          accountName: 'Sandbox',
          inFlight: 0,
        }),
      ),
    ).toBeVisible();
    await expect(worker).not.toBeChecked();
    await page.getByRole('button', { name: t('Undo') }).click();
    await expect(worker).toBeChecked();
  });
}
