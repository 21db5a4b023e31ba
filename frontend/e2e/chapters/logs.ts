import { expect, test } from '../fixtures';

/** What happened, in words. */
export function logs() {
  test('the log says what happened in words', async ({ page, t, enter, look, phone }) => {
    await enter();
    await page
      .getByRole('link', { name: t('Logs') })
      .first()
      .click();
    await expect(
      page.getByText(t('Email Automation is ready: {account}', { account: 'Sandbox' })).first(),
    ).toBeVisible();
    await expect(
      page.getByText(t('Rejected: the message to {to}', { to: 'bounce@sandbox.test' })).first(),
    ).toBeVisible();
    await look('logs');
    await phone('logs');
  });
}
