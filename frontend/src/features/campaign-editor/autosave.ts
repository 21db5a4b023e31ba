import { Problem } from '@/api/problem';

const PAUSE = 800;
const TRY_AGAIN = 5_000;

type Versioned = { version: string };

export type SavingState<T> =
  | { state: 'clean' }
  | { state: 'dirty' }
  | { state: 'saving' }
  | { state: 'saved'; at: number }
  | { state: 'failed'; problem: Problem }
  /** Somebody else stored another version; `mine` is what is not stored. */
  | { state: 'conflict'; mine: Partial<T> };

type Save<T, R> = (changes: Partial<T>, version: string) => Promise<R>;

/**
 * Stores changes a moment after the last one, one request at a time, each on the version that the one before gave.
 * What could not be stored is kept and goes with the next try.
 */
export class Autosave<T extends object, R extends Versioned> {
  #state: SavingState<T> = { state: 'clean' };
  #pending: Partial<T> = {};
  #version: string;
  /** Versions that were stored before: a late answer with one of them is no news. */
  readonly #seen = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<boolean> | undefined;
  readonly #watchers = new Set<() => void>();
  readonly #save: Save<T, R>;
  readonly #onSaved: (saved: R) => void;

  constructor(version: string, save: Save<T, R>, onSaved: (saved: R) => void) {
    this.#version = version;
    this.#seen.add(version);
    this.#save = save;
    this.#onSaved = onSaved;
  }

  readonly getState = (): SavingState<T> => this.#state;

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  get version(): string {
    return this.#version;
  }

  get isIdle(): boolean {
    return this.#running === undefined && Object.keys(this.#pending).length === 0;
  }

  change(changes: Partial<T>): void {
    this.#pending = { ...this.#pending, ...changes };
    if (this.#state.state === 'conflict') return this.#turn({ state: 'conflict', mine: this.#pending });
    if (this.#running === undefined) this.#turn({ state: 'dirty' });
    this.#schedule(PAUSE);
  }

  /** Stores at once what is not stored yet; whether everything is stored now. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.#state.state === 'conflict') return false;
    this.#running ??= this.#drain().finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** Whether others stored a version that is newer than ours and nothing of ours is in its way. */
  accepts(version: string): boolean {
    return this.isIdle && !this.#seen.has(version);
  }

  adopt(version: string): void {
    this.#version = version;
    this.#seen.add(version);
  }

  /** Ends a conflict: our changes go on top of the version of the others, or are given up. */
  resolve(choice: 'mine' | 'theirs', version: string): Promise<boolean> {
    this.adopt(version);
    if (choice === 'theirs') this.#pending = {};
    this.#turn({ state: 'clean' });
    return this.flush();
  }

  async #drain(): Promise<boolean> {
    while (Object.keys(this.#pending).length > 0) {
      const sent = this.#pending;
      this.#pending = {};
      this.#turn({ state: 'saving' });
      try {
        const saved = await this.#save(sent, this.#version);
        this.adopt(saved.version);
        this.#onSaved(saved);
        this.#turn({ state: 'saved', at: Date.now() });
      } catch (error) {
        this.#pending = { ...sent, ...this.#pending };
        this.#failed(Problem.of(error));
        return false;
      }
    }
    return true;
  }

  #failed(problem: Problem): void {
    if (problem.status === 412) return this.#turn({ state: 'conflict', mine: this.#pending });
    this.#turn({ state: 'failed', problem });
    if (problem.transient) this.#schedule(TRY_AGAIN);
  }

  #schedule(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), wait);
  }

  #turn(state: SavingState<T>): void {
    this.#state = state;
    for (const watcher of this.#watchers) watcher();
  }
}
