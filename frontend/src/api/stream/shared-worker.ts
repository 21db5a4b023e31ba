import { StreamConnection } from './connection';
import type { StreamNews, StreamRequest } from './protocol';
import { browser } from './surroundings';

/**
 * One EventSource for all tabs of a browser: with one per tab, the sixth tab would use up the connections that HTTP/1.1
 * allows per host and everything would hang. A shared worker also exists on plain-http hosts, where Web Locks do not.
 */
const tabs = new Set<MessagePort>();
let hello: StreamNews | undefined;

function tellAll(news: StreamNews): void {
  if (news.type === 'event' && news.name === 'hello') hello = news;
  for (const tab of tabs) tab.postMessage(news);
}

const connection = new StreamConnection(browser, tellAll);

function handle(tab: MessagePort, request: StreamRequest): void {
  switch (request.type) {
    case 'start':
      tabs.add(tab);
      tab.postMessage({ type: 'state', state: connection.state } satisfies StreamNews);
      if (hello && connection.state.status === 'live') tab.postMessage(hello);
      return connection.start();
    case 'check':
      return connection.check();
    case 'stop':
      return connection.stop();
    case 'leave':
      tabs.delete(tab);
      if (tabs.size === 0) connection.stop();
  }
}

addEventListener('online', () => connection.check());
addEventListener('offline', () => connection.check());
addEventListener('connect', (event) => {
  const tab = (event as MessageEvent).ports[0];
  if (!tab) return;
  tab.onmessage = (message: MessageEvent<StreamRequest>) => handle(tab, message.data);
});
