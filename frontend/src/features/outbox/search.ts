/** What the address of the page holds; grows with the screen. */
export type OutboxSearch = Record<never, never>;

export function outboxSearch(_raw: Record<string, unknown>): OutboxSearch {
  return {};
}
