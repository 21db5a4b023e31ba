import type { Message, OutboxRow } from '@/api/generated/model';

const FLUSH_EVERY = 100;
const YOUNG = 3_000;

/** What is newer than the list about one message. */
export type RowPatch = Partial<Message> & Pick<Message, 'state' | 'attempts'>;

type Entry = { patch: RowPatch; at: number };

/**
 * The newest known state of single messages, outside React: a thousand changes a second touch only the rows that are on
 * the screen, and those at most ten times a second.
 */
export class RowStore {
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #dirty = new Set<string>();
  readonly #flushed = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** News of the stream. */
  apply(rows: readonly OutboxRow[]): void {
    const now = Date.now();
    for (const { id, ...patch } of rows) {
      const sent = patch.state === 'accepted' ? { sentAt: new Date(now).toISOString() } : {};
      this.#set(id, { ...this.#entries.get(id)?.patch, ...patch, ...sent }, now);
    }
  }

  /** A whole message as the server answered it. News that came after the question was asked are newer than its answer. */
  put(message: Message, asked = Date.now()): void {
    const known = this.#entries.get(message.id);
    if (known === undefined || known.at <= asked) this.#set(message.id, message, asked);
  }

  get(id: string): RowPatch | undefined {
    return this.#entries.get(id)?.patch;
  }

  subscribe(id: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, listeners);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(id);
    };
  }

  /** Called after each flush, however many rows it touched. */
  onFlush(listener: () => void): () => void {
    this.#flushed.add(listener);
    return () => this.#flushed.delete(listener);
  }

  /** The list was read anew: what is older than that reading has nothing to say any more. */
  forgetOld(now = Date.now()): void {
    for (const [id, { at }] of this.#entries) if (now - at > YOUNG) this.#entries.delete(id);
  }

  #set(id: string, patch: RowPatch, at: number): void {
    this.#entries.set(id, { patch, at });
    this.#dirty.add(id);
    this.#timer ??= setTimeout(() => this.#flush(), FLUSH_EVERY);
  }

  #flush(): void {
    this.#timer = undefined;
    const dirty = [...this.#dirty];
    this.#dirty.clear();
    for (const id of dirty) this.#listeners.get(id)?.forEach((listener) => listener());
    this.#flushed.forEach((listener) => listener());
  }
}

export const rowStore = new RowStore();
