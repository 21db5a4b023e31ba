import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getListAccountsQueryKey, listAccounts } from '@/api/generated/account/account';
import { getAudience, getPreflight, render } from '@/api/generated/campaign/campaign';
import {
  getListContactsQueryKey,
  getListFieldsQueryKey,
  getListListsQueryKey,
  getListTagsQueryKey,
  listContacts,
  listFields,
  listLists,
  listTags,
} from '@/api/generated/contact/contact';
import type { Campaign, RenderRequest } from '@/api/generated/model';

export const accountsQuery = queryOptions({
  queryKey: getListAccountsQueryKey({ active: true }),
  queryFn: ({ signal }) => listAccounts({ active: true }, { signal }),
});

export const listsQuery = queryOptions({
  queryKey: getListListsQueryKey(),
  queryFn: ({ signal }) => listLists({ signal }),
});

export const tagsQuery = queryOptions({
  queryKey: getListTagsQueryKey(),
  queryFn: ({ signal }) => listTags({ signal }),
});

export const fieldsQuery = queryOptions({
  queryKey: getListFieldsQueryKey(),
  queryFn: ({ signal }) => listFields({ signal }),
});

export const peopleQuery = (q: string) =>
  queryOptions({
    queryKey: getListContactsQueryKey({ ...(q !== '' && { q }), limit: 20 }),
    queryFn: ({ signal }) => listContacts({ ...(q !== '' && { q }), limit: 20 }, { signal }),
    placeholderData: keepPreviousData,
  });

/** Keys that do not begin with the campaigns' address: messages that leave elsewhere do not make people counted again. */
export const AUDIENCE = 'draft-audience';
export const PREFLIGHT = 'draft-preflight';

const groupsOf = ({ lists, tags }: Campaign) => [...lists, ...tags].map((group) => group.id).sort();

/** Counted anew when the lists or tags are others, not for every letter of the subject. */
export const audienceQuery = (campaign: Campaign) =>
  queryOptions({
    queryKey: [AUDIENCE, campaign.id, ...groupsOf(campaign)],
    queryFn: ({ signal }) => getAudience(campaign.id, { signal }),
    placeholderData: keepPreviousData,
  });

export const preflightQuery = (campaign: Campaign) =>
  queryOptions({
    queryKey: [PREFLIGHT, campaign.id, campaign.version],
    queryFn: ({ signal }) => getPreflight(campaign.id, { signal }),
    placeholderData: keepPreviousData,
  });

export const renderQuery = (request: RenderRequest) =>
  queryOptions({
    queryKey: ['draft-render', request],
    queryFn: ({ signal }) => render(request, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    retry: false,
  });
