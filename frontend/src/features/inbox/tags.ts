import type { ConversationUpdate } from '@/api/generated/model';

export const MOST_TAGS = 20;
export const LONGEST_TAG = 40;

/** Two that differ in case are one tag. */
export const sameTag = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
const has = (tags: readonly string[], tag: string) => tags.some((each) => sameTag(each, tag));
const less = (tags: readonly string[], gone: readonly string[]) => tags.filter((tag) => !has(gone, tag));

/** The tags after a change, in their order on the screen. */
export function retagged(
  before: readonly string[],
  { tags, addTags = [], removeTags = [] }: ConversationUpdate,
): string[] {
  const kept = less(before, removeTags);
  const now = tags ?? [...kept, ...less(addTags, kept)];
  return now.toSorted((one, other) => one.toLowerCase().localeCompare(other.toLowerCase()));
}

/** What leads from these to those. What colleagues tag meanwhile stays. */
export const tagChange = (before: readonly string[], now: readonly string[]): ConversationUpdate => ({
  addTags: less(now, before),
  removeTags: less(before, now),
});

export const isTagged = (conversation: { tags: readonly string[] }, tag: string) =>
  has(conversation.tags, tag);
