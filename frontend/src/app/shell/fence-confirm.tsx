import { List, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SendingHeldItem } from '@/api/generated/model';
import { confirmSending } from '@/api/generated/worker/worker';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { toast } from '@/shared/ui/toast';
import { sendingQuery } from './fence-banner';

type Props = { held: readonly SendingHeldItem[]; opened: boolean; onClose: () => void };

/** What would leave at once, by account, and the question whether it shall. */
export function FenceConfirm({ held, opened, onClose }: Props) {
  const { t } = useLingui();
  const client = useQueryClient();
  const confirm = useMutation({
    mutationFn: () => confirmSending(),
    onSuccess: async () => {
      toast.say(t`Kurir sends again`);
      onClose();
      await client.invalidateQueries({ queryKey: sendingQuery.queryKey });
    },
  });
  const total = held.reduce((sum, { messages }) => sum + messages, 0);
  return (
    <ConfirmDialog
      opened={opened}
      title={t`Is this the Kurir that sends?`}
      yes={t`Yes, send from here`}
      busy={confirm.isPending}
      onYes={() => confirm.mutate()}
      onNo={onClose}
    >
      <Text size="sm">
        {total === 0 ? (
          <Trans>Nothing is waiting: nothing would leave at once.</Trans>
        ) : (
          <Plural
            value={total}
            one="# message would leave at once:"
            other="# messages would leave at once:"
          />
        )}
      </Text>
      <List size="sm" my="xs">
        {held.map(({ accountId, accountName, messages }) => (
          <List.Item key={accountId}>
            {accountName}: {messages}
          </List.Item>
        ))}
      </List>
      <Text size="sm">
        <Trans>
          If another Kurir works with the same accounts, or messages were sent since this copy was made,
          people would get them twice. Pause or cancel those campaigns first: that works while nothing is
          sent.
        </Trans>
      </Text>
    </ConfirmDialog>
  );
}
