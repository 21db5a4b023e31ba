import type { ConversationCategory, ListConversationsParams } from '@/api/generated/model';
import { compact, oneOf, text } from '@/shared/search-params';

export const TABS = ['new', 'mine', 'mentions', 'progress', 'snoozed', 'done', 'all', 'archive'] as const;
export type Tab = (typeof TABS)[number];

export const CATEGORIES = [
  'interested',
  'question',
  'not_now',
  'out_of_office',
  'unsubscribe',
  'bounce',
] as const satisfies readonly ConversationCategory[];

/** What the address of the inbox holds: the tab, the filters, and the conversation that is open. */
export type InboxSearch = {
  tab?: Tab | undefined;
  q?: string | undefined;
  account?: string | undefined;
  campaign?: string | undefined;
  category?: ConversationCategory | undefined;
  tag?: string | undefined;
  team?: string | undefined;
  unread?: true | undefined;
  attachment?: true | undefined;
  open?: string | undefined;
};

export function inboxSearch(raw: Record<string, unknown>): InboxSearch {
  return compact({
    tab: oneOf(raw.tab, TABS),
    q: text(raw.q),
    account: text(raw.account),
    campaign: text(raw.campaign),
    category: oneOf(raw.category, CATEGORIES),
    tag: text(raw.tag),
    team: text(raw.team),
    unread: raw.unread === true ? (true as const) : undefined,
    attachment: raw.attachment === true ? (true as const) : undefined,
    open: text(raw.open),
  });
}

export const FIRST_TAB: Tab = 'new';

/** The part of the address that chooses conversations. */
export function filterOf({ open: _, tab = FIRST_TAB, ...rest }: InboxSearch): ListConversationsParams {
  return compact({ tab, ...rest }) as ListConversationsParams;
}

export function isFiltered({ open: _, tab: __, ...filter }: InboxSearch): boolean {
  return Object.keys(compact(filter)).length > 0;
}
