import type { Limits, Provider, Ramp, SendingWindow } from '@/api/generated/model';

type Most = number | '';

/** The limits of an account as its form holds them: what is switched off keeps its values until the form closes. */
export type LimitValues = {
  gapSeconds: number;
  jitterSeconds: number;
  perMinute: Most;
  perHour: Most;
  perDay: Most;
  peopleShare: Most;
  connections: number;
  hours: boolean;
  window: SendingWindow;
  slow: boolean;
  ramp: Ramp;
};

export const NEW_LIMITS: LimitValues = {
  gapSeconds: 1,
  jitterSeconds: 1,
  perMinute: 20,
  perHour: '',
  perDay: '',
  peopleShare: 10,
  connections: 1,
  hours: false,
  window: {
    days: ['mon', 'tue', 'wed', 'thu', 'fri'],
    from: '08:00',
    to: '17:00',
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  },
  slow: false,
  ramp: { start: 20, factor: 1.5 },
};

export function limitValuesOf(limits: Limits): LimitValues {
  const { window, ramp, perMinute, perHour, perDay, ...pace } = limits;
  return {
    ...pace,
    perMinute: perMinute ?? '',
    perHour: perHour ?? '',
    perDay: perDay ?? '',
    peopleShare: limits.peopleShare ?? NEW_LIMITS.peopleShare,
    hours: window !== null && window !== undefined,
    window: window ?? NEW_LIMITS.window,
    slow: ramp !== null && ramp !== undefined,
    ramp: ramp ?? NEW_LIMITS.ramp,
  };
}

const orNull = (most: Most) => (most === '' ? null : most);

export function limitsOf({
  hours,
  window,
  slow,
  ramp,
  perMinute,
  perHour,
  perDay,
  peopleShare,
  ...pace
}: LimitValues): Limits {
  return {
    ...pace,
    // left empty it is the usual one, which the field shows
    ...(peopleShare === '' ? {} : { peopleShare }),
    perMinute: orNull(perMinute),
    perHour: orNull(perHour),
    perDay: orNull(perDay),
    window: hours ? window : null,
    ramp: slow ? ramp : null,
  };
}

/** The limits that a provider documents or that we recommend for it; undefined where nobody knows any. */
export function presetLimits({ perMinute, perHour, perDay }: Provider): LimitValues | undefined {
  if (!perMinute && !perHour && !perDay) return undefined;
  return {
    ...NEW_LIMITS,
    perMinute: perMinute ?? '',
    perHour: perHour ?? '',
    perDay: perDay ?? '',
  };
}
