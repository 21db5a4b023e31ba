import { StreamConnection } from './connection';
import type { StreamNews, StreamRequest } from './protocol';
import { browser } from './surroundings';

/** How a tab reaches the stream: through the worker that all tabs share, or by a connection of its own. */
export type Link = { ask(request: StreamRequest): void };

type Tell = (news: StreamNews) => void;

function sharedLink(tell: Tell): Link {
  const worker = new SharedWorker(new URL('./shared-worker.ts', import.meta.url), {
    type: 'module',
    name: 'kurir-stream',
  });
  worker.port.onmessage = (message: MessageEvent<StreamNews>) => tell(message.data);
  return { ask: (request) => worker.port.postMessage(request) };
}

/** Without a shared worker a hidden tab gives its connection back, so that many tabs do not starve each other. */
function ownLink(tell: Tell): Link {
  const connection = new StreamConnection(browser, tell);
  let wanted = false;
  document.addEventListener('visibilitychange', () => {
    if (!wanted) return;
    if (document.hidden) return connection.stop();
    connection.start();
    tell({ type: 'event', name: 'resync', data: {} });
  });
  addEventListener('offline', () => connection.check());
  return {
    ask({ type }) {
      if (type === 'check') return connection.check();
      wanted = type === 'start';
      if (wanted) connection.start();
      else connection.stop();
    },
  };
}

export function openLink(tell: Tell): Link {
  if (typeof SharedWorker !== 'undefined') {
    try {
      return sharedLink(tell);
    } catch {
      // A browser may have the class and still refuse to run it (private windows).
    }
  }
  return ownLink(tell);
}
