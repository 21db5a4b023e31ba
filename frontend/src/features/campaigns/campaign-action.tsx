import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Campaign } from '@/api/generated/model';
import { ProcessDialog } from './process-dialog';
import { useCampaignCommands } from './use-campaign-commands';

/** The one action that fits the state. */
export function CampaignAction({ campaign }: { campaign: Campaign }) {
  const commands = useCampaignCommands(campaign.id);
  const [asking, setAsking] = useState<string>();
  switch (campaign.state) {
    case 'draft':
      return (
        <Button
          size="compact-sm"
          variant="default"
          loading={commands.generate.isPending}
          onClick={() => commands.generate.mutate(campaign.version)}
        >
          <Trans>Generate</Trans>
        </Button>
      );
    case 'generated':
    case 'scheduled':
      return (
        <>
          <Button size="compact-sm" onClick={() => setAsking(campaign.version)}>
            <Trans>Process</Trans>
          </Button>
          <ProcessDialog campaign={campaign} version={asking} onClose={() => setAsking(undefined)} />
        </>
      );
    case 'processing':
      return (
        <Button
          size="compact-sm"
          variant="default"
          loading={commands.pause.isPending}
          onClick={() => commands.pause.mutate()}
        >
          <Trans>Pause</Trans>
        </Button>
      );
    case 'paused':
      return (
        <Button
          size="compact-sm"
          loading={commands.resume.isPending}
          onClick={() => commands.resume.mutate()}
        >
          <Trans>Resume</Trans>
        </Button>
      );
    case 'generating':
    case 'done':
    case 'cancelled':
      return (
        <Button
          size="compact-sm"
          variant="default"
          renderRoot={(props) => (
            <Link to="/campaigns/$campaignId" params={{ campaignId: campaign.id }} {...props} />
          )}
        >
          <Trans>View</Trans>
        </Button>
      );
  }
}
