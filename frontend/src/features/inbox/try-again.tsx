import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { retryReply } from '@/api/generated/inbox/inbox';
import type { Entry, EntrySent, MessageState } from '@/api/generated/model';
import { useRefresh } from './queries';

type Props = { entry: Entry; sent: EntrySent; conversationId: string };

const FAILED: readonly MessageState[] = ['rejected', 'failed', 'expired'];

/** What a colleague wrote and no server took is sent once more; a suppressed address is not asked again. */
export function TryAgain({ entry, sent, conversationId }: Props) {
  const refresh = useRefresh();
  const retry = useMutation({
    mutationFn: () => retryReply(conversationId, entry.id),
    onSettled: () => refresh(conversationId),
  });
  if (entry.author == null || !sent.messages.some(({ state }) => FAILED.includes(state))) return null;
  return (
    <Button size="compact-sm" variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
      <Trans>Try again</Trans>
    </Button>
  );
}
