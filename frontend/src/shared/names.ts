import { queryOptions, useQuery } from '@tanstack/react-query';
import { listAccountNames } from '@/api/generated/account/account';
import { listCampaignNames } from '@/api/generated/campaign/campaign';

/** The accounts to choose from in a filter, and to write from. */
export const accountNamesQuery = queryOptions({
  queryKey: ['/api/v1/accounts', 'names'],
  queryFn: ({ signal }) => listAccountNames({ signal }),
});

/** The account of this id, when it is known. */
export const useKnownAccount = (id: string) =>
  useQuery(accountNamesQuery).data?.find((account) => account.id === id);

/** The newest campaigns to choose from in a filter. */
export const campaignNamesQuery = queryOptions({
  queryKey: ['/api/v1/campaigns', 'names'],
  queryFn: ({ signal }) => listCampaignNames({ signal }),
  staleTime: 60_000,
});
