import { expect, test } from '../fixtures';

/** A campaign is written from nothing, mended, tried, sent, copied and thrown away. */
export function ownCampaign() {
  test('a campaign is written, mended where the pre-flight says, tried and sent', async ({
    page,
    t,
    enter,
    look,
    phone,
  }) => {
    await enter();
    await page.goto('/campaigns');
    await page
      .getByRole('button', { name: t('New campaign') })
      .first()
      .click();
    await page.getByRole('dialog').getByLabel(t('Name')).fill('Promo Desember');
    await page.getByRole('button', { name: t('Create'), exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Promo Desember' })).toBeVisible();
    const row = (title: string) => page.getByRole('region', { name: t(title), exact: true });
    const open = async (title: string) => {
      const head = row(title).getByRole('button').first();
      if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click();
    };

    await open('Account');
    await row('Account').getByRole('combobox').click();
    await page.getByRole('option', { name: /Promosi/ }).click();
    await page.getByRole('option', { name: /Sandbox/ }).click();
    await page.keyboard.press('Escape');
    await row('Account')
      .getByRole('radio', { name: t('By weight') })
      .click();
    await row('Account')
      .getByLabel(t('Weight of {0}', { 0: 'Promosi' }))
      .fill('3');
    await expect(row('Account').getByText(/75\s?%/)).toBeVisible();
    await look('editor-rotation');
    await phone('editor-rotation');
    await row('Account').getByRole('combobox').click();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Escape');
    await expect(row('Account').getByRole('radio')).toHaveCount(0);
    await open('Audience');
    await row('Audience')
      .getByRole('combobox', { name: t('Lists') })
      .click();
    await page.getByRole('option', { name: 'Pelanggan' }).click();
    await page.keyboard.press('Escape');
    await open('Content');
    await row('Content')
      .getByLabel(t('Subject'))
      .fill('Diskon untuk {{name|Anda}} di {{data.kota|kota Anda}}');
    await row('Content')
      .getByLabel(t('HTML of the message'))
      .fill('<p>Halo <b>{{name}}</b>, ada kabar dari toko.</p>');
    const preflight = page.getByRole('region', { name: t('Pre-flight') });
    await expect(preflight.getByRole('button', { name: t('Insert the link') })).toBeVisible();
    await look('editor-blocked');
    await phone('editor-blocked');
    await preflight.getByRole('button', { name: t('Insert the link') }).click();
    await expect(preflight.getByText(t('Ready to send'))).toBeVisible();
    await expect(page.frameLocator('iframe').first().getByText('Ani Lestari')).toBeVisible();

    await page.getByRole('button', { name: t('Test send') }).click();
    await look('test-send');
    await page.getByRole('button', { name: t('Send the test') }).click();
    await expect(page.getByRole('dialog')).toBeHidden();

    await page
      .getByRole('button', { name: /Promosi/ })
      .last()
      .click();
    await page.getByRole('button', { name: t('Yes, send') }).click();
    await expect(page.getByRole('main').getByText(t('Done'), { exact: true }).first()).toBeVisible({
      timeout: 60_000,
    });
    await expect(page.getByRole('row', { name: /Diskon untuk Ani Lestari di Bandung/ })).toBeVisible();
    await look('own-campaign-done');
  });

  test('a campaign is copied, and the copy is thrown away', async ({ page, t, enter, look, phone }) => {
    await enter();
    await page.goto('/campaigns');
    await look('campaigns');
    await phone('campaigns');
    await page.getByRole('button', { name: t('Actions for {name}', { name: 'Promo Desember' }) }).click();
    await page.getByRole('menuitem', { name: t('Duplicate') }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Promo Desember (2)' })).toBeVisible();
    await page.getByRole('button', { name: t('Actions for {name}', { name: 'Promo Desember (2)' }) }).click();
    await page.getByRole('menuitem', { name: t('Delete') }).click();
    await page.getByRole('button', { name: t('Yes, delete') }).click();
    await expect(page.getByText(t('“{name}” was deleted', { name: 'Promo Desember (2)' }))).toBeVisible();
    await expect(page.getByRole('button', { name: 'Promo Desember (2)', exact: true })).toBeHidden();
  });
}
