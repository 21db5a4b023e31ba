/** What the address of the page holds; grows with the screen. */
export type ContactsSearch = Record<never, never>;

export function contactsSearch(_raw: Record<string, unknown>): ContactsSearch {
  return {};
}
