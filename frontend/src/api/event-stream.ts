import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { openLink, type Link } from './stream/link';
import type { StreamEventName, StreamEvents, StreamNews, StreamState } from './stream/protocol';

export type { StreamEventName, StreamEvents, StreamState } from './stream/protocol';

const CHECK_EVERY = 20_000;

type Handler = (data: never) => void;

/** The live changes as this tab sees them. Nothing is opened before `start`. */
class EventStream {
  #link: Link | undefined;
  #started = false;
  #state: StreamState = { status: 'idle', since: Date.now(), heardAt: undefined };
  readonly #handlers = new Map<StreamEventName, Set<Handler>>();
  readonly #watchers = new Set<() => void>();

  readonly start = (): void => {
    if (this.#started) return;
    this.#started = true;
    if (!this.#link) this.#connect();
    this.#link?.ask({ type: 'start' });
  };

  /** Ends the stream for every tab of this browser: the session is over. */
  readonly stop = (): void => {
    if (!this.#started) return;
    this.#started = false;
    this.#link?.ask({ type: 'stop' });
  };

  readonly getState = (): StreamState => this.#state;

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  on<N extends StreamEventName>(name: N, handler: (data: StreamEvents[N]) => void): () => void {
    const handlers = this.#handlers.get(name) ?? new Set();
    this.#handlers.set(name, handlers);
    handlers.add(handler as Handler);
    return () => handlers.delete(handler as Handler);
  }

  /** Takes news from the link; tests call it to play the server. */
  readonly receive = (news: StreamNews): void => {
    if (news.type === 'state') {
      this.#state = news.state;
      if (news.state.status === 'unauthorized') this.#started = false;
      for (const watcher of this.#watchers) watcher();
      return;
    }
    for (const handler of this.#handlers.get(news.name) ?? []) handler(news.data as never);
  };

  #connect(): void {
    const link = openLink(this.receive);
    this.#link = link;
    const check = () => this.#started && link.ask({ type: 'check' });
    document.addEventListener('visibilitychange', () => !document.hidden && check());
    addEventListener('online', check);
    setInterval(check, CHECK_EVERY);
    addEventListener('pagehide', () => link.ask({ type: 'leave' }));
    addEventListener('pageshow', (event) => event.persisted && this.#started && link.ask({ type: 'start' }));
  }
}

export const eventStream = new EventStream();

export function useStreamState(): StreamState {
  return useSyncExternalStore(eventStream.watch, eventStream.getState);
}

/** Calls the handler for every such event while the component is on screen. */
export function useStreamEvent<N extends StreamEventName>(
  name: N,
  handler: (data: StreamEvents[N]) => void,
): void {
  const latest = useEffectEvent(handler);
  useEffect(() => eventStream.on(name, (data) => latest(data)), [name]);
}
