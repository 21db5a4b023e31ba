import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  countAnswers,
  getAudience,
  getCampaign,
  getGetCampaignQueryKey,
  getListCampaignsQueryKey,
  getPreflight,
  listCampaigns,
} from '@/api/generated/campaign/campaign';
import {
  getListMessagesQueryKey,
  getRenderMessageQueryKey,
  listMessages,
  renderMessage,
} from '@/api/generated/outbox/outbox';
import type { CampaignPage, CampaignState, MessagePage } from '@/api/generated/model';
import type { CampaignsSearch } from './search';

const PAGE = 50;
const WHILE_GENERATING = 1_000;

export function campaignsQuery({ q, state }: CampaignsSearch) {
  const filter = { ...(q && { q }), ...(state && { state }) };
  return infiniteQueryOptions({
    queryKey: [...getListCampaignsQueryKey(filter), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      listCampaigns({ ...filter, limit: PAGE, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page: CampaignPage) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** One campaign with its figures. While its messages are made the figures grow without news of their own. */
export const campaignQuery = (id: string) =>
  queryOptions({
    queryKey: getGetCampaignQueryKey(id),
    queryFn: ({ signal }) => getCampaign(id, { signal }),
    refetchInterval: ({ state: { data } }) => (data?.state === 'generating' ? WHILE_GENERATING : false),
  });

/** Under a key of its own: it changes with the inbox and not with what is sent. */
export const answersQuery = (id: string) =>
  queryOptions({
    queryKey: ['/api/v1/answers', id],
    queryFn: ({ signal }) => countAnswers(id, { signal }),
  });

/** Keys of their own: counting people again for every message that leaves would be a waste. */
export const effectQuery = (id: string, version: string) =>
  queryOptions({
    queryKey: ['campaign-effect', id, version],
    queryFn: async ({ signal }) => {
      const [audience, preflight] = await Promise.all([
        getAudience(id, { signal }),
        getPreflight(id, { signal }),
      ]);
      return { audience, preflight };
    },
    staleTime: 0,
  });

export function messagesQuery(campaign: string, q: string | undefined, state: CampaignState) {
  const filter = { campaign, ...(q && { q }) };
  return infiniteQueryOptions({
    // Made messages do not change before they are released; afterwards the outbox is the place to look.
    queryKey: [...getListMessagesQueryKey(filter), 'pages', state],
    queryFn: ({ pageParam, signal }) =>
      listMessages({ ...filter, limit: PAGE, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page: MessagePage) => page.next,
    placeholderData: keepPreviousData,
  });
}

export const renderedQuery = (message: string) =>
  queryOptions({
    queryKey: getRenderMessageQueryKey(message),
    queryFn: ({ signal }) => renderMessage(message, { signal }),
    staleTime: Infinity,
  });
