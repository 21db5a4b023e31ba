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
  /** Stores what is not stored yet; only then may the campaign go on. */
  before: () => Promise<boolean>;
  /** How many would get it now, where that is known. */
  people: number | undefined;
  /** The pre-flight found something that must be mended first. */
  blocked: boolean;
};

/** Generate makes the messages to look at; Process makes and sends them. */
export function DraftActions({ campaign, before, people, blocked }: DraftActionsProps) {
  const { generate } = useCampaignCommands(campaign.id);
  const senders = senderNames(campaign);
  const [asking, setAsking] = useState(false);
  const [storing, setStoring] = useState(false);
  const after = (act: () => void) => async () => {
    setStoring(true);
    const stored = await before();
    setStoring(false);
    if (stored) act();
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconStack2 size={16} aria-hidden />}
        disabled={blocked || storing}
        loading={generate.isPending}
        onClick={() => void after(() => generate.mutate())()}
      >
        <Trans>Generate</Trans>
      </Button>
      <Button
        leftSection={<IconSend size={16} aria-hidden />}
        disabled={blocked || storing}
        onClick={() => void after(() => setAsking(true))()}
      >
        {people === undefined || senders === undefined ? (
          <Trans>Process</Trans>
        ) : (
          effectSentence(people, senders)
        )}
      </Button>
      <ProcessDialog campaign={campaign} opened={asking} onClose={() => setAsking(false)} />
    </>
  );
}
