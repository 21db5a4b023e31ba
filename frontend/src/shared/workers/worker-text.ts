import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { WorkerStatus } from '@/api/generated/model';

const REASONS: Record<string, MessageDescriptor> = {
  auth_failed: msg`The server refuses the login`,
  auth_busy: msg`The server wants fewer logins`,
  throttled: msg`The provider asks to slow down`,
  quota: msg`The provider's quota is used up`,
  connection: msg`The server cannot be reached`,
  policy: msg`The server's policy refuses the messages`,
  window: msg`Outside the sending hours`,
  limit_minute: msg`The limit of a minute is used up`,
  limit_hour: msg`The limit of an hour is used up`,
  limit_day: msg`The limit of a day is used up`,
  people_share: msg`The rest of the limit is kept for people`,
  ramp: msg`The slow start of the account is through for today`,
  learned: msg`The provider asked to slow down`,
  bounces: msg`Too many hard bounces`,
  database: msg`The database lets nothing through at the moment`,
  disk: msg`There is no room left on the disk of the server`,
  fenced: msg`Held until a person confirms this copy of the database`,
};

/** Why a worker waits and what its server said, as one line; empty when nothing is the matter. */
export function useExplanation(): (worker: WorkerStatus) => string {
  const reasonText = useReason();
  return ({ reason, detail }) => [reason ? reasonText(reason) : undefined, detail].filter(Boolean).join(': ');
}

/** Why a worker waits, in words; a code that we do not know is shown as it is. */
export function useReason(): (reason: string) => string {
  const { i18n } = useLingui();
  return useCallback((reason) => (REASONS[reason] ? i18n._(REASONS[reason]) : reason), [i18n]);
}

/** The state of a worker as one short phrase. */
export function useWorkerWord(): (worker: WorkerStatus) => string {
  const { t } = useLingui();
  return ({ state, stopped, inFlight }) => {
    switch (state) {
      case 'on':
        return t`ON`;
      case 'connecting':
        return t`Connecting`;
      case 'pausing':
        return t`Pausing, ${inFlight} in flight`;
      case 'off':
        return t`OFF`;
      case 'blocked':
        return stopped ? t`Stopped` : t`Blocked`;
    }
  };
}
