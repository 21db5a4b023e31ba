import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';

/** The API of the tests. Each test says with `server.use(http.get('/api/v1/…', …))` what it answers. Nobody is logged in, and there are no teams. */
export const server = setupServer(
  http.get('/api/v1/me', () => HttpResponse.json({ code: 'unauthenticated' }, { status: 401 })),
  http.get('/api/v1/teams', () => HttpResponse.json([])),
);
