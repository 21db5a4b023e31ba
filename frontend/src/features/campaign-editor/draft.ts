import type { Campaign, CampaignUpdate, Rotation } from '@/api/generated/model';

export type Sender = { id: string; weight: number };

/** The fields of a draft as the form holds them. */
export type Draft = {
  name: string;
  accounts: Sender[];
  rotation: Rotation;
  lists: string[];
  tags: string[];
  teamId: string | null;
  subject: string;
  preheader: string;
  html: string;
  text: string;
};
export type DraftField = keyof Draft;

export const FIELDS: readonly DraftField[] = [
  'name',
  'accounts',
  'rotation',
  'lists',
  'tags',
  'teamId',
  'subject',
  'preheader',
  'html',
  'text',
];

export function draftOf(campaign: Campaign): Draft {
  return {
    name: campaign.name,
    accounts: campaign.accounts.map(({ id, weight }) => ({ id, weight })),
    rotation: campaign.rotation,
    lists: campaign.lists.map(({ id }) => id),
    tags: campaign.tags.map(({ id }) => id),
    teamId: campaign.team?.id ?? null,
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
