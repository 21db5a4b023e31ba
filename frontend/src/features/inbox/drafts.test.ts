import { afterEach, describe, expect, it } from 'vitest';
import { idOf } from '@/testing/factories';
import { drafts } from './drafts';
import { sentEntry } from './inbox-page.fixture';
import { writtenOf, type Written } from './use-composer';

const KEY = drafts.keyOf('', idOf(3), 'reply');
const sent: Written = {
  to: [{ name: 'Rina', address: 'rina@example.com' }],
  cc: [],
  bcc: [],
  subject: 'Re: Harga',
  text: 'Tidak jadi.',
  html: '',
  quote: true,
  signature: true,
  files: [],
};

afterEach(() => drafts.forget(KEY));

describe('what was taken back', () => {
  it('stands before what was begun since', () => {
    drafts.keep(KEY, { text: 'Lagi.' });
    drafts.giveBack(KEY, sent);
    expect(drafts.get(KEY)).toMatchObject({ text: 'Tidak jadi.\n\nLagi.', to: sent.to });
  });

  it('is what another tab has made of it', () => {
    drafts.keep(KEY, { text: 'Here.' });
    localStorage.setItem(`kurir-${KEY}`, JSON.stringify({ text: 'There.' }));
    window.dispatchEvent(new StorageEvent('storage', { key: `kurir-${KEY}` }));
    expect(drafts.get(KEY).text).toBe('There.');

    localStorage.removeItem(`kurir-${KEY}`);
    window.dispatchEvent(new StorageEvent('storage', { key: `kurir-${KEY}` }));
    expect(drafts.get(KEY).text).toBe('');
  });

  it('is still without the signature that it left without', () => {
    const left = sentEntry(1, 'Tidak jadi.');
    drafts.giveBack(KEY, writtenOf({ ...left, sent: { ...left.sent!, signature: false } }));
    expect(drafts.get(KEY)).toMatchObject({ text: 'Tidak jadi.', signature: false });
  });
});
