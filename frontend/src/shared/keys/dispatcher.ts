import { remembered } from '@/shared/browser';
import { COMMANDS, type CommandId } from './registry';

const SEQUENCE_TIME = 1_000;

type Handler = () => void;

export function singleKeysEnabled(): boolean {
  return remembered.get('single-keys') !== 'off';
}

export function enableSingleKeys(enabled: boolean): void {
  remembered.set('single-keys', enabled ? 'on' : 'off');
}

/** Turns key presses into commands. The handler that was added last wins: a drawer over the list it opened from. */
export class KeyDispatcher {
  readonly #handlers = new Map<CommandId, Handler[]>();
  #prefix: { key: string; at: number } | undefined;
  #covered = false;
  #hidden = false;

  add(id: CommandId, handler: Handler): () => void {
    const stack = this.#handlers.get(id) ?? [];
    this.#handlers.set(id, [...stack, handler]);
    return () =>
      this.#handlers.set(
        id,
        (this.#handlers.get(id) ?? []).filter((other) => other !== handler),
      );
  }

  /** Commands that somebody on the screen can carry out now. */
  active(): CommandId[] {
    return [...this.#handlers].filter(([, stack]) => stack.length > 0).map(([id]) => id);
  }

  run(id: CommandId): boolean {
    const handler = this.#handlers.get(id)?.at(-1);
    handler?.();
    return handler !== undefined;
  }

  /** Takes all keys of a page until the answer is called. */
  listen(page: Document): () => void {
    page.addEventListener('keydown', this.#look, true);
    page.addEventListener('keydown', this.#handle);
    return () => {
      page.removeEventListener('keydown', this.#look, true);
      page.removeEventListener('keydown', this.#handle);
    };
  }

  /** Before anything closes: Escape is for what lies on top. Menus and questions hide the page; a drawer has keys of its own. */
  readonly #look = (): void => {
    this.#covered = document.querySelector('[role="menu"], [role="dialog"], [role="listbox"]') !== null;
    this.#hidden = document.querySelector('[role="menu"], .mantine-Modal-content') !== null;
  };

  readonly #handle = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    if (event.key === 'Escape' && this.#covered) return;
    const pressed = this.#pressed(event);
    if (pressed === undefined) return;
    const now = Date.now();
    const before = this.#prefix && now - this.#prefix.at < SEQUENCE_TIME ? `${this.#prefix.key} ` : '';
    this.#prefix = undefined;
    const command = this.#find(before + pressed) ?? (before === '' ? undefined : this.#find(pressed));
    if (command) {
      if (this.run(command)) event.preventDefault();
    } else if (COMMANDS.some(({ keys }) => keys.some((key) => key.startsWith(`${pressed} `)))) {
      this.#prefix = { key: pressed, at: now };
    }
  };

  #find(keys: string): CommandId | undefined {
    return COMMANDS.find((command) => (command.keys as readonly string[]).includes(keys))?.id;
  }

  /** Single keys are off while typing, behind menus and questions, and for people who have switched them off (WCAG 2.1.4). */
  #pressed(event: KeyboardEvent): string | undefined {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (event.ctrlKey || event.metaKey) return `mod+${key}`;
    return isTyping(event.target) || this.#hidden || !singleKeysEnabled() ? undefined : key;
  }
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true;
  return target instanceof HTMLInputElement && !['checkbox', 'button', 'submit'].includes(target.type);
}

export const keys = new KeyDispatcher();
