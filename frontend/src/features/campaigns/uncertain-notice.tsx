import { Alert, Button, Group, Text } from '@mantine/core';
import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { IconHelpCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { Campaign } from '@/api/generated/model';
import { DecisionDialog } from '@/shared/uncertain/decision-dialog';
import type { Decision } from '@/shared/uncertain/use-decide';
import { PolicyDialog } from './policy-dialog';
import { usePolicyText } from './policy-text';

/** Messages of the campaign of which nobody knows whether they arrived: all at once, or one by one in the outbox. */
export function UncertainNotice({ campaign }: { campaign: Campaign }) {
  const [decision, setDecision] = useState<Decision>();
  const [asking, setAsking] = useState(false);
  const policyText = usePolicyText();
  const count = campaign.progress.states.uncertain;
  if (count === 0) return null;
  return (
    <Alert
      color="violet"
      variant="outline"
      icon={<IconHelpCircle />}
      mb="md"
      title={
        <Plural
          value={count}
          one="Nobody knows whether # message arrived"
          other="Nobody knows whether # messages arrived"
        />
      }
    >
      <Text size="sm">
        <Trans>The connection broke while the content was on its way.</Trans>{' '}
        {campaign.uncertainPolicy.action !== 'send_again' && (
          <>
            <Trans>Nothing is sent twice by itself.</Trans>{' '}
          </>
        )}
        {policyText(campaign.uncertainPolicy)}
      </Text>
      <Group gap="xs" mt="sm">
        <Button
          size="xs"
          renderRoot={(props) => (
            <Link to="/outbox" search={{ campaign: campaign.id, state: 'uncertain' }} {...props} />
          )}
        >
          <Trans>Look at them</Trans>
        </Button>
        <Button size="xs" variant="default" onClick={() => setDecision('assume_sent')}>
          <Trans>Assume sent ({count})</Trans>
        </Button>
        <Button size="xs" variant="default" onClick={() => setDecision('send_again')}>
          <Trans>Send again ({count})</Trans>
        </Button>
        <Button size="xs" variant="subtle" onClick={() => setAsking(true)}>
          <Trans>When nobody decides…</Trans>
        </Button>
      </Group>
      <DecisionDialog
        decision={decision}
        about={{ campaignId: campaign.id, count }}
        onClose={() => setDecision(undefined)}
      />
      <PolicyDialog campaign={campaign} opened={asking} onClose={() => setAsking(false)} />
    </Alert>
  );
}
