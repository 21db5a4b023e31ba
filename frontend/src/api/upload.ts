import { headersOf } from './http';
import { Problem } from './problem';

/**
 * Sends one file as the part `file`; `onShare` hears how much of it has left, from 0 to 1. By XMLHttpRequest: fetch does not
 * tell how an upload goes.
 */
export function upload<T>(url: string, file: File, onShare: (share: number) => void, signal: AbortSignal) {
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    headersOf({ method: 'POST' }).forEach((value, name) => request.setRequestHeader(name, value));
    request.upload.onprogress = ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      const type = request.getResponseHeader('Content-Type') ?? '';
      const answer = new Response(request.responseText, {
        status: request.status,
        headers: { 'Content-Type': type },
      });
      if (answer.ok) answer.json().then((body) => resolve(body as T), reject);
      else void Problem.ofResponse(answer).then(reject);
    };
    request.onerror = () => reject(Problem.network(new Error('the upload was cut')));
    request.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
}
