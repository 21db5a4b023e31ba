import type { CampaignState } from '@/api/generated/model';
import { compact, oneOf, text } from '@/shared/search-params';

export const STATES = [
  'draft',
  'generating',
  'generated',
  'scheduled',
  'processing',
  'paused',
  'done',
  'cancelled',
] as const satisfies readonly CampaignState[];

export type CampaignsSearch = { q?: string | undefined; state?: CampaignState | undefined };

export function campaignsSearch(raw: Record<string, unknown>): CampaignsSearch {
  return compact({ q: text(raw.q), state: oneOf(raw.state, STATES) });
}

export const ROWS = ['basics', 'account', 'audience', 'content'] as const;
export type RowId = (typeof ROWS)[number];

/** `edit`: the open row of a draft. `message`: the generated message in the preview. `q`: search among the messages. */
export type CampaignSearch = {
  edit?: RowId | undefined;
  message?: string | undefined;
  q?: string | undefined;
};

export function campaignSearch(raw: Record<string, unknown>): CampaignSearch {
  return compact({ edit: oneOf(raw.edit, ROWS), message: text(raw.message), q: text(raw.q) });
}
