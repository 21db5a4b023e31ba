import { http as mock, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { server } from '@/testing/server';
import { http } from './http';
import { Problem } from './problem';

const failing = (response: () => Response) => {
  server.use(mock.get('/api/v1/thing', response));
  return http('/api/v1/thing').catch((error: unknown) => error as Problem);
};

describe('a request', () => {
  it('becomes the problem that the server describes, with its fields', async () => {
    const problem = await failing(() =>
      HttpResponse.json(
        {
          type: 'urn:kurir:problem:validation',
          title: 'Some fields are refused',
          status: 400,
          code: 'validation',
          requestId: 'r-1',
          errors: [{ pointer: '/smtp/host', code: 'blank', detail: 'must not be blank' }],
        },
        { status: 400, headers: { 'Content-Type': 'application/problem+json' } },
      ),
    );
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ status: 400, code: 'validation', requestId: 'r-1', transient: false });
    expect((problem as Problem).errors[0]?.pointer).toBe('/smtp/host');
  });

  it('is a problem too when something between answers with a page', async () => {
    const problem = await failing(
      () =>
        new HttpResponse('<h1>Bad gateway</h1>', { status: 502, headers: { 'Content-Type': 'text/html' } }),
    );
    expect(problem).toMatchObject({ status: 502, code: 'http_502', transient: true });
  });

  it('says network when nobody answers', async () => {
    expect(await failing(() => HttpResponse.error())).toMatchObject({
      status: 0,
      code: 'network',
      transient: true,
    });
  });

  it('that was aborted stays an abort', async () => {
    server.use(mock.get('/api/v1/thing', () => HttpResponse.json({})));
    const error: unknown = await http('/api/v1/thing', { signal: AbortSignal.abort() }).catch(
      (e: unknown) => e,
    );
    expect(error).not.toBeInstanceOf(Problem);
  });

  it('echoes the CSRF cookie when it changes something, and only then', async () => {
    document.cookie = 'XSRF-TOKEN=abc%3D1';
    const seen: (string | null)[] = [];
    const look = ({ request }: { request: Request }) => {
      seen.push(request.headers.get('X-XSRF-TOKEN'));
      return HttpResponse.json({});
    };
    server.use(mock.get('/api/v1/thing', look), mock.post('/api/v1/thing', look));
    await http('/api/v1/thing');
    await http('/api/v1/thing', { method: 'POST' });
    expect(seen).toEqual([null, 'abc=1']);
  });

  it('without content answers nothing', async () => {
    server.use(mock.delete('/api/v1/thing', () => new HttpResponse(null, { status: 204 })));
    expect(await http('/api/v1/thing', { method: 'DELETE' })).toBeUndefined();
  });
});
