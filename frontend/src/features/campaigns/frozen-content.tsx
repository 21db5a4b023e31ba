import { Button, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { IconCopy } from '@tabler/icons-react';
import type { Campaign } from '@/api/generated/model';
import { MailFrame } from '@/shared/mail/mail-frame';
import { Panel, Section } from '@/shared/ui/page';
import classes from './message-preview.module.css';
import { useCampaignCommands } from './use-campaign-commands';

/** What the campaign says, to read only: its messages were made from it. A duplicate can be changed. */
export function FrozenContent({ campaign }: { campaign: Campaign }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { duplicate } = useCampaignCommands(campaign.id);
  const copy = () =>
    duplicate.mutate(undefined, {
      onSuccess: ({ id }) => void navigate({ to: '/campaigns/$campaignId', params: { campaignId: id } }),
    });
  return (
    <Section
      title={t`Content`}
      actions={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconCopy size={15} />}
          loading={duplicate.isPending}
          onClick={copy}
        >
          <Trans>Duplicate</Trans>
        </Button>
      }
    >
      <Panel className={classes.frozen}>
        <Text size="sm" c="dimmed" mb="sm">
          <Trans>
            It can no longer be changed: the messages are made from it. Duplicate the campaign to change it.
          </Trans>
        </Text>
        <dl className={classes.head}>
          <dt>
            <Trans>Subject</Trans>
          </dt>
          <dd className={classes.subject}>{campaign.subject}</dd>
          {campaign.preheader !== '' && (
            <>
              <dt>
                <Trans>Preheader</Trans>
              </dt>
              <dd>{campaign.preheader}</dd>
            </>
          )}
        </dl>
        {campaign.html !== '' ? (
          <MailFrame html={campaign.html} title={t`The content with its variables`} />
        ) : (
          <pre className={classes.text}>{campaign.text}</pre>
        )}
      </Panel>
    </Section>
  );
}
