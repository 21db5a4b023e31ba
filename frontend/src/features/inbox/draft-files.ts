import type { Attachment } from '@/api/generated/model';
import type { Place } from '@/shared/attachments/uploads';
import { drafts } from './drafts';

/** More files go along with a draft. */
export function attach(key: string, more: readonly Attachment[]): void {
  if (more.length === 0) return;
  const draft = drafts.get(key);
  drafts.keep(key, { ...draft, files: [...(draft.files ?? []), ...more] });
}

/** Uploads end in a draft, whether it is on the screen or not. */
export const draftFiles = (key: string): Place => ({
  key,
  files: () => drafts.get(key).files ?? [],
  put: (file) => attach(key, [file]),
});
