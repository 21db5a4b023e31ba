import { expect, test } from '../fixtures';

/** An answer that is given again and again, with its file, in a formatted text. */
export function quickReplies() {
  test('a quick reply with a file is made, and inserted by a slash', async ({
    page,
    t,
    enter,
    look,
    phone,
  }) => {
    await enter();
    await page.goto('/settings/quick-replies');
    await page
      .getByRole('button', { name: t('New quick reply') })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: t('New quick reply') });
    await dialog.getByRole('textbox', { name: t('Name') }).fill('Daftar harga');
    await dialog.getByRole('textbox', { name: t('Shortcut') }).fill('harga');
    await dialog
      .getByRole('textbox', { name: t('Text') })
      .fill('Terlampir daftar harganya.\n\nSalam, {{my_name}}');
    await page.locator('input[type=file]').setInputFiles({
      name: 'harga-2027.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('sambal;25000'),
    });
    await expect(
      dialog.getByRole('button', { name: t('Remove {fileName}', { fileName: 'harga-2027.csv' }) }),
    ).toBeVisible();
    await look('quick-reply');
    await phone('quick-reply');
    await dialog.getByRole('button', { name: t('Save') }).click();
    const rows = page.getByRole('list', { name: t('Quick replies') });
    await expect(rows.getByText('/harga')).toBeVisible();
    await expect(dialog).toHaveCount(0);
    await look('quick-replies');

    await page.goto('/inbox?tab=all');
    await page
      .getByRole('list', { name: t('Conversations') })
      .getByRole('link', { name: 'Lina Balas' })
      .first()
      .click();
    await page
      .getByRole('radiogroup', { name: t('Form of the answer') })
      .getByText(t('Formatted'), { exact: true })
      .click();
    await expect(page.getByRole('toolbar', { name: t('Formatting') })).toBeVisible();
    const answer = page.getByRole('textbox', { name: t('Your answer') });
    await answer.pressSequentially('Baik. /har');
    await expect(page.getByRole('option', { name: /Daftar harga/ })).toBeVisible();
    await look('quick-reply-list');
    await answer.press('Enter');
    await expect(answer.locator('p').filter({ hasText: 'Baik. Terlampir daftar harganya.' })).toBeVisible();
    await expect(answer.locator('p').filter({ hasText: /^Salam, Sari$/ })).toBeVisible();
    const files = page.getByRole('list', { name: t('Attached files') });
    await expect(files.getByText(/harga-2027\.csv/)).toBeVisible();
    await page.getByRole('button', { name: t('Send'), exact: true }).click();
    const said = page.getByRole('region', { name: t('Conversation'), exact: true }).getByRole('listitem');
    await expect(
      said
        .filter({ hasText: 'Salam, Sari' })
        .getByRole('link', { name: /harga-2027\.csv/ })
        .first(),
    ).toBeVisible();
    await page
      .getByRole('radiogroup', { name: t('Form of the answer') })
      .getByText(t('Plain'), { exact: true })
      .click();
  });
}
