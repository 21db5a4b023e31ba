import { expect, test } from '../fixtures';

/** What came back from the campaign, and the answer to it. */
export function inbox() {
  test('the replies of the campaign are in the inbox and are answered there', async ({
    page,
    t,
    enter,
    look,
    phone,
  }) => {
    await enter();
    await page
      .getByRole('link', { name: t('Inbox') })
      .first()
      .click();
    const list = page.getByRole('list', { name: t('Conversations') });
    const lina = list.getByRole('link', { name: 'Lina Balas' });
    await expect(lina).toBeVisible();
    await phone('inbox');

    await page.getByRole('link', { name: new RegExp(`^${t('Done')}`) }).click();
    await expect(list.getByText(t('Out of office'))).toBeVisible();
    await list.getByRole('link', { name: 'Indah Permata' }).click();
    await expect(page.getByText(t('Could not be delivered'), { exact: true })).toBeVisible();
    await expect(page.getByText(/5\.1\.1/).first()).toBeVisible();
    await look('inbox-bounce');

    await page.getByRole('link', { name: new RegExp(`^${t('New')}`) }).click();
    await lina.click();
    const thread = page.getByRole('region', { name: t('Conversation'), exact: true });
    await expect(thread.getByText(/saya tertarik/)).toBeVisible();
    await look('inbox-thread');
    await phone('inbox-thread');

    await page.keyboard.press('r');
    const answer = page.getByRole('textbox', { name: t('Your answer') });
    await expect(answer).toBeFocused();
    await answer.fill('Tidak jadi.');
    await page.getByRole('button', { name: t('Send'), exact: true }).click();
    await page.getByRole('button', { name: t('Undo') }).click();
    await expect(answer).toHaveValue('Tidak jadi.');
    const form = page.getByRole('radiogroup', { name: t('Form of the answer') });
    await form.getByText(t('Formatted'), { exact: true }).click();
    const formatting = page.getByRole('toolbar', { name: t('Formatting') });
    await expect(formatting).toBeVisible();
    await expect(answer).toHaveText('Tidak jadi.');
    await answer.fill('Tentu, ini daftar harganya.');
    await answer.press('ControlOrMeta+a');
    await formatting.getByRole('button', { name: t('Bold') }).click();
    await expect(answer.locator('strong')).toHaveText('Tentu, ini daftar harganya.');
    await formatting.getByRole('button', { name: t('Link'), exact: true }).click();
    await page.getByRole('textbox', { name: t('Address of the link') }).fill('sambal.test/harga');
    await look('inbox-link');
    await page.getByRole('button', { name: t('Link it') }).click();
    await expect(answer.getByRole('link')).toHaveAttribute('href', 'https://sambal.test/harga');
    await page
      .getByRole('region', { name: t('Answer'), exact: true })
      .locator('input[type=file]')
      .setInputFiles({
        name: 'Daftar harga.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('Sambal: Rp 25.000'),
      });
    await expect(
      page.getByRole('list', { name: t('Attached files') }).getByText(/Daftar harga/),
    ).toBeVisible();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await look('inbox-answer');
    await page.getByRole('button', { name: t('Send and done'), exact: true }).click();
    await expect(answer).toHaveText('');
    await form.getByText(t('Plain'), { exact: true }).click();
    await expect(formatting).toHaveCount(0);
    const said = thread.getByRole('listitem');
    await expect(said.filter({ hasText: 'Tentu, ini daftar harganya.' })).toHaveCount(1);
    await expect(said.getByRole('link', { name: /Daftar harga\.txt/ })).toHaveAttribute('download', /.+/);
    await expect(page.getByText('Tidak jadi.')).toHaveCount(0);
    await expect(lina).toHaveCount(0);

    await page
      .getByRole('radiogroup', { name: t('Answer or note') })
      .getByText(t('Note'), { exact: true })
      .click();
    await page.getByRole('textbox', { name: t('Your note') }).fill('Pelanggan lama, beri diskon.');
    await page.getByRole('button', { name: t('Add the note') }).click();
    await expect(said.filter({ hasText: 'Pelanggan lama, beri diskon.' })).toHaveCount(1);
    await expect(page.getByText(t('Note for colleagues'))).toBeVisible();
    await look('inbox-note');

    await said
      .filter({ hasText: 'Tentu, ini daftar harganya.' })
      .getByRole('button', { name: new RegExp(t('More for the message of {who}', { who: '.*' })) })
      .click();
    await page.getByRole('menuitem', { name: t('Split from here into a new conversation') }).click();
    await expect(said.filter({ hasText: /saya tertarik/ })).toHaveCount(0);
    await expect(said.filter({ hasText: 'Tentu, ini daftar harganya.' })).toHaveCount(1);
    await page
      .getByRole('alert')
      .filter({ hasText: t('Split into a new conversation') })
      .getByRole('button', { name: t('Undo') })
      .click();
    await expect(said.filter({ hasText: /saya tertarik/ })).toHaveCount(1);
    await expect(said.filter({ hasText: 'Tentu, ini daftar harganya.' })).toHaveCount(1);
    await page.getByRole('button', { name: t('New message') }).click();
    const letter = page.getByRole('dialog', { name: t('New message') });
    const to = letter.getByRole('combobox', { name: t('To'), exact: true });
    await to.fill('rina@sandbox.test');
    await to.press('Enter');
    await letter.getByRole('textbox', { name: t('Subject') }).fill('Katalog baru');
    await letter.getByRole('textbox', { name: t('Message') }).fill('Halo Rina, {{katalog}}.');
    await expect(letter.getByText(t('Not filled in:'))).toBeVisible();
    await look('inbox-new-message');
    await phone('inbox-new-message');
    await letter.getByRole('textbox', { name: t('Message') }).fill('Halo Rina, ini katalognya.');
    await letter.getByRole('button', { name: t('Send'), exact: true }).click();
    await expect(thread.getByRole('heading', { name: 'Katalog baru' })).toBeVisible();
    await page.getByRole('button', { name: t('Undo') }).click();
    await expect(answer).toHaveValue('Halo Rina, ini katalognya.');
  });
}
