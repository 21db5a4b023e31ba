import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  auditCampaign,
  cancel,
  deleteCampaign,
  duplicateCampaign,
  generate,
  pause,
  process as release,
  requeueFailures,
  resume,
  setUncertainPolicy,
} from '@/api/generated/campaign/campaign';
import type { Campaign, CampaignStop, UncertainPolicy } from '@/api/generated/model';
import { Problem } from '@/api/problem';
import { useFormats } from '@/shared/format/format';
import { useRequestKey } from '@/shared/hooks/use-request-key';
import { toast } from '@/shared/ui/toast';
import { campaignQuery } from './queries';

const PREFIX = '/api/v1/campaigns';

const isStale = (error: unknown) => Problem.of(error).status === 412;
/** To be expected where several people work on a draft; the question that was answered says it itself. */
const changedMeanwhile = (error: unknown) => {
  if (isStale(error)) return 'changed' as const;
  throw error;
};

/** What people can tell a campaign to do. Each answer is put on the screen at once; a refusal is said in a toast. */
export function useCampaignCommands(id: string) {
  const { t } = useLingui();
  const formats = useFormats();
  const client = useQueryClient();
  const request = useRequestKey();
  const refresh = () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [url] }) => typeof url === 'string' && url.startsWith(PREFIX),
    });
  const show = (campaign: Campaign) => {
    client.setQueryData(campaignQuery(id).queryKey, campaign);
    return refresh();
  };
  const stopped = (words: (inFlight: number) => string) => ({
    onSuccess: ({ campaign, state, inFlight }: CampaignStop) => {
      toast.say(
        state === 'stopping'
          ? t`The stop is on its way: the outbox has not confirmed it yet. More may leave until it does.`
          : words(inFlight),
      );
      return show(campaign);
    },
  });

  return {
    generate: useMutation({
      mutationFn: (version: string) => generate(id, { headers: { 'If-Match': version } }),
      onSuccess: show,
      onError: (error) => (isStale(error) ? refresh() : undefined),
    }),
    release: useMutation({
      mutationFn: (version: string) =>
        release(id, { headers: { ...request.header(), 'If-Match': version } }).catch(changedMeanwhile),
      onSuccess: (answer) => (answer === 'changed' ? refresh() : show(answer)),
      onSettled: (_campaign, error) => request.settle(error),
    }),
    pause: useMutation({
      mutationFn: () => pause(id),
      ...stopped((inFlight) =>
        inFlight === 0
          ? t`Paused. Nothing is in flight.`
          : t`Paused — ${formats.number(inFlight)} in flight may still arrive`,
      ),
    }),
    resume: useMutation({ mutationFn: () => resume(id), onSuccess: show }),
    cancel: useMutation({
      mutationFn: () => cancel(id),
      ...stopped((inFlight) =>
        inFlight === 0
          ? t`Cancelled. Nothing is in flight.`
          : t`Cancelled — ${formats.number(inFlight)} in flight may still arrive`,
      ),
    }),
    requeue: useMutation({
      mutationFn: () => requeueFailures(id),
      onSuccess: ({ changed }) => {
        toast.say(
          plural(changed, {
            one: '# message is back in the queue',
            other: '# messages are back in the queue',
          }),
        );
        return refresh();
      },
    }),
    policy: useMutation({
      mutationFn: (policy: UncertainPolicy) => setUncertainPolicy(id, policy),
      onSuccess: show,
    }),
    audit: useMutation({
      mutationFn: () => auditCampaign(id),
      onSuccess: (progress) => {
        client.setQueryData(campaignQuery(id).queryKey, (old) => old && { ...old, progress });
        return refresh();
      },
    }),
    duplicate: useMutation({ mutationFn: () => duplicateCampaign(id), onSuccess: refresh }),
    remove: useMutation({
      mutationFn: () => deleteCampaign(id),
      onSuccess: () => {
        client.removeQueries({ queryKey: campaignQuery(id).queryKey });
        return refresh();
      },
    }),
  };
}

export type CampaignCommands = ReturnType<typeof useCampaignCommands>;
