import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aMessage, idOf } from '@/testing/factories';
import { RowStore } from './row-store';

describe('the row store', () => {
  let store: RowStore;
  beforeEach(() => {
    vi.useFakeTimers();
    store = new RowStore();
  });
  afterEach(() => vi.useRealTimers());

  it('tells a row once however many changes arrive within a tenth of a second', () => {
    const row = vi.fn();
    store.subscribe('a', row);
    for (let attempt = 0; attempt < 500; attempt++)
      store.apply([{ id: 'a', state: 'sending', attempts: attempt }]);
    expect(row).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(row).toHaveBeenCalledOnce();
    expect(store.get('a')).toMatchObject({ state: 'sending', attempts: 499 });
  });

  it('tells only the rows that changed', () => {
    const [a, b] = [vi.fn(), vi.fn()];
    store.subscribe('a', a);
    store.subscribe('b', b);
    store.apply([{ id: 'b', state: 'accepted', attempts: 1 }]);
    vi.advanceTimersByTime(100);
    expect([a.mock.calls.length, b.mock.calls.length]).toEqual([0, 1]);
  });

  it('forgets what is older than a new reading of the list, not what has just arrived', () => {
    store.apply([{ id: 'old', state: 'sending', attempts: 1 }]);
    vi.advanceTimersByTime(5_000);
    store.apply([{ id: 'new', state: 'accepted', attempts: 1 }]);
    store.forgetOld();
    expect(store.get('old')).toBeUndefined();
    expect(store.get('new')).toMatchObject({ state: 'accepted' });
  });

  it('does not let an answer overrule news that came after the question', () => {
    const asked = Date.now();
    vi.advanceTimersByTime(50);
    store.apply([{ id: idOf(1), state: 'accepted', attempts: 1 }]);
    store.put(aMessage(1, { state: 'queued' }), asked);
    expect(store.get(idOf(1))).toMatchObject({ state: 'accepted' });
  });

  it('keeps no listeners of rows that have left the screen', () => {
    const row = vi.fn();
    store.subscribe('a', row)();
    store.apply([{ id: 'a', state: 'queued', attempts: 0 }]);
    vi.advanceTimersByTime(100);
    expect(row).not.toHaveBeenCalled();
  });
});
