import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop, IconRefresh, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { Campaign } from '@/api/generated/model';
import { failedOf, totalOf } from '@/shared/progress/state-groups';
import { CancelDialog } from './cancel-dialog';
import { effectSentence } from './effect-sentence';
import { ProcessDialog } from './process-dialog';
import { senderNames } from './sender-names';
import { useCampaignCommands } from './use-campaign-commands';

/** What can be done with a campaign in its state, the next step last. */
export function LiveActions({ campaign }: { campaign: Campaign }) {
  const commands = useCampaignCommands(campaign.id);
  const [releasing, setReleasing] = useState<string>();
  const [cancelling, setCancelling] = useState(false);
  const { state, progress } = campaign;
  const senders = senderNames(campaign);
  const released = state === 'processing' || state === 'paused' || state === 'done';
  return (
    <>
      {(state === 'processing' || state === 'paused') && (
        <Button
          variant="default"
          leftSection={<IconPlayerStop size={16} aria-hidden />}
          onClick={() => setCancelling(true)}
        >
          <Trans>Cancel the campaign</Trans>
        </Button>
      )}
      {released && failedOf(progress.states) > 0 && (
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          loading={commands.requeue.isPending}
          onClick={() => commands.requeue.mutate()}
        >
          <Trans>Failures to queue</Trans>
        </Button>
      )}
      {(state === 'generated' || state === 'scheduled') && (
        <Button
          leftSection={<IconSend size={16} aria-hidden />}
          onClick={() => setReleasing(campaign.version)}
        >
          {senders ? effectSentence(totalOf(progress.states), senders) : <Trans>Process</Trans>}
        </Button>
      )}
      {state === 'processing' && (
        <Button
          leftSection={<IconPlayerPause size={16} aria-hidden />}
          loading={commands.pause.isPending}
          onClick={() => commands.pause.mutate()}
        >
          <Trans>Pause</Trans>
        </Button>
      )}
      {state === 'paused' && (
        <Button
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          loading={commands.resume.isPending}
          onClick={() => commands.resume.mutate()}
        >
          <Trans>Resume</Trans>
        </Button>
      )}
      <ProcessDialog campaign={campaign} version={releasing} onClose={() => setReleasing(undefined)} />
      <CancelDialog campaign={campaign} opened={cancelling} onClose={() => setCancelling(false)} />
    </>
  );
}
