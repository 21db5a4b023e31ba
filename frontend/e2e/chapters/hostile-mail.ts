import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { startImapServer, type ImapServer } from '../imap-server';
import { bodies, lines } from '../payloads';

const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

/** Many encoded words: one may have 75 characters (RFC 2047 §2). */
const words = (text: string) =>
  Array.from({ length: Math.ceil(text.length / 30) }, (_, at) =>
    word(text.slice(at * 30, at * 30 + 30)),
  ).join('\r\n ');

type Parts = {
  id: string;
  thread?: string;
  from: string;
  name: string;
  subject: string;
  html: string;
  file: string;
};

function mail({ id, thread, from, name, subject, html, file }: Parts): Buffer {
  const body = `<table><tr><td>harmless ${id}</td></tr></table>${html}`;
  const content = [
    `From: ${words(name)} <${from}>`,
    'To: <shop@toko.test>',
    `Subject: ${words(subject)}`,
    `Message-ID: <${id}@hostile.test>`,
    ...(thread === undefined
      ? []
      : [`In-Reply-To: <${thread}@hostile.test>`, `References: <${thread}@hostile.test>`]),
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b1',
    '',
    '--b1',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(body).toString('base64').replaceAll(/.{76}/g, '$&\r\n'),
    '--b1',
    `Content-Type: application/octet-stream`,
    `Content-Disposition: attachment;\r\n filename*=utf-8''${encodeURIComponent(file).replaceAll("'", '%27')}`,
    '',
    'x',
    '--b1--',
    '',
  ];
  return Buffer.from(content.join('\r\n'));
}

/** One long thread of hostile bodies, names and files, and a conversation for each hostile subject. */
const mails = [
  ...bodies.map(({ n, html }, at) => {
    const line = lines[at % lines.length]!.html;
    const thread = at === 0 ? {} : { thread: 'm0' };
    return mail({
      id: `m${n}`,
      ...thread,
      from: 'mallory@evil.test',
      name: line,
      subject: 'Hi',
      html,
      file: line,
    });
  }),
  ...lines.map(({ n, html }) =>
    mail({ id: `s${n}`, from: `m${n}@evil.test`, name: html, subject: html, html: '', file: html }),
  ),
];

/** Whatever got out: code that ran, and requests to where nothing should be asked. */
function watched(page: Page) {
  const found: string[] = [];
  page.on('console', (message) => message.text().startsWith('ran-') && found.push(message.text()));
  page.on('dialog', (dialog) => {
    found.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { href, origin, pathname } = new URL(request.url());
    // the screens ask the server what it knows of the sender
    const isOurs = origin === new URL(page.url()).origin && pathname.startsWith('/api/v1/');
    if (href.includes('evil.test') && !isOurs) found.push(href);
  });
  page.on('popup', (popup) => found.push(popup.url()));
  return found;
}

async function addAccount(page: Page, imap: number) {
  const status = await page.evaluate(async (port) => {
    const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';
    const headers = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token) };
    const [category] = (await (await fetch('/api/v1/categories')).json()) as { id: string }[];
    const endpoint = { host: '127.0.0.1', port, security: 'none' };
    const body = {
      name: 'Hostile',
      categoryId: category?.id,
      fromAddress: 'shop@toko.test',
      password: 'any',
      smtp: endpoint,
      imap: endpoint,
    };
    const answer = await fetch('/api/v1/accounts', { method: 'POST', headers, body: JSON.stringify(body) });
    return `${answer.status} ${answer.ok ? '' : await answer.text()}`;
  }, imap);
  expect(status).toBe('201 ');
}

/** A mailbox full of mails that want to run something or to tell that they were read. */
export function hostileMail() {
  let server: ImapServer;
  test.beforeAll(async () => {
    server = await startImapServer(mails);
  });
  test.afterAll(() => server.close());

  test('no mail runs anything and none tells that it was read', async ({
    page,
    t,
    enter,
    language,
    look,
  }) => {
    test.skip(language !== 'en', 'the mails are the same in every language');
    expect(bodies.length + lines.length).toBeGreaterThan(200);
    const found = watched(page);
    await page.setContent(
      `<img src="x:x" onerror="console.log('ran-control')"><img src="https://evil.test/c">`,
    );
    await expect.poll(() => found).toEqual(expect.arrayContaining(['ran-control', 'https://evil.test/c']));
    found.length = 0;

    await enter();
    await addAccount(page, server.port);
    await page.goto('/inbox?tab=all');
    const list = page.getByRole('list', { name: t('Conversations') });
    await page.getByRole('searchbox').fill('harmless m0');
    const thread = list.getByRole('link').first();
    await expect(thread).toBeVisible({ timeout: 60_000 });
    await expect(async () => {
      await page.getByRole('searchbox').fill(`harmless m${bodies.at(-1)!.n}`);
      await expect(list.getByRole('listitem')).toHaveCount(1);
    }).toPass({ timeout: 60_000 });
    await thread.click();

    const frames = page.locator('iframe[sandbox]');
    const older = page.getByRole('button', { name: t('Show older messages') });
    await expect(async () => {
      if (await older.isVisible()) await older.click({ timeout: 2_000 });
      expect(await frames.count()).toBe(bodies.length);
    }).toPass({ timeout: 120_000 });
    await expect(frames.first().contentFrame().getByText('harmless m0')).toBeVisible();

    await page.goto('/inbox?tab=all');
    await expect(list.getByRole('listitem').nth(20)).toBeVisible();
    await look('hostile-list');
    expect(found).toEqual([]);
    await expect(page.locator('script[src*="evil"], base, object, embed')).toHaveCount(0);
  });
}
