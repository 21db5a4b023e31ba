import { describe, expect, it } from 'vitest';
import { snoozeTimes } from './snooze-times';

const ids = (now: Date) => snoozeTimes(now).map(({ id }) => id);

describe('when a conversation may come back', () => {
  it('offers four times on a working morning', () => {
    expect(ids(new Date(2026, 10, 25, 9, 0))).toEqual(['hour', 'evening', 'tomorrow', 'monday']);
  });

  it('does not offer an evening that is over', () => {
    expect(ids(new Date(2026, 10, 25, 19, 0))).toEqual(['hour', 'tomorrow', 'monday']);
  });

  it('means the next Monday, also on a Monday and a Sunday', () => {
    const last = (now: Date) => snoozeTimes(now).at(-1)!.at;
    expect(last(new Date(2026, 10, 23, 9, 0))).toEqual(new Date(2026, 10, 30, 8, 0));
    expect(last(new Date(2026, 10, 29, 9, 0))).toEqual(new Date(2026, 10, 30, 8, 0));
  });

  it('offers a Monday that is tomorrow once', () => {
    expect(ids(new Date(2026, 10, 29, 9, 0))).toEqual(['hour', 'evening', 'tomorrow']);
  });
});
