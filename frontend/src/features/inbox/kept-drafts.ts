import { forgetReplyDraft, keepReplyDraft } from '@/api/generated/inbox/inbox';
import type { ReplyDraft } from '@/api/generated/model';

/** The last request about the draft of each conversation. */
const underWay = new Map<string, Promise<void>>();

/** How many there were of each. */
const saves = new Map<string, number>();

/** Drafts on the server: one request after the other, so that none overtakes a newer one, nor what is sent. */
export const keptDrafts = {
  /** Nothing: it is forgotten. */
  save(conversation: string, draft: ReplyDraft | undefined): Promise<void> {
    const saved = keptDrafts
      .settled(conversation)
      .then(() => (draft ? keepReplyDraft(conversation, draft) : forgetReplyDraft(conversation)));
    const over = saved.catch(() => {});
    underWay.set(conversation, over);
    saves.set(conversation, (saves.get(conversation) ?? 0) + 1);
    void over.then(() => underWay.get(conversation) === over && underWay.delete(conversation));
    return saved;
  },

  /** What the server has; asked again where a newer draft went there meanwhile, for then the answer may be older. */
  async read<T>(conversation: string, ask: () => Promise<T>): Promise<T> {
    await keptDrafts.settled(conversation);
    const before = saves.get(conversation);
    const found = await ask();
    return saves.get(conversation) === before ? found : keptDrafts.read(conversation, ask);
  },

  settled: (conversation: string): Promise<void> => underWay.get(conversation) ?? Promise.resolve(),
};
