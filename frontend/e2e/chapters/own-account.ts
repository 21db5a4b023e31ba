import { expect, test } from '../fixtures';
import { startMailServer, type MailServer } from '../mail-server';

/** A mailbox of one's own: tested step by step, changed, put to sleep and woken. */
export function ownAccount() {
  let server: MailServer;
  test.beforeAll(async () => {
    server = await startMailServer();
  });
  test.afterAll(() => server.close());

  test('an account of one’s own is tested before it is saved, and sends', async ({
    page,
    t,
    enter,
    look,
    phone,
  }) => {
    await enter();
    await page.goto('/accounts');
    await page.getByRole('button', { name: t('Add account') }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: t('Save') }).click();
    await expect(form.getByText(t('Give the account a name'))).toBeVisible();

    await form.getByLabel(t('Name')).first().fill('Promosi');
    await form.getByLabel(t('From: address')).fill('promosi@toko.test');
    await form.getByLabel(t('From: name')).fill('Toko Sari');
    await form.getByRole('combobox', { name: t('SMTP option') }).click();
    await page.getByRole('option', { name: t('Another server (custom)') }).click();
    await form.getByRole('textbox', { name: t('Password') }).fill('wrong');
    await form.getByLabel(t('Server')).fill('127.0.0.1');
    await form.getByRole('combobox', { name: t('Security') }).click();
    await page.getByRole('option', { name: t('None') }).click();
    await form.getByLabel(t('Port')).fill(String(server.port));
    await form.getByRole('button', { name: t('Test the connection') }).click();
    await expect(form.getByText(t('The test failed'))).toBeVisible();
    await expect(form.getByText('535 5.7.8 The password is wrong')).toBeVisible();
    await look('account-test-failed');

    await form.getByRole('textbox', { name: t('Password') }).fill('right');
    await form.getByRole('button', { name: t('Test the connection') }).click();
    await expect(form.getByText(t('Email Automation is ready'), { exact: true })).toBeVisible();
    await look('account-test');
    await phone('account-test');
    await form.getByRole('button', { name: t('Save') }).click();
    await expect(page.getByText(t('{0} was added', { 0: 'Promosi' }))).toBeVisible();
    await look('accounts');
    await phone('accounts');

    await page.getByRole('checkbox', { name: t('{name} is active', { name: 'Promosi' }) }).click();
    await expect(
      page.getByText(t('{name} is not active any more; its messages wait.', { name: 'Promosi' })),
    ).toBeVisible();
    await page.goto('/outbox');
    await expect(page.getByRole('switch', { name: 'Worker Sandbox' })).toBeVisible();
    await expect(page.getByRole('switch', { name: 'Worker Promosi' })).toBeHidden();
    await page.goto('/accounts');
    await page.getByRole('checkbox', { name: t('{name} is active', { name: 'Promosi' }) }).click();
    await expect(page.getByRole('switch', { name: 'Worker Promosi' })).toBeVisible();
  });

  test('an account is deleted only after it was said what depends on it', async ({
    page,
    t,
    enter,
    look,
  }) => {
    await enter();
    await page.goto('/accounts');
    await page.getByRole('button', { name: t('Actions for {0}', { 0: 'Sandbox' }) }).click();
    await page.getByRole('menuitem', { name: t('Delete…') }).click();
    await expect(
      page
        .getByRole('dialog')
        .getByText(/Sandbox/)
        .first(),
    ).toBeVisible();
    await look('account-delete');
    await page.getByRole('button', { name: t('No'), exact: true }).click();
    await expect(page.getByRole('row', { name: /Sandbox/ }).first()).toBeVisible();
  });
}
