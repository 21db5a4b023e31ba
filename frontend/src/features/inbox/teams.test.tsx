import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { idOf } from '@/testing/factories';
import { server } from '@/testing/server';
import { open, scene, serve } from './inbox-page.fixture';

beforeEach(serve);

describe('the team of a conversation', () => {
  it('is chosen where it is handed over, and is a filter', async () => {
    const asked: string[] = [];
    server.events.on('request:start', ({ request }) => void asked.push(request.url));
    server.use(
      http.get('/api/v1/users', () => HttpResponse.json([])),
      http.get('/api/v1/teams', () => HttpResponse.json([{ id: idOf(80), name: 'Sales', members: [] }])),
    );
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Nobody’s' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Team Sales' }));
    await waitFor(() => expect(scene.changes).toContainEqual({ teamId: idOf(80) }));

    await user.click(screen.getByRole('button', { name: 'Filters' }));
    await user.click(await screen.findByRole('combobox', { name: 'Team' }));
    await user.click(await screen.findByRole('option', { name: 'Sales' }));
    await waitFor(() =>
      expect(asked.some((url) => url.includes('/conversations?') && url.includes(`team=${idOf(80)}`))).toBe(
        true,
      ),
    );
    await waitFor(() => expect(asked.some((url) => url.includes(`/counts?team=${idOf(80)}`))).toBe(true));
  });
});
