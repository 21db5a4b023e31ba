import { setupServer } from 'msw/node';

/** The API of the tests. Each test says with `server.use(http.get('/api/v1/…', …))` what it answers. */
export const server = setupServer();
