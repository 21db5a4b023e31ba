import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { eventStream } from '@/api/event-stream';
import { anImport, idOf } from '@/testing/factories';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import * as files from './download';
import { ImportPage } from './import-page';

const people = new File(['email,name,city\nsari@example.com,Sari,Bandung\n'], 'people.csv', {
  type: 'text/csv',
});
const live = (data: unknown) => act(() => eventStream.receive({ type: 'event', name: 'import', data }));
const figure = (name: string) => within(screen.getByText(name).parentElement!).getByRole('definition');

describe('the import', () => {
  beforeEach(() => {
    server.use(
      http.get('/api/v1/contacts/imports', () => HttpResponse.json([])),
      http.get('/api/v1/lists', () => HttpResponse.json([])),
    );
  });

  it('shows how the file is understood, sends it with the options, and follows it live', async () => {
    // The form of jsdom is not the form of the fetch of Node: what is put into it is looked at instead.
    const append = vi.spyOn(FormData.prototype, 'append');
    server.use(
      http.post('/api/v1/contacts/imports', () => HttpResponse.json(anImport(5), { status: 202 })),
      http.get('/api/v1/contacts/imports/:id', () => HttpResponse.json(anImport(5))),
    );
    const { user, router } = await renderScreen(<ImportPage tabs={null} />, { path: '/contacts/import' });
    await user.upload(screen.getByLabelText(/Choose a CSV file/), people);
    expect(await screen.findByText('{{data.city}}')).toBeVisible();
    await user.type(screen.getByRole('combobox', { name: 'Put everybody on this list' }), 'Customers');
    await user.click(screen.getByRole('radio', { name: /Leave that contact/ }));
    await user.click(screen.getByRole('button', { name: 'Start the import' }));

    expect(await screen.findByRole('progressbar', { name: 'Progress of the import' })).toBeInTheDocument();
    expect(Object.fromEntries(append.mock.calls)).toMatchObject({ list: 'Customers', existing: 'skip' });
    expect(router.state.location.search).toEqual({ id: idOf(5) });

    live(anImport(5, { progress: 50, lines: 600, created: 580 }));
    await waitFor(() => expect(figure('Lines')).toHaveTextContent('600'));
    live(anImport(6, { lines: 999 }));
    live(anImport(5, { state: 'done', lines: 1240, created: 1200, updated: 40 }));
    await waitFor(() => expect(figure('New')).toHaveTextContent('1,200'));
    expect(figure('Lines')).toHaveTextContent('1,240');
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('lists refused lines with number and reason, to download', async () => {
    const saved = vi.spyOn(files, 'download').mockImplementation(() => {});
    server.use(
      http.get('/api/v1/contacts/imports/:id', () =>
        HttpResponse.json(anImport(5, { state: 'done', lines: 2, refused: 2 })),
      ),
      http.get('/api/v1/contacts/imports/:id/refusals', () =>
        HttpResponse.json([
          { line: 7, code: 'email_invalid', detail: 'server words', content: 'sari(at)example' },
          { line: 9, code: 'brand_new_code', detail: 'In the words of the server', content: '=1+1' },
        ]),
      ),
    );
    const { user } = await renderScreen(<ImportPage tabs={null} />, {
      path: `/contacts/import?id=${idOf(5)}`,
    });
    const rows = await screen.findByRole('table', { name: 'Refused lines' });
    expect(within(rows).getByText('7')).toBeVisible();
    expect(within(rows).getByText('This is not an email address')).toBeVisible();
    expect(within(rows).getByText('In the words of the server')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Download as CSV' }));
    expect(saved).toHaveBeenCalledWith('refused-people.csv', [
      'line,code,reason,content',
      '7,email_invalid,This is not an email address,sari(at)example',
      "9,brand_new_code,In the words of the server,'=1+1",
    ]);
  });

  it('says why an import stopped', async () => {
    server.use(
      http.get('/api/v1/contacts/imports/:id', () =>
        HttpResponse.json(anImport(5, { state: 'failed', problem: 'The file is not text.' })),
      ),
    );
    await renderScreen(<ImportPage tabs={null} />, { path: `/contacts/import?id=${idOf(5)}` });
    expect(await screen.findByRole('alert')).toHaveTextContent('The file is not text.');
  });

  it('refuses an empty file before it is sent, and warns when nobody would have an address', async () => {
    const { user } = await renderScreen(<ImportPage tabs={null} />, { path: '/contacts/import' });
    const input = screen.getByLabelText(/Choose a CSV file/);
    await user.upload(input, new File([], 'empty.csv', { type: 'text/csv' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The file is empty.');
    await user.upload(input, new File(['name\nSari'], 'names.csv', { type: 'text/csv' }));
    expect(await screen.findByText(/No column is called “email”/)).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
