import { compact, text } from '@/shared/search-params';

/** What the address of the accounts page holds: whose drawer is open, an id or `new`. */
export type AccountsSearch = { edit?: string };

export function accountsSearch(raw: Record<string, unknown>): AccountsSearch {
  const edit = text(raw.edit);
  return compact(edit === undefined ? {} : { edit });
}
