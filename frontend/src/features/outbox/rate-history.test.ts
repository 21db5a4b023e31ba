import { describe, expect, it } from 'vitest';
import { NO_STATES } from '@/shared/progress/state-groups';
import { RateHistory } from './rate-history';

const states = (accepted: number, rejected = 0) => ({ ...NO_STATES, accepted, rejected });

describe('the rate history', () => {
  it('measures what was sent and what failed per minute between two readings', () => {
    const history = new RateHistory();
    history.read(states(100, 5), 0);
    history.read(states(130, 6), 15_000);
    expect(history.points()).toEqual([{ at: 15_000, sent: 120, failed: 4 }]);
  });

  it('waits a quarter of a minute between two points', () => {
    const history = new RateHistory();
    [0, 1_000, 14_000].forEach((at) => history.read(states(at), at));
    expect(history.points()).toEqual([]);
  });

  it('keeps fifteen minutes', () => {
    const history = new RateHistory();
    for (let i = 0; i <= 200; i++) history.read(states(i), i * 15_000);
    expect(history.points()).toHaveLength(60);
  });

  it('shows no negative rate when a failed message is tried again', () => {
    const history = new RateHistory();
    history.read(states(0, 10), 0);
    history.read(states(0, 2), 15_000);
    expect(history.points()[0]?.failed).toBe(0);
  });
});
