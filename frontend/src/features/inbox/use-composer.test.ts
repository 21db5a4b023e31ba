import { describe, expect, it } from 'vitest';
import type { Entry } from '@/api/generated/model';
import { aConversation, aMailEntry } from '@/testing/inbox';
import { answerSubject, answerTo, othersOf, recipientOf, written } from './use-composer';

describe('an answer', () => {
  it('goes where the other side wants it', () => {
    const entries: Entry[] = [aMailEntry(1, { replyTo: [{ name: '', address: 'answers@example.com' }] })];
    expect(answerTo(aConversation(1), entries)).toEqual([{ name: '', address: 'answers@example.com' }]);
  });

  it('never goes to the mail server that reported a failure', () => {
    const bounce = aMailEntry(2, {
      kind: 'bounce',
      from: { name: '', address: 'mailer-daemon@example.com' },
    });
    expect(answerTo(aConversation(1), [bounce])).toEqual([
      { name: 'Person 1', address: 'person1@example.com' },
    ]);
  });

  it('goes to the person of the conversation where nobody has written yet', () => {
    expect(answerTo(aConversation(1), [])).toEqual([{ name: 'Person 1', address: 'person1@example.com' }]);
  });

  it('to all leaves out the account and names everybody once', () => {
    const entries = [
      aMailEntry(1, {
        to: [
          { name: '', address: 'SHOP@example.com' },
          { name: '', address: 'ann@example.com' },
        ],
        cc: [
          { name: '', address: 'ann@example.com' },
          { name: 'Bob', address: 'bob@example.com' },
        ],
      }),
    ];
    expect(othersOf(entries, 'shop@example.com', []).map(({ address }) => address)).toEqual([
      'ann@example.com',
      'bob@example.com',
    ]);
  });

  it('has one Re: and not two', () => {
    expect(answerSubject('Promo')).toBe('Re: Promo');
    expect(answerSubject('RE: Promo')).toBe('RE: Promo');
    expect(answerSubject('Bls: Promo')).toBe('Bls: Promo');
  });

  it('takes recipients as people type them', () => {
    expect(recipientOf('Ann <ann@example.com>')).toEqual({ name: 'Ann', address: 'ann@example.com' });
    expect(recipientOf(' ann@example.com ')).toEqual({ name: '', address: 'ann@example.com' });
    expect(written({ name: 'Ann', address: 'ann@example.com' })).toBe('Ann <ann@example.com>');
  });
});
