import type { Campaign, WorkerStatus } from '@/api/generated/model';

/** The workers that this campaign waits for. */
export function workersOf({ accounts }: Campaign, workers: readonly WorkerStatus[] = []): WorkerStatus[] {
  return workers.filter(({ accountId }) => accounts.some(({ id }) => id === accountId));
}
