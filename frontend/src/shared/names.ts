import { queryOptions, useQuery } from '@tanstack/react-query';
import { listAccounts } from '@/api/generated/account/account';
import { listCampaigns } from '@/api/generated/campaign/campaign';

/** The accounts to choose from in a filter. */
export const accountNamesQuery = queryOptions({
  queryKey: ['/api/v1/accounts', 'names'],
  queryFn: ({ signal }) => listAccounts(undefined, { signal }),
});

/** The account of this id, when it is known. */
export const useKnownAccount = (id: string) =>
  useQuery(accountNamesQuery).data?.find((account) => account.id === id);

/** The newest campaigns to choose from in a filter. */
export const campaignNamesQuery = queryOptions({
  queryKey: ['/api/v1/campaigns', 'names'],
  queryFn: async ({ signal }) => (await listCampaigns({ limit: 200 }, { signal })).items,
  staleTime: 60_000,
});
