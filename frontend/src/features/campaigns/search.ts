/** What the address of the page holds; grows with the screen. */
export type CampaignsSearch = Record<never, never>;

export function campaignsSearch(_raw: Record<string, unknown>): CampaignsSearch {
  return {};
}
