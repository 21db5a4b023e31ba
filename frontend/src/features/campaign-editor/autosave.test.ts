import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '@/api/problem';
import { Autosave } from './autosave';

type Form = { name: string; text: string };

/** Every save waits until the test answers it. */
function setUp() {
  const asked: { changes: Partial<Form>; version: string }[] = [];
  const answers: { ok: (version: string) => void; fail: (status: number) => void }[] = [];
  const saved: string[] = [];
  const autosave = new Autosave<Form, { version: string }>(
    '1',
    (changes, version) => {
      asked.push({ changes, version });
      return new Promise((resolve, reject) =>
        answers.push({
          ok: (next) => resolve({ version: next }),
          fail: (status) => reject(new Problem({ status, code: 'x' })),
        }),
      );
    },
    ({ version }) => saved.push(version),
  );
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return { autosave, asked, answers, saved, settle };
}

describe('the autosave', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('waits for a pause of 800 ms in the typing, then sends everything at once', async () => {
    const { autosave, asked } = setUp();
    autosave.change({ name: 'a' });
    await vi.advanceTimersByTimeAsync(700);
    autosave.change({ name: 'ab', text: 'x' });
    await vi.advanceTimersByTimeAsync(799);
    expect(asked).toEqual([]);
    expect(autosave.getState().state).toBe('dirty');
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toEqual([{ changes: { name: 'ab', text: 'x' }, version: '1' }]);
    expect(autosave.getState().state).toBe('saving');
  });

  it('says when it was saved and sends the next change on the new version', async () => {
    const { autosave, asked, answers, saved, settle } = setUp();
    autosave.change({ name: 'a' });
    void autosave.flush();
    answers[0]!.ok('2');
    await settle();
    expect(autosave.getState()).toEqual({ state: 'saved', at: Date.now() });
    expect(saved).toEqual(['2']);
    autosave.change({ name: 'b' });
    void autosave.flush();
    expect(asked[1]).toEqual({ changes: { name: 'b' }, version: '2' });
  });

  it('never has two requests on the way: what comes meanwhile goes right after', async () => {
    const { autosave, asked, answers, settle } = setUp();
    autosave.change({ name: 'a' });
    const first = autosave.flush();
    autosave.change({ text: 'x' });
    const second = autosave.flush();
    expect(asked).toHaveLength(1);
    answers[0]!.ok('2');
    await settle();
    expect(asked[1]).toEqual({ changes: { text: 'x' }, version: '2' });
    answers[1]!.ok('3');
    expect(await Promise.all([first, second])).toEqual([true, true]);
  });

  it('keeps what could not be stored, under what was typed since', async () => {
    const { autosave, asked, answers } = setUp();
    autosave.change({ name: 'a', text: 'old' });
    const flushed = autosave.flush();
    autosave.change({ text: 'new' });
    answers[0]!.fail(422);
    expect(await flushed).toBe(false);
    expect(autosave.getState().state).toBe('failed');
    expect(autosave.isIdle).toBe(false);
    void autosave.flush();
    expect(asked[1]).toEqual({ changes: { name: 'a', text: 'new' }, version: '1' });
  });

  it('tries again by itself when the line was broken, and not when the server said no', async () => {
    const { autosave, asked, answers, settle } = setUp();
    autosave.change({ name: 'a' });
    void autosave.flush();
    answers[0]!.fail(0);
    await settle();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toHaveLength(2);
    answers[1]!.fail(422);
    await settle();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(2);
  });

  it('stops at another version until somebody chooses, and keeps mine', async () => {
    const { autosave, asked, answers, settle } = setUp();
    autosave.change({ name: 'mine' });
    void autosave.flush();
    answers[0]!.fail(412);
    await settle();
    autosave.change({ text: 'more of mine' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(1);
    expect(await autosave.flush()).toBe(false);
    expect(autosave.getState()).toEqual({ state: 'conflict', mine: { name: 'mine', text: 'more of mine' } });
    void autosave.resolve('mine', '7');
    expect(asked[1]).toEqual({ changes: { name: 'mine', text: 'more of mine' }, version: '7' });
  });

  it('takes in a version of others only when it is news and nothing of ours waits', async () => {
    const { autosave, answers, settle } = setUp();
    expect(autosave.accepts('2')).toBe(true);
    autosave.change({ name: 'a' });
    expect(autosave.accepts('2')).toBe(false);
    void autosave.flush();
    answers[0]!.ok('2');
    await settle();
    expect(autosave.accepts('1')).toBe(false);
    expect(autosave.accepts('3')).toBe(true);
  });

  it('gives mine up for theirs', async () => {
    const { autosave, asked, answers, settle } = setUp();
    autosave.change({ name: 'mine' });
    void autosave.flush();
    answers[0]!.fail(412);
    await settle();
    expect(await autosave.resolve('theirs', '7')).toBe(true);
    expect(asked).toHaveLength(1);
    expect(autosave.isIdle).toBe(true);
    expect(autosave.version).toBe('7');
  });
});
