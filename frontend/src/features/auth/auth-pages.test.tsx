import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { renderScreen } from '@/testing/render';
import { server } from '@/testing/server';
import { LoginPage } from './login-page';
import { SetupPage } from './setup-page';

const me = { user: { id: '1', name: 'Sari', email: 's@example.com', role: 'owner', language: 'en' } };
const problem = (status: number, body: object) =>
  HttpResponse.json(body, { status, headers: { 'Content-Type': 'application/problem+json' } });

describe('the login', () => {
  it('lets in with address and password', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post('/api/v1/session', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(me);
      }),
    );
    const entered = vi.fn();
    const { user } = await renderScreen(<LoginPage onEntered={entered} />);
    await user.type(screen.getByLabelText('Email'), 's@example.com');
    await user.type(screen.getByLabelText('Password'), 'correct horse{Enter}');
    await waitFor(() => expect(entered).toHaveBeenCalledOnce());
    expect(sent).toEqual([{ email: 's@example.com', password: 'correct horse' }]);
  });

  it('says that something is wrong, not what', async () => {
    server.use(http.post('/api/v1/session', () => problem(401, { code: 'login_refused', status: 401 })));
    const { user } = await renderScreen(<LoginPage onEntered={() => {}} />);
    await user.type(screen.getByLabelText('Email'), 's@example.com');
    await user.type(screen.getByLabelText('Password'), 'guess{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Email or password is wrong');
  });

  it('can be filled by a password manager', async () => {
    await renderScreen(<LoginPage onEntered={() => {}} />);
    expect(screen.getByLabelText('Email')).toHaveAttribute('autocomplete', 'username');
    expect(screen.getByLabelText('Password')).toHaveAttribute('autocomplete', 'current-password');
  });
});

describe('set-up', () => {
  const needed = () => server.use(http.get('/api/v1/setup', () => HttpResponse.json({ needed: true })));

  it('refuses without the token and says where it is', async () => {
    needed();
    await renderScreen(<SetupPage token={undefined} loginHref="/login" onEntered={() => {}} />);
    expect(await screen.findByText('This link has no set-up token')).toBeVisible();
    expect(screen.queryByLabelText('Password')).toBeNull();
  });

  it('creates the owner with the token of the link', async () => {
    needed();
    const sent: unknown[] = [];
    server.use(
      http.post('/api/v1/setup', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(me, { status: 201 });
      }),
    );
    const entered = vi.fn();
    const { user } = await renderScreen(<SetupPage token="abc" loginHref="/login" onEntered={entered} />);
    await user.type(await screen.findByLabelText('Your name'), 'Sari');
    await user.type(screen.getByLabelText('Email'), 's@example.com');
    await user.click(screen.getByLabelText('Password'));
    await user.paste('a long sentence');
    await user.click(screen.getByRole('button', { name: 'Create the owner and start' }));
    await waitFor(() => expect(entered).toHaveBeenCalledOnce());
    expect(sent[0]).toMatchObject({
      token: 'abc',
      name: 'Sari',
      email: 's@example.com',
      password: 'a long sentence',
    });
  });

  it('shows a refused password at its field', async () => {
    needed();
    server.use(
      http.post('/api/v1/setup', () =>
        problem(400, {
          code: 'invalid',
          status: 400,
          errors: [{ pointer: '/password', code: 'common', detail: 'This password is too common.' }],
        }),
      ),
    );
    const { user } = await renderScreen(<SetupPage token="abc" loginHref="/login" onEntered={() => {}} />);
    await user.type(await screen.findByLabelText('Your name'), 'Sari');
    await user.type(screen.getByLabelText('Email'), 's@example.com');
    await user.type(screen.getByLabelText('Password'), 'passwordpassword{Enter}');
    await waitFor(() => expect(screen.getByLabelText('Password')).toHaveAccessibleDescription(/too common/));
  });

  it('is over when there is an owner', async () => {
    server.use(http.get('/api/v1/setup', () => HttpResponse.json({ needed: false })));
    await renderScreen(<SetupPage token="abc" loginHref="/login" onEntered={() => {}} />);
    expect(await screen.findByText('Kurir is already set up.')).toBeVisible();
  });
});
