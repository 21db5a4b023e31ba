import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { keys } from '@/shared/keys/dispatcher';
import { idOf } from '@/testing/factories';
import { aMailEntry } from '@/testing/inbox';
import { server } from '@/testing/server';
import { open, scene, sentEntry, serve } from './inbox-page.fixture';

beforeEach(serve);

describe('the key that deletes', () => {
  it('asks about the newest mail that is open, and deletes it here', async () => {
    const gone: unknown[] = [];
    server.use(
      http.delete('/api/v1/conversations/:id/entries/:entry', ({ params }) => {
        gone.push(params.entry);
        return new HttpResponse(null, { status: 204 });
      }),
    );
    scene.entries = [aMailEntry(1), aMailEntry(2), sentEntry(3, 'Yes.')];
    const { user } = await open();
    await screen.findByText('Yes.');
    act(() => void keys.run('list.delete'));

    const dialog = await screen.findByRole('dialog', { name: 'Delete this mail here?' });
    await user.click(within(dialog).getByRole('button', { name: 'Yes, delete' }));
    await waitFor(() => expect(gone).toEqual([idOf(2)]));
  });
});
