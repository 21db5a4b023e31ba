import { expect, OWNER, test } from '../fixtures';

const BUDI = { name: 'Budi Agen', email: 'budi@toko.test', password: 'kata sandi yang panjang' };

/** Somebody is asked to help, joins with the link, answers mail, and leaves again. */
export function colleagues() {
  test('a colleague is invited, joins with the link, and is removed', async ({
    page,
    browser,
    t,
    enter,
    look,
    phone,
  }) => {
    await enter();
    await page.goto('/settings');
    await expect(page.getByRole('list', { name: t('People') })).toBeVisible();
    await page.getByRole('button', { name: t('Invite somebody') }).click();
    const dialog = page.getByRole('dialog', { name: t('Invite somebody') });
    await dialog.getByLabel(t('Email')).fill(BUDI.email);
    await dialog.getByRole('button', { name: t('Make the link') }).click();
    const link = new URL(await dialog.getByLabel(t('Link of the invitation')).inputValue());
    await look('invited');
    await dialog.getByRole('button', { name: t('Done') }).click();
    await expect(page.getByRole('list', { name: t('Invited') }).getByText(BUDI.email)).toBeVisible();

    const elsewhere = await browser.newContext({
      baseURL: new URL(page.url()).origin,
      locale: t('Inbox') === 'Inbox' ? 'en-GB' : 'id-ID',
    });
    const his = await elsewhere.newPage();
    await his.goto(link.pathname + link.search);
    await his.locator('input[name=name]').fill(BUDI.name);
    await his.locator('input[name=password]').fill(BUDI.password);
    await his.locator('button[type=submit]').click();
    await expect(his.getByRole('heading', { level: 1, name: t('Inbox') })).toBeVisible();
    await his.goto('/outbox');
    await expect(his).toHaveURL(/\/inbox/);
    await expect(his.getByRole('navigation').getByRole('link', { name: t('Settings') })).toBeVisible();
    await expect(his.getByRole('navigation').getByRole('link', { name: t('Outbox') })).toHaveCount(0);

    await page.goto('/inbox?tab=all');
    const list = page.getByRole('list', { name: t('Conversations') });
    // the sandbox may have answered in a second conversation
    await list.getByRole('link', { name: 'Lina Balas' }).first().click();
    const thread = page.getByRole('region', { name: t('Conversation'), exact: true });
    await expect(thread.getByText(/tertarik|daftar harganya/).first()).toBeVisible();
    await page.keyboard.press('m');
    const note = page.getByRole('textbox', { name: t('Your note') });
    await note.pressSequentially('Tolong cek stoknya, @bu');
    await expect(page.getByRole('option', { name: BUDI.name })).toBeVisible();
    await look('mention-list');
    await phone('mention-list');
    await note.press('Enter');
    await expect(note).toHaveValue(`Tolong cek stoknya, @${BUDI.name} `);
    await note.press('ControlOrMeta+Enter');
    await expect(thread.getByText(`@${BUDI.name}`, { exact: true })).toBeVisible();

    // before it goes by itself
    await his
      .getByRole('alert')
      .filter({ hasText: t('{by} mentions you: {about}', { by: OWNER.name, about: '' }).trim() })
      .getByRole('button', { name: t('Open') })
      .click();
    await expect(his.getByText(`@${BUDI.name}`, { exact: true })).toHaveAttribute('data-me', 'true');
    await expect(his.getByRole('link', { name: `${t('Mentions')} 0`, exact: true })).toBeVisible();
    await expect(his.getByRole('list', { name: t('Conversations') }).getByRole('link')).toHaveCount(1);
    await look('mention');
    await phone('mention');

    await page.goto('/settings');
    const people = page.getByRole('list', { name: t('People') });
    await expect(people.getByText(BUDI.name)).toBeVisible();
    await look('settings');
    await phone('settings');
    await people.getByRole('button', { name: t('Remove colleague {name}', { name: BUDI.name }) }).click();
    await page.getByRole('button', { name: t('Yes, remove them') }).click();
    await expect(people.getByText(BUDI.name)).toHaveCount(0);
    await his.reload();
    await expect(his).toHaveURL(/\/login/);
    await elsewhere.close();
  });
}
