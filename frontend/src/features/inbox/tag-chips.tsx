import { IconTag } from '@tabler/icons-react';

/** The tags of a conversation as words. */
export function TagChips({ tags }: { tags: readonly string[] }) {
  return tags.map((tag) => (
    <span key={tag}>
      <IconTag size={12} aria-hidden /> {tag}
    </span>
  ));
}
