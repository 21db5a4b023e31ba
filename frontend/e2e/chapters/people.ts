import { expect, test } from '../fixtures';

const FILE = [
  'email,name,kota',
  'ani@toko.test,Ani Lestari,Bandung',
  'bima@toko.test,Bima,Solo',
  'not an address,Citra,Medan',
  'dian@toko.test,Dian,',
].join('\n');

/** People come one by one and from a file, and are found again. */
export function people() {
  test('people come from a file, and refused lines are told with their reasons', async ({
    page,
    t,
    enter,
    look,
    phone,
  }) => {
    await enter();
    await page.goto('/contacts/import');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'pelanggan.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
    await expect(page.getByText('{{data.kota}}')).toBeVisible();
    await page.getByRole('combobox', { name: t('Put everybody on this list') }).fill('Pelanggan');
    await page.keyboard.press('Escape');
    await look('import');
    await phone('import');
    await page.getByRole('button', { name: t('Start the import') }).click();
    await expect(page.getByText('not an address').first()).toBeVisible();
    await look('import-done');
  });

  test('somebody is added, found, written to and deleted', async ({ page, t, enter, look, phone }) => {
    await enter();
    await page.goto('/contacts');
    await page
      .getByRole('button', { name: t('Add contact') })
      .first()
      .click();
    const form = page.getByRole('dialog');
    await form.getByLabel(t('Email')).fill('eka@toko.test');
    await form.getByLabel(t('Name'), { exact: true }).fill('Eka Putra');
    await form.getByRole('button', { name: t('Add contact') }).click();
    await page.getByText(t('{name} was added', { name: 'Eka Putra' })).hover();
    await look('notification');
    await page.mouse.move(0, 0);

    await page.getByRole('searchbox').fill('eka');
    await expect(page).toHaveURL(/q=eka/);
    await expect(page.getByRole('row')).toHaveCount(2);
    await page.getByRole('button', { name: 'Eka Putra', exact: true }).click();
    await look('contact');
    await page.getByRole('button', { name: t('Write a message') }).click();
    const letter = page.getByRole('dialog').last();
    await letter.getByLabel(t('Subject')).fill('Halo {{name}}');
    await letter.getByRole('textbox', { name: t('Message'), exact: true }).fill('Terima kasih, {{name}}!');
    await look('direct-message');
    await letter.getByRole('button', { name: t('Send') }).click();
    await expect(
      page.getByText(t('The message to {0} is in the outbox', { 0: 'eka@toko.test' })),
    ).toBeVisible();
    await page.goto('/outbox?q=eka');
    await expect(page.getByRole('row', { name: /Halo Eka Putra/ }).getByText(t('Sent'))).toBeVisible();
    await page.goto('/contacts');
    await look('contacts');
    await phone('contacts');
  });
}
