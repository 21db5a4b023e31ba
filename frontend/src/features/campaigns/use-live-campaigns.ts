import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useStreamEvent } from '@/api/event-stream';
import type { Campaign, CampaignPage, StateCounts } from '@/api/generated/model';
import { withStates } from './figures';

const LIST = '/api/v1/campaigns';

const updated = (campaign: Campaign, id: string, account: string, states: StateCounts): Campaign =>
  // While messages are made the audience grows with them, and only the server knows both at one moment.
  campaign.id === id && campaign.state !== 'generating'
    ? { ...campaign, progress: withStates(campaign.progress, account, states) }
    : campaign;

/** Puts the counts of the stream into every campaign on the screen, many times a second; the shell fetches the rest. */
export function useLiveCampaigns(): void {
  const client = useQueryClient();
  useStreamEvent('outbox', ({ accountId, campaignId, states }) => {
    if (!campaignId) return;
    client.setQueryData<Campaign>(
      [`${LIST}/${campaignId}`],
      (old) => old && updated(old, campaignId, accountId, states),
    );
    client.setQueriesData<InfiniteData<CampaignPage>>(
      { predicate: ({ queryKey }) => queryKey[0] === LIST && queryKey.at(-1) === 'pages' },
      (old) =>
        old && {
          ...old,
          pages: old.pages.map((page) => ({
            ...page,
            items: page.items.map((each) => updated(each, campaignId, accountId, states)),
          })),
        },
    );
  });
  useStreamEvent('campaign', ({ id, state }) => {
    client.setQueryData<Campaign>([`${LIST}/${id}`], (old) => old && { ...old, state });
  });
}
