import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { getListCampaignsQueryKey, listCampaigns } from '@/api/generated/campaign/campaign';
import {
  createSandbox,
  deleteSandbox,
  getGetOnboardingQueryKey,
  getOnboarding,
  updateOnboarding,
} from '@/api/generated/onboarding/onboarding';
import { getGetOutboxSummaryQueryKey, getOutboxSummary } from '@/api/generated/outbox/outbox';
import type { CampaignState } from '@/api/generated/model';

export const onboardingQuery = queryOptions({
  queryKey: getGetOnboardingQueryKey(),
  queryFn: ({ signal }) => getOnboarding({ signal }),
});

export const summaryQuery = queryOptions({
  queryKey: getGetOutboxSummaryQueryKey(),
  queryFn: ({ signal }) => getOutboxSummary({}, { signal }),
});

const RUNNING: ReadonlySet<CampaignState> = new Set(['generating', 'generated', 'processing', 'paused']);
const RECENT = 100;

/** Campaigns that are on their way, among the newest. */
export const runningQuery = queryOptions({
  queryKey: getListCampaignsQueryKey({ limit: RECENT }),
  queryFn: ({ signal }) => listCampaigns({ limit: RECENT }, { signal }),
  select: ({ items }) => items.filter(({ state }) => RUNNING.has(state)),
});

/** The sample data are of every kind: whatever is on the screen is asked for again. */
export function useCreateSandbox() {
  const client = useQueryClient();
  return useMutation({ mutationFn: () => createSandbox(), onSuccess: () => client.invalidateQueries() });
}

export function useDeleteSandbox() {
  const client = useQueryClient();
  return useMutation({ mutationFn: () => deleteSandbox(), onSuccess: () => client.invalidateQueries() });
}

export function useDismissFirstSteps() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (dismissed: boolean) => updateOnboarding({ dismissed }),
    onSuccess: (onboarding) => client.setQueryData(onboardingQuery.queryKey, onboarding),
  });
}
