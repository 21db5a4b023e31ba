/** What the address of the page holds; grows with the screen. */
export type LogsSearch = Record<never, never>;

export function logsSearch(_raw: Record<string, unknown>): LogsSearch {
  return {};
}
