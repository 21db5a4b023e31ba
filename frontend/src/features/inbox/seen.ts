import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { toast } from '@/shared/ui/toast';
import { entriesQuery } from './queries';

/** Up to where somebody has seen a conversation: what came last, which by its date may stand above other entries. */
export const useSeen = (conversation: string): string | undefined =>
  useInfiniteQuery({
    ...entriesQuery(conversation),
    // the thread has asked
    enabled: false,
    select: ({ pages }) => pages[0]?.newest ?? undefined,
  }).data;

/** Says why a conversation is not done. */
export function useStaysOpen(): () => void {
  const { t } = useLingui();
  return () => toast.say(t`New mail has arrived meanwhile: the conversation stays open`);
}
