import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { decideUncertain, undoUncertain } from '@/api/generated/outbox/outbox';
import type { UncertainDecisionDecision } from '@/api/generated/model';
import { useUndo } from '@/shared/hooks/use-undo';
import { toast } from '@/shared/ui/toast';

/** Single messages, or all of a campaign, as many as the person saw. */
export type Uncertain = { ids: string[] } | { campaignId: string; count: number };
export type Decision = UncertainDecisionDecision;

const ABOUT = ['/api/v1/outbox', '/api/v1/campaigns'];

/** Reads everything again that a decision may have changed, but for the outbox's list: its rows get the news one by one. */
function useRefresh() {
  const client = useQueryClient();
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [url, ...rest] }) =>
        typeof url === 'string' && ABOUT.some((one) => url.startsWith(one)) && rest.at(-1) !== 'pages',
    });
}

/** Takes decisions back; what has been sent again meanwhile stays sent. */
export function useReopen() {
  const { t } = useLingui();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (ids: string[]) => undoUncertain({ ids }),
    onSuccess: ({ ids }, asked) => {
      toast.say(
        ids.length === asked.length
          ? plural(ids.length, {
              one: '# message is uncertain again',
              other: '# messages are uncertain again',
            })
          : t`${ids.length} of ${asked.length} are uncertain again; the others have left already`,
      );
      return refresh();
    },
  });
}

/** Decides what becomes of uncertain messages, says how many it were, and offers to take it back. */
export function useDecide() {
  const { t } = useLingui();
  const refresh = useRefresh();
  const offerUndo = useUndo();
  const reopen = useReopen();
  const words = (decision: Decision, count: number) =>
    decision === 'assume_sent'
      ? plural(count, { one: '# message counts as sent', other: '# messages count as sent' })
      : plural(count, { one: '# message is sent again', other: '# messages are sent again' });
  return useMutation({
    mutationFn: ({ decision, about }: { decision: Decision; about: Uncertain }) =>
      decideUncertain({ decision, ...about }),
    onSuccess: ({ ids }, { decision }) => {
      if (ids.length === 0)
        toast.say(t`Nothing changed: it was decided meanwhile, or it cannot leave any more`);
      else if (ids.length > 1000) toast.say(words(decision, ids.length));
      else offerUndo(words(decision, ids.length), () => reopen.mutate(ids));
      return refresh();
    },
    onError: refresh,
  });
}
