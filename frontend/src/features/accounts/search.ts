/** What the address of the page holds; grows with the screen. */
export type AccountsSearch = Record<never, never>;

export function accountsSearch(_raw: Record<string, unknown>): AccountsSearch {
  return {};
}
