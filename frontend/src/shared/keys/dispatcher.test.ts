import { fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { enableSingleKeys, KeyDispatcher } from './dispatcher';
import { COMMANDS, keyCaps } from './registry';

describe('the key registry', () => {
  it('gives every key to one command only', () => {
    const all = COMMANDS.flatMap((command) => command.keys as readonly string[]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('has no key that is also the beginning of a sequence', () => {
    const all = COMMANDS.flatMap((command) => command.keys as readonly string[]);
    const prefixes = all.filter((key) => key.includes(' ')).map((key) => key.split(' ')[0]);
    expect(all.filter((key) => prefixes.includes(key))).toEqual([]);
  });

  it('prints the keys of the machine', () => {
    expect(keyCaps('mod+k', false)).toEqual(['Ctrl', 'K']);
    expect(keyCaps('mod+k', true)).toEqual(['⌘', 'K']);
    expect(keyCaps('g o')).toEqual(['G', 'O']);
  });
});

describe('the key dispatcher', () => {
  let keys: KeyDispatcher;
  let leave: () => void;
  beforeEach(() => {
    keys = new KeyDispatcher();
    leave = keys.listen(document);
  });
  afterEach(() => {
    leave();
    document.body.replaceChildren();
    enableSingleKeys(true);
    vi.useRealTimers();
  });
  const press = (key: string, init: KeyboardEventInit = {}, target: Element = document.body) =>
    fireEvent.keyDown(target, { key, ...init });

  it('runs a sequence of two keys', () => {
    const go = vi.fn();
    keys.add('go.outbox', go);
    press('g');
    press('o');
    expect(go).toHaveBeenCalledOnce();
  });

  it('forgets the first key after a second', () => {
    vi.useFakeTimers();
    const go = vi.fn();
    keys.add('go.outbox', go);
    press('g');
    vi.advanceTimersByTime(1_100);
    press('o');
    expect(go).not.toHaveBeenCalled();
  });

  it('lets the newest handler win, and the older one again when that is gone', () => {
    const list = vi.fn();
    const drawer = vi.fn();
    keys.add('list.next', list);
    const leave = keys.add('list.next', drawer);
    press('j');
    leave();
    press('j');
    expect([drawer.mock.calls.length, list.mock.calls.length]).toEqual([1, 1]);
  });

  it('is silent while somebody types, except with Ctrl', () => {
    const next = vi.fn();
    const palette = vi.fn();
    keys.add('list.next', next);
    keys.add('palette', palette);
    const input = document.body.appendChild(document.createElement('input'));
    press('j', {}, input);
    press('k', { ctrlKey: true }, input);
    expect(next).not.toHaveBeenCalled();
    expect(palette).toHaveBeenCalledOnce();
  });

  it('leaves Escape to what lies on top, and goes back with the next one', () => {
    const back = vi.fn();
    keys.add('list.back', back);
    const menu = document.body.appendChild(document.createElement('div'));
    menu.setAttribute('role', 'menu');
    menu.addEventListener('keydown', () => menu.remove());
    press('Escape', {}, menu);
    expect(back).not.toHaveBeenCalled();
    press('Escape');
    expect(back).toHaveBeenCalledOnce();
  });

  it('does nothing to a page behind a question', () => {
    const remove = vi.fn();
    keys.add('list.delete', remove);
    const question = document.body.appendChild(document.createElement('section'));
    question.className = 'mantine-Modal-content';
    press('#', {}, question);
    expect(remove).not.toHaveBeenCalled();
    question.remove();
    press('#');
    expect(remove).toHaveBeenCalledOnce();
  });

  it('lets people switch single keys off', () => {
    const next = vi.fn();
    keys.add('list.next', next);
    enableSingleKeys(false);
    press('j');
    expect(next).not.toHaveBeenCalled();
  });

  it('leaves a key to the browser when nobody takes it', () => {
    expect(press('j')).toBe(true);
    keys.add('list.next', () => {});
    expect(press('j')).toBe(false);
  });
});
