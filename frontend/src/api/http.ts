import { Problem } from './problem';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The value of a cookie that scripts may read. */
function cookie(name: string): string | undefined {
  const found = document.cookie.split('; ').find((entry) => entry.startsWith(`${name}=`));
  return found && decodeURIComponent(found.slice(name.length + 1));
}

export function headersOf(init: RequestInit): Headers {
  const headers = new Headers(init.headers);
  headers.set('Accept', 'application/json, application/problem+json, */*;q=0.5');
  const token = cookie('XSRF-TOKEN');
  if (token && !SAFE.has((init.method ?? 'GET').toUpperCase())) headers.set('X-XSRF-TOKEN', token);
  return headers;
}

async function bodyOf(response: Response): Promise<unknown> {
  if (response.status === 204 || response.status === 205) return undefined;
  const type = response.headers.get('Content-Type') ?? '';
  return type.includes('json') ? response.json() : response.text();
}

/** What the generated client says about its errors. */
export type ErrorType<_Body> = Problem;

/** Every request of the generated client goes through here: the session cookie, the CSRF echo, and problems as exceptions. */
export async function http<T>(url: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, credentials: 'same-origin', headers: headersOf(init) });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw Problem.network(error);
  }
  if (!response.ok) throw await Problem.ofResponse(response);
  return (await bodyOf(response)) as T;
}
