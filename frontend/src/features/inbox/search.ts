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
  /** Days of the calendar of whoever looks; both are included. */
  from?: string | undefined;
  to?: string | undefined;
  open?: string | undefined;
};

/** When it begins here; undefined of a day that there is not. */
function beginOf(day: string, later = 0): Date | undefined {
  const [year, month, date] = day.split('-').map(Number);
  const found = new Date(year!, month! - 1, date);
  if (found.getMonth() !== month! - 1) return undefined;
  found.setDate(found.getDate() + later);
  return found;
}

function dayOf(raw: unknown): string | undefined {
  const day = text(raw);
  return day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) && beginOf(day) ? day : undefined;
}

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
    from: dayOf(raw.from),
    to: dayOf(raw.to),
    open: text(raw.open),
  });
}

export const FIRST_TAB: Tab = 'new';

/** The part of the address that chooses conversations. */
export function filterOf({
  open: _,
  tab = FIRST_TAB,
  from,
  to,
  ...rest
}: InboxSearch): ListConversationsParams {
  return compact({
    tab,
    ...rest,
    from: from && beginOf(from)?.toISOString(),
    to: to && beginOf(to, 1)?.toISOString(),
  }) as ListConversationsParams;
}

export function isFiltered({ open: _, tab: __, ...filter }: InboxSearch): boolean {
  return Object.keys(compact(filter)).length > 0;
}
