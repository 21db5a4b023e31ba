import { forgetReplyDraft, keepReplyDraft } from '@/api/generated/inbox/inbox';
import type { ReplyDraft } from '@/api/generated/model';

/** The last request about the draft of each conversation. */
const underWay = new Map<string, Promise<void>>();

/** Drafts on the server: one request after the other, so that none overtakes a newer one, nor what is sent. */
export const keptDrafts = {
  /** Nothing: it is forgotten. */
  save(conversation: string, draft: ReplyDraft | undefined): Promise<void> {
    const saved = keptDrafts
      .settled(conversation)
      .then(() => (draft ? keepReplyDraft(conversation, draft) : forgetReplyDraft(conversation)));
    const over = saved.catch(() => {});
    underWay.set(conversation, over);
    void over.then(() => underWay.get(conversation) === over && underWay.delete(conversation));
    return saved;
  },

  settled: (conversation: string): Promise<void> => underWay.get(conversation) ?? Promise.resolve(),
};
