import { Text } from '@mantine/core';
import { Plural, useLingui } from '@lingui/react/macro';
import type { Campaign } from '@/api/generated/model';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { useCampaignCommands } from './use-campaign-commands';

type Props = { campaign: Campaign; opened: boolean; onClose: () => void };

/** Yes or No before everything that still waits is cancelled. */
export function CancelDialog({ campaign, opened, onClose }: Props) {
  const { t } = useLingui();
  const { cancel } = useCampaignCommands(campaign.id);
  const { name, progress } = campaign;
  const waiting = progress.states.queued + progress.states.deferred;
  return (
    <ConfirmDialog
      opened={opened}
      title={t`Cancel “${name}”?`}
      yes={t`Yes, cancel it`}
      busy={cancel.isPending}
      onYes={() => cancel.mutate(undefined, { onSuccess: onClose })}
      onNo={onClose}
    >
      <Text size="sm">
        <Plural
          value={waiting}
          one="# message that waits will not be sent. This cannot be taken back; what was sent stays sent."
          other="# messages that wait will not be sent. This cannot be taken back; what was sent stays sent."
        />
      </Text>
    </ConfirmDialog>
  );
}
