import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { WorkerStatus } from '@/api/generated/model';
import { aWorker } from '@/testing/factories';
import { renderScreen } from '@/testing/render';
import { PaceLine } from './pace-line';

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const show = (worker: Partial<WorkerStatus>) => renderScreen(<PaceLine worker={aWorker(worker)} />);

describe('the pace of a worker', () => {
  it('says how much of the limits is used while it sends', async () => {
    await show({
      limits: [
        { span: 'minute', limit: 20, used: 4 },
        { span: 'hour', limit: 200, used: 34 },
        { span: 'day', limit: 500, used: 120 },
      ],
    });
    expect(screen.getByText('Hour 34 of 200 · Day 120 of 500')).toBeVisible();
  });

  it('says which limit is used up and when it goes on', async () => {
    await show({
      reason: 'limit_day',
      nextAt: inMinutes(3),
      limits: [{ span: 'day', limit: 500, used: 500 }],
    });
    expect(screen.getByText(/^Day limit 500 used, next .*\d\d:\d\d$/)).toBeVisible();
  });

  it('says that campaigns wait for what is kept for people', async () => {
    await show({
      reason: 'people_share',
      nextAt: inMinutes(3),
      limits: [{ span: 'hour', limit: 100, used: 90 }],
    });
    expect(
      screen.getByText(/^Hour 90 of 100 · The rest is kept for people; campaigns next .*\d\d:\d\d$/),
    ).toBeVisible();
  });

  it('names the day of the slow start', async () => {
    await show({
      reason: 'ramp',
      nextAt: inMinutes(600),
      limits: [{ span: 'day', limit: 40, used: 40, rampDay: 3 }],
    });
    expect(screen.getByText(/^Slow start, day 3: 40 used, next/)).toBeVisible();
  });

  it('says until when it is outside its hours', async () => {
    await show({ reason: 'window', nextAt: inMinutes(1_000), limits: [] });
    expect(screen.getByText(/^Outside the sending hours until/)).toBeVisible();
  });

  it('says that a server asked to slow down, and when it gets better', async () => {
    await show({
      limits: [],
      slowed: {
        perMinute: 7.5,
        normal: 60,
        reason: 'throttled',
        detail: '4.7.0 Too fast',
        risesAt: inMinutes(5),
      },
    });
    const line = screen.getByText(/^Slowed to 7.5\/min: The provider asks to slow down. \+10 % at/);
    expect(line).toHaveAttribute('title', '4.7.0 Too fast');
  });

  it('says what to do when too many bounced', async () => {
    await show({ state: 'blocked', stopped: true, reason: 'bounces', limits: [] });
    expect(screen.getByText(/^More than 5 % .* Clean the list, then try again/)).toBeVisible();
  });

  it('is silent where nothing is limited', async () => {
    await show({ limits: [], ceiling: null });
    expect(screen.queryByText(/Hour|Day/)).toBeNull();
  });
});
