import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconSend, IconStack2 } from '@tabler/icons-react';
import { useState } from 'react';
import type { Campaign } from '@/api/generated/model';
import { effectSentence } from './effect-sentence';
import { ProcessDialog } from './process-dialog';
import { senderNames } from './sender-names';
import { useCampaignCommands } from './use-campaign-commands';

export type DraftActionsProps = {
  campaign: Campaign;
  /** Stores what is not stored yet: the version that the screen shows then, and none where it could not be stored. */
  before: () => Promise<string | undefined>;
  /** How many would get it now, where that is known. */
  people: number | undefined;
  /** The pre-flight found something that must be mended first. */
  blocked: boolean;
};

/** Generate makes the messages to look at; Process makes and sends them. */
export function DraftActions({ campaign, before, people, blocked }: DraftActionsProps) {
  const { generate } = useCampaignCommands(campaign.id);
  const senders = senderNames(campaign);
  const [asking, setAsking] = useState<string>();
  const [storing, setStoring] = useState(false);
  const after = (act: (version: string) => void) => async () => {
    setStoring(true);
    const version = await before();
    setStoring(false);
    if (version !== undefined) act(version);
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconStack2 size={16} aria-hidden />}
        disabled={blocked || storing}
        loading={generate.isPending}
        onClick={() => void after(generate.mutate)()}
      >
        <Trans>Generate</Trans>
      </Button>
      <Button
        leftSection={<IconSend size={16} aria-hidden />}
        disabled={blocked || storing}
        onClick={() => void after(setAsking)()}
      >
        {people === undefined || senders === undefined ? (
          <Trans>Process</Trans>
        ) : (
          effectSentence(people, senders)
        )}
      </Button>
      <ProcessDialog campaign={campaign} version={asking} onClose={() => setAsking(undefined)} />
    </>
  );
}
