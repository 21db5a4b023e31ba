import { EVENT_NAMES, STREAM_URL, type StreamNews, type StreamState, type StreamStatus } from './protocol';

const SILENCE_LIMIT = 40_000; // the server speaks every 15 s
const GAP_LIMIT = 5_000;
const OFFLINE_AFTER = 20_000;
const BACKOFF = { first: 1_000, last: 30_000 };
const CLOSED = 2;

/** The part of EventSource that we use. */
export type Source = {
  readonly readyState: number;
  onopen: (() => void) | null;
  onerror: (() => void) | null;
  addEventListener(name: string, listener: (event: { data: string; lastEventId: string }) => void): void;
  close(): void;
};

/** `refused`: the session is gone. `answered`: the server lives. `silent`: nobody answers. */
export type ProbeResult = 'answered' | 'refused' | 'silent';

export type Surroundings = {
  open(url: string): Source;
  probe(): Promise<ProbeResult>;
  isOnline(): boolean;
  now(): number;
  random(): number;
};

/**
 * One live connection to the server that comes back by itself. EventSource alone hides why it failed and gives up for
 * good after any answer that is not 200, so this asks the API what happened and opens a new one.
 */
export class StreamConnection {
  readonly #around: Surroundings;
  readonly #tell: (news: StreamNews) => void;
  #state: StreamState;
  #source: Source | undefined;
  #lastEventId = '';
  #failures = 0;
  #lostAt: number | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watchdog: ReturnType<typeof setTimeout> | undefined;

  constructor(around: Surroundings, tell: (news: StreamNews) => void) {
    this.#around = around;
    this.#tell = tell;
    this.#state = { status: 'idle', since: around.now(), heardAt: undefined };
  }

  get state(): StreamState {
    return this.#state;
  }

  start(): void {
    if (this.#state.status !== 'idle' && this.#state.status !== 'unauthorized') return;
    this.#lastEventId = '';
    this.#failures = 0;
    this.#lostAt = undefined;
    this.#enter('connecting');
    this.#open();
  }

  stop(status: 'idle' | 'unauthorized' = 'idle'): void {
    this.#drop();
    this.#enter(status);
  }

  /** Looks after the connection at once: the network or the tab came back, or the last look was long ago. */
  check(): void {
    const { status, heardAt } = this.#state;
    if (status === 'idle' || status === 'unauthorized') return;
    if (!this.#around.isOnline()) return this.#lost('offline');
    const silent = heardAt === undefined || this.#around.now() - heardAt > SILENCE_LIMIT;
    if (status === 'live' ? silent : status !== 'connecting') this.#reopen();
  }

  #open(): void {
    const id = this.#lastEventId;
    const url = id === '' ? STREAM_URL : `${STREAM_URL}&lastEventId=${encodeURIComponent(id)}`;
    const source = this.#around.open(url);
    this.#source = source;
    this.#watch();
    source.onopen = () => this.#live();
    source.onerror = () => this.#failed(source);
    source.addEventListener('ping', () => this.#heard());
    source.addEventListener('unauthorized', () => this.stop('unauthorized'));
    for (const name of EVENT_NAMES) {
      source.addEventListener(name, (event) => {
        if (event.lastEventId !== '') this.#lastEventId = event.lastEventId;
        this.#heard();
        this.#tell({ type: 'event', name, data: parse(event.data) });
      });
    }
  }

  #live(): void {
    this.#failures = 0;
    const gap = this.#lostAt === undefined ? 0 : this.#around.now() - this.#lostAt;
    this.#lostAt = undefined;
    this.#heard();
    this.#enter('live');
    // The server replays what was missed, or says resync; after a long gap we do not rely on that alone.
    if (gap > GAP_LIMIT) this.#tell({ type: 'event', name: 'resync', data: {} });
  }

  #heard(): void {
    this.#state = { ...this.#state, heardAt: this.#around.now() };
    this.#watch();
    if (this.#state.status === 'live') this.#tell({ type: 'state', state: this.#state });
  }

  #failed(source: Source): void {
    if (source !== this.#source) return;
    this.#lost(this.#around.isOnline() ? 'reconnecting' : 'offline');
    if (source.readyState === CLOSED) void this.#askWhy();
  }

  async #askWhy(): Promise<void> {
    this.#drop();
    const result = await this.#around.probe();
    if (this.#source !== undefined || this.#retry !== undefined || this.#state.status === 'idle') return;
    if (result === 'refused') return this.stop('unauthorized');
    const lostFor = this.#around.now() - (this.#lostAt ?? this.#around.now());
    if (result === 'silent' && lostFor > OFFLINE_AFTER) this.#lost('offline');
    this.#retry = setTimeout(() => this.#reopen(), this.#delay());
  }

  #delay(): number {
    const step = Math.min(BACKOFF.first * 2 ** this.#failures, BACKOFF.last);
    this.#failures += 1;
    return BACKOFF.first / 2 + this.#around.random() * (step - BACKOFF.first / 2);
  }

  #reopen(): void {
    this.#drop();
    if (this.#state.status === 'live') this.#lost('reconnecting');
    this.#open();
  }

  #lost(status: 'reconnecting' | 'offline'): void {
    this.#lostAt ??= this.#state.heardAt ?? this.#around.now();
    this.#enter(status);
  }

  #watch(): void {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#reopen(), SILENCE_LIMIT);
  }

  #drop(): void {
    clearTimeout(this.#watchdog);
    clearTimeout(this.#retry);
    this.#retry = undefined;
    this.#source?.close();
    this.#source = undefined;
  }

  #enter(status: StreamStatus): void {
    if (status === this.#state.status) return;
    this.#state = { ...this.#state, status, since: this.#around.now() };
    this.#tell({ type: 'state', state: this.#state });
  }
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
