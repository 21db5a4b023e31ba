import type { Campaign, CampaignUpdate } from '@/api/generated/model';

/** The fields of a draft as the form holds them. */
export type Draft = {
  name: string;
  accountId: string | null;
  lists: string[];
  tags: string[];
  subject: string;
  preheader: string;
  html: string;
  text: string;
};
export type DraftField = keyof Draft;

export const FIELDS: readonly DraftField[] = [
  'name',
  'accountId',
  'lists',
  'tags',
  'subject',
  'preheader',
  'html',
  'text',
];

export function draftOf(campaign: Campaign): Draft {
  return {
    name: campaign.name,
    accountId: campaign.account?.id ?? null,
    lists: campaign.lists.map(({ id }) => id),
    tags: campaign.tags.map(({ id }) => id),
    subject: campaign.subject,
    preheader: campaign.preheader,
    html: campaign.html,
    text: campaign.text,
  };
}

export function updateOf(changes: Partial<Draft>): CampaignUpdate {
  return changes;
}

const key = (value: Draft[DraftField]) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value);

/** The fields in which two drafts differ; the order of lists and tags means nothing. */
export function differences(a: Draft, b: Draft): DraftField[] {
  return FIELDS.filter((field) => key(a[field]) !== key(b[field]));
}
