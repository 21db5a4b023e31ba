import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { aMailEntry } from '@/testing/inbox';
import { open, scene, serve } from './inbox-page.fixture';

beforeEach(serve);

const unsent = (number: number, reason: string) => ({
  ...aMailEntry(number),
  kind: 'line' as const,
  mail: null,
  line: { code: 'not_sent', params: { to: 'budi@toko.test', reason } },
});

describe('an answer that never left', () => {
  it('is said with its reason, as a warning that is more than a colour', async () => {
    const reasons = ['rejected', 'suppressed', 'expired', 'failed', 'else'];
    scene.entries = reasons.map((reason, at) => unsent(at + 1, reason));
    await open();

    const said = 'The answer to budi@toko.test was not sent';
    await screen.findByText(`${said}: its server refuses it`);
    for (const words of [
      ': the address is suppressed',
      ': it could not be sent in time',
      ': it could not be made',
      '',
    ])
      expect(screen.getByText(said + words)).toBeVisible();
    expect(screen.getAllByRole('img', { name: 'Needs attention' })).toHaveLength(reasons.length);
  });
});
