import { useLingui } from '@lingui/react/macro';
import type { Entry } from '@/api/generated/model';
import { toast } from '@/shared/ui/toast';

/** What wants somebody's attention. */
const calls = ({ kind, line }: Entry) => kind === 'received' || line?.code === 'not_sent';

/**
 * Up to where somebody has seen a conversation. Mail counts, not what was written after it: mail that a slow server brought in
 * since stands above that.
 */
export const seenOf = (entries: readonly Entry[]) => (entries.findLast(calls) ?? entries.at(-1))?.id;

/** Says why a conversation is not done. */
export function useStaysOpen(): () => void {
  const { t } = useLingui();
  return () => toast.say(t`New mail has arrived meanwhile: the conversation stays open`);
}
