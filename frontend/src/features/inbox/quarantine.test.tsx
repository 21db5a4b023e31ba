import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { idOf } from '@/testing/factories';
import { server } from '@/testing/server';
import { open, serve } from './inbox-page.fixture';

beforeEach(() => serve());

const broken = {
  id: idOf(900),
  accountId: idOf(1),
  reason: 'too_deep',
  detail: '51 levels',
  octets: 2_048,
  receivedAt: '2026-11-29T10:00:00Z',
};

describe('mails that could not be read', () => {
  it('are told of with their reason, and can be downloaded', async () => {
    server.use(http.get('/api/v1/mails/quarantined', () => HttpResponse.json([broken])));
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: '1 mail could not be read' }));

    const dialog = await screen.findByRole('dialog', { name: 'Mails that could not be read' });
    expect(within(dialog).getByText('Its parts are nested too deeply')).toBeVisible();
    expect(within(dialog).getByText('51 levels')).toBeVisible();
    expect(within(dialog).getByRole('link', { name: 'Download' })).toHaveAttribute(
      'href',
      `/api/v1/mails/${broken.id}/raw`,
    );
  });

  it('offer no download where their server kept them', async () => {
    const withheld = { ...broken, reason: 'withheld', detail: 'INBOX, UID 7: NO' };
    server.use(http.get('/api/v1/mails/quarantined', () => HttpResponse.json([withheld])));
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: '1 mail could not be read' }));

    const dialog = await screen.findByRole('dialog', { name: 'Mails that could not be read' });
    expect(within(dialog).getByText('Its server does not hand it over')).toBeVisible();
    expect(within(dialog).getByText('Nothing to download')).toBeVisible();
    expect(within(dialog).queryByRole('link', { name: 'Download' })).not.toBeInTheDocument();
  });

  it('are not mentioned where there are none', async () => {
    await open();
    expect(screen.queryByText(/could not be read/)).not.toBeInTheDocument();
  });
});
