import type { MessageState } from '@/api/generated/model';
import { isMessageState } from '@/shared/ui/state-badge';

/** What the address of the outbox holds: the filters, and the message whose drawer is open. */
export type OutboxSearch = {
  q?: string;
  account?: string;
  campaign?: string;
  state?: MessageState;
  urgent?: true;
  message?: string;
};

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export function outboxSearch(raw: Record<string, unknown>): OutboxSearch {
  const search: Record<keyof OutboxSearch, unknown> = {
    // A number in the address is read as one: somebody who searches for 2026 means the word.
    q: text(typeof raw.q === 'number' ? String(raw.q) : raw.q),
    account: text(raw.account),
    campaign: text(raw.campaign),
    state: isMessageState(raw.state) ? raw.state : undefined,
    urgent: raw.urgent === true ? true : undefined,
    message: text(raw.message),
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}

/** The part of the address that chooses messages. */
export type OutboxFilter = Omit<OutboxSearch, 'message'>;

export function filterOf({ message: _, ...filter }: OutboxSearch): OutboxFilter {
  return filter;
}

export const isFiltered = (filter: OutboxFilter) => Object.keys(filter).length > 0;
