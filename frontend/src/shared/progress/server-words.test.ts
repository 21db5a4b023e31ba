import { describe, expect, it } from 'vitest';
import { serverWords } from './server-words';

describe('the words of a server', () => {
  it('begin with its codes', () => {
    expect(serverWords(550, '5.1.1', 'No such mailbox')).toBe('550 5.1.1 No such mailbox');
  });
  it('do not say a code twice', () => {
    expect(serverWords(550, '5.1.1', '5.1.1 No such mailbox')).toBe('550 5.1.1 No such mailbox');
  });
  it('are left alone where there was no reply', () => {
    expect(serverWords(0, null, 'connection closed')).toBe('connection closed');
  });
});
