import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StreamConnection, type ProbeResult, type Source } from './stream/connection';
import type { StreamNews } from './stream/protocol';

class FakeSource implements Source {
  readyState = 0;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly url: string;
  readonly #listeners = new Map<string, (event: { data: string; lastEventId: string }) => void>();

  constructor(url: string) {
    this.url = url;
  }
  addEventListener(name: string, listener: (event: { data: string; lastEventId: string }) => void) {
    this.#listeners.set(name, listener);
  }
  close() {
    this.readyState = 2;
  }
  opens() {
    this.readyState = 1;
    this.onopen?.();
  }
  says(name: string, data: unknown = {}, lastEventId = '') {
    this.#listeners.get(name)?.({ data: JSON.stringify(data), lastEventId });
  }
  /** The socket breaks and the browser reconnects by itself. */
  breaks() {
    this.readyState = 0;
    this.onerror?.();
  }
  /** An answer that is not 200: the browser gives up for good. */
  givesUp() {
    this.readyState = 2;
    this.onerror?.();
  }
}

describe('the stream connection', () => {
  let sources: FakeSource[];
  let news: StreamNews[];
  let online: boolean;
  let probe: ProbeResult;
  let connection: StreamConnection;

  const source = () => sources.at(-1)!;
  const events = () => news.filter((n) => n.type === 'event').map((n) => n.name);

  beforeEach(() => {
    vi.useFakeTimers();
    sources = [];
    news = [];
    online = true;
    probe = 'answered';
    connection = new StreamConnection(
      {
        open: (url) => {
          sources.push(new FakeSource(url));
          return source();
        },
        probe: () => Promise.resolve(probe),
        isOnline: () => online,
        now: () => Date.now(),
        random: () => 1,
      },
      (n) => news.push(n),
    );
  });
  afterEach(() => vi.useRealTimers());

  const goLive = () => {
    connection.start();
    source().opens();
  };

  it('is connecting until the server answers, then live', () => {
    connection.start();
    expect(connection.state.status).toBe('connecting');
    source().opens();
    expect(connection.state.status).toBe('live');
  });

  it('opens one source however often it is started', () => {
    goLive();
    connection.start();
    expect(sources).toHaveLength(1);
  });

  it('hands events on with their data', () => {
    goLive();
    source().says('worker', { accountId: 'a' });
    expect(news).toContainEqual({ type: 'event', name: 'worker', data: { accountId: 'a' } });
  });

  it('lets the browser reconnect after a broken socket and says so', () => {
    goLive();
    source().breaks();
    expect(connection.state.status).toBe('reconnecting');
    expect(sources).toHaveLength(1);
    source().opens();
    expect(connection.state.status).toBe('live');
  });

  it('opens a new source when the browser gave up, and resumes after the last event', async () => {
    goLive();
    source().says('outbox', {}, '17.4');
    source().givesUp();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sources).toHaveLength(2);
    expect(source().url).toContain('lastEventId=17.4');
  });

  it('waits longer after each failure, at most 30 seconds', async () => {
    goLive();
    const waits: number[] = [];
    for (let i = 0; i < 7; i++) {
      const before = sources.length;
      const start = Date.now();
      source().givesUp();
      while (sources.length === before) await vi.advanceTimersByTimeAsync(500);
      waits.push(Date.now() - start);
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000]);
  });

  it('ends when the session is gone', async () => {
    goLive();
    probe = 'refused';
    source().givesUp();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connection.state.status).toBe('unauthorized');
    expect(sources).toHaveLength(1);
  });

  it('ends when the server says unauthorized, and can be started again', () => {
    goLive();
    source().says('unauthorized');
    expect(connection.state.status).toBe('unauthorized');
    connection.start();
    source().opens();
    expect(connection.state.status).toBe('live');
  });

  it('reopens after 40 seconds of silence, and a ping is no silence', async () => {
    goLive();
    await vi.advanceTimersByTimeAsync(39_000);
    source().says('ping');
    await vi.advanceTimersByTimeAsync(39_000);
    expect(sources).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(sources).toHaveLength(2);
    expect(connection.state.status).toBe('reconnecting');
  });

  it('asks for a refetch after a gap of more than five seconds, not after a short one', async () => {
    goLive();
    source().breaks();
    await vi.advanceTimersByTimeAsync(2_000);
    source().opens();
    expect(events()).not.toContain('resync');
    source().breaks();
    await vi.advanceTimersByTimeAsync(6_000);
    source().opens();
    expect(events()).toContain('resync');
  });

  it('hands a resync of the server on', () => {
    goLive();
    source().says('resync');
    expect(events()).toEqual(['resync']);
  });

  it('is offline when the browser is, and comes back at once when the network does', () => {
    goLive();
    online = false;
    connection.check();
    expect(connection.state.status).toBe('offline');
    online = true;
    connection.check();
    expect(sources).toHaveLength(2);
    source().opens();
    expect(connection.state.status).toBe('live');
  });

  it('calls it offline when nobody answers for twenty seconds', async () => {
    goLive();
    probe = 'silent';
    const end = Date.now() + 40_000;
    while (Date.now() < end) {
      if (source().readyState === 0) source().givesUp();
      await vi.advanceTimersByTimeAsync(500);
    }
    source().givesUp();
    await vi.advanceTimersByTimeAsync(0);
    expect(connection.state.status).toBe('offline');
  });

  it('leaves a connection alone that was heard a moment ago', () => {
    goLive();
    connection.check();
    expect(sources).toHaveLength(1);
  });

  it('stays silent after stop', async () => {
    goLive();
    connection.stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sources).toHaveLength(1);
    expect(connection.state.status).toBe('idle');
  });
});
