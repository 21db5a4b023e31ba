import { compact, oneOf, text } from '@/shared/search-params';

export const SORTS = ['newest', 'name', 'email'] as const;
export type ContactSort = (typeof SORTS)[number];

/** What the address of the page holds. `open` is the contact in the drawer, or `new`. */
export type ContactsSearch = {
  q?: string | undefined;
  list?: string | undefined;
  tag?: string | undefined;
  sort?: ContactSort | undefined;
  open?: string | undefined;
};

export function contactsSearch(raw: Record<string, unknown>): ContactsSearch {
  return compact({
    q: text(raw.q),
    list: text(raw.list),
    tag: text(raw.tag),
    sort: oneOf(raw.sort, SORTS),
    open: text(raw.open),
  });
}
